import { Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import {
  AaaaRecord,
  ARecord,
  CnameRecord,
  Failover,
  HealthCheck,
  HealthCheckType,
  type IHostedZone,
  RecordTarget,
} from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { switchKey } from './failover-switch.ts';

export interface SiteNamesProps {
  readonly zone: IHostedZone;
  readonly domainName: string;
  /** Host name of the site's distribution. */
  readonly site: string;
  /** Host name of where everyone goes when the switch is on. */
  readonly fallback: string;
  /** Host name of the switch's bucket. */
  readonly switchHost: string;
  readonly live: { readonly domainName: string; readonly distribution: IDistribution };
}

/**
 * The names of the site. The site's own is a failover pair of CNAMEs, since two distributions cannot carry one name.
 * From the flip of the switch to the last fan there is a look of each checker, within 30 s, and 60 s in resolvers'
 * caches: some 90 s.
 */
export class SiteNames extends Construct {
  constructor(scope: Construct, id: string, props: SiteNamesProps) {
    super(scope, id);
    const { zone, domainName, live } = props;
    const switchIsOff = new HealthCheck(this, 'SwitchIsOff', {
      type: HealthCheckType.HTTPS,
      fqdn: props.switchHost,
      resourcePath: `/${switchKey}`,
      port: 443,
      enableSNI: true,
      inverted: true,
      // Some twenty checkers look every 30 s, each at another moment, and one look of theirs decides. AWS asks two dollars
      // a month for looking every ten.
      requestInterval: Duration.seconds(30),
      failureThreshold: 1,
    });
    const pair = { zone, recordName: domainName, ttl: Duration.seconds(60) };
    new CnameRecord(this, 'Site', {
      ...pair,
      domainName: props.site,
      failover: Failover.PRIMARY,
      setIdentifier: 'site',
      healthCheck: switchIsOff,
    });
    new CnameRecord(this, 'Fallback', {
      ...pair,
      domainName: props.fallback,
      failover: Failover.SECONDARY,
      setIdentifier: 'fallback',
    });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(live.distribution));
    new ARecord(this, 'Live', { zone, recordName: live.domainName, target });
    new AaaaRecord(this, 'LiveV6', { zone, recordName: live.domainName, target });
  }
}
