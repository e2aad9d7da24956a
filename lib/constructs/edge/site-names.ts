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
import { staffName } from '../../../contracts/sign-in.ts';
import { drillKey, drillName, switchKey } from '../../../contracts/switch.ts';

export interface SiteNamesProps {
  readonly zone: IHostedZone;
  readonly domainName: string;
  readonly site: { readonly hostName: string; readonly distribution: IDistribution };
  /** Host name of where everyone goes when the switch is on. */
  readonly fallback: string;
  /** Host name of the switch's bucket. */
  readonly switchHost: string;
  readonly live: { readonly domainName: string; readonly distribution: IDistribution };
}

/**
 * The names of the site. The site's own is a failover pair of CNAMEs, since two distributions cannot carry one name.
 * From the flip of the switch to the last fan there is a look of each checker, within 30 s, and 60 s in resolvers'
 * caches: some 90 s. A twin of the pair, which nobody types, is for drills. The house has a name of its own for the site,
 * which stays.
 */
export class SiteNames extends Construct {
  constructor(scope: Construct, id: string, props: SiteNamesProps) {
    super(scope, id);
    const { zone, domainName, live } = props;
    this.pair({ primary: 'Site', secondary: 'Fallback', check: 'SwitchIsOff' }, domainName, switchKey, props);
    const twin = { primary: 'Drill', secondary: 'DrillFallback', check: 'DrillIsOff' };
    this.pair(twin, drillName(domainName), drillKey, props);
    this.steady('Live', live.domainName, live.distribution, zone);
    this.steady('Staff', staffName(domainName), props.site.distribution, zone);
  }

  /** A name that no switch turns. */
  private steady(id: string, recordName: string, distribution: IDistribution, zone: IHostedZone): void {
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, id, { zone, recordName, target });
    new AaaaRecord(this, `${id}V6`, { zone, recordName, target });
  }

  private pair(
    ids: { readonly primary: string; readonly secondary: string; readonly check: string },
    recordName: string,
    key: string,
    { zone, site, fallback, switchHost }: SiteNamesProps,
  ): void {
    const switchIsOff = new HealthCheck(this, ids.check, {
      // Without TLS: checkers verify no certificate, and what they read is public. TLS would be a dollar a month more for each.
      type: HealthCheckType.HTTP,
      fqdn: switchHost,
      resourcePath: `/${key}`,
      port: 80,
      inverted: true,
      // Some twenty checkers look every 30 s, each at another moment, and one look of theirs decides. AWS asks a dollar
      // a month for looking every ten.
      requestInterval: Duration.seconds(30),
      failureThreshold: 1,
    });
    const pair = { zone, recordName, ttl: Duration.seconds(60) };
    new CnameRecord(this, ids.primary, {
      ...pair,
      domainName: site.hostName,
      failover: Failover.PRIMARY,
      setIdentifier: 'site',
      healthCheck: switchIsOff,
    });
    new CnameRecord(this, ids.secondary, {
      ...pair,
      domainName: fallback,
      failover: Failover.SECONDARY,
      setIdentifier: 'fallback',
    });
  }
}
