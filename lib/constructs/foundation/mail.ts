import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { fact, type Grant } from './grant.ts';

export interface MailProps {
  /** The address that messages come from. Its domain lies in the hosted zone. */
  readonly sender: string;
  /** The hosted zone for the records that show mail servers that the domain's messages are genuine. */
  readonly hostedZoneId: string;
}

/** The right to send e-mail as one domain: an SES identity, signed by DKIM, whose records stand in the hosted zone. */
export class Mail extends Construct {
  private readonly sender: string;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, { sender, hostedZoneId }: MailProps) {
    super(scope, id);
    this.sender = sender;
    this.identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(domainOf(sender)) });
    for (const [at, { name, value }] of this.identity.dkimRecords.entries()) {
      new CfnRecordSet(this, `Dkim${at + 1}`, {
        hostedZoneId,
        name,
        type: 'CNAME',
        resourceRecords: [value],
        ttl: '1800',
      });
    }
  }

  /** May send as this domain. */
  grantSend(): Grant {
    return {
      address: this.sender,
      allow: [new PolicyStatement({ actions: ['ses:SendEmail'], resources: [this.identity.emailIdentityArn] })],
    };
  }
}

/** Of a stage that sends no mail. */
export const noMail = fact('none');

const domainOf = (sender: string): string => sender.slice(sender.lastIndexOf('@') + 1).toLowerCase();
