import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { staffName } from '../../contracts/sign-in.ts';
import { AddressGuard } from '../constructs/edge/address-guard.ts';
import type { Settings } from '../settings.ts';

export interface EdgeGuardStackProps extends StackProps {
  readonly settings: Settings;
  readonly liveDomainName: string;
}

/** The parts that CloudFront takes from us-east-1 only: its certificate and its firewall. */
export class EdgeGuardStack extends Stack {
  readonly certificate: ICertificate;
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { settings, liveDomainName, ...props }: EdgeGuardStackProps) {
    super(scope, id, props);
    const { hostedZone, domainName, limits } = settings;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: hostedZone.id,
      zoneName: hostedZone.name,
    });
    this.certificate = new Certificate(this, 'Certificate', {
      domainName,
      subjectAlternativeNames: [liveDomainName, staffName(domainName)],
      validation: CertificateValidation.fromDns(zone),
    });
    this.webAclArn = new AddressGuard(this, 'AddressGuard', {
      joinsPer5Min: limits.joinsPerAddressPer5Min,
      invitesPer5Min: limits.invitesPerAddressPer5Min,
      requestsPer5Min: limits.apiRequestsPerAddressPer5Min,
      bots: settings.bots,
    }).arn;
  }
}
