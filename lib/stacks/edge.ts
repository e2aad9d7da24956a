import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IKeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { languages } from '../../contracts/languages.ts';
import { bareNotFoundPage, fileInLanguage } from '../../contracts/pages.ts';
import { AnswerHeaders } from '../constructs/edge/answer-headers.ts';
import { Caching } from '../constructs/edge/caching.ts';
import { CopiesDistribution } from '../constructs/edge/copies-distribution.ts';
import { EdgeFunctions } from '../constructs/edge/edge-functions.ts';
import type { Filling } from '../constructs/edge/filled-function.ts';
import { LiveDistribution } from '../constructs/edge/live-distribution.ts';
import { SiteDistribution } from '../constructs/edge/site-distribution.ts';
import { SiteNames } from '../constructs/edge/site-names.ts';
import type { BucketElsewhere } from '../constructs/foundation/private-bucket.ts';
import type { Settings } from '../settings.ts';
import { stripeOnPages } from '../stripe-on-pages.ts';
import type { CopiesElsewhere } from './standby.ts';

export interface EdgeStackProps extends StackProps {
  readonly settings: Settings;
  readonly liveDomainName: string;
  /** Folder of the built edge functions. */
  readonly functions: string;
  /** Folder of the built site. */
  readonly siteFolder: string;
  readonly certificate: ICertificate;
  readonly webAclArn: string;
  readonly pages: IBucket;
  readonly published: IBucket;
  readonly copies: CopiesElsewhere;
  /** The API's host name, and a reference to the secret it asks for. */
  readonly api: { readonly hostName: string; readonly originSecret: string };
  /** The keys of passes, by their ids. */
  readonly passKeys: IKeyValueStore;
  /** What the staff's pages speak to for a sign-in. */
  readonly issuer: readonly string[];
  /** Host name of the failover switch. */
  readonly switchHost: string;
}

/** The way in for fans: two distributions and their names. Behind them a third has copies, and no name. */
export class EdgeStack extends Stack {
  /** Their ids. */
  readonly distributions: { readonly Site: string; readonly Boards: string };

  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props);
    const { settings, liveDomainName, certificate } = props;
    const { stage, domainName, hostedZone, fallback } = settings;
    const headers = new AnswerHeaders(this, 'AnswerHeaders', {
      stage,
      live: `https://${liveDomainName}`,
      payment: stripeOnPages(settings.payment.stripe),
      issuer: props.issuer,
    });
    const caching = new Caching(this, 'Caching', { stage });
    const functions = new EdgeFunctions(this, 'Functions', {
      stage,
      built: props.functions,
      passKeys: props.passKeys,
      notFoundPages: notFoundPages(props.siteFolder),
      linkedFrom: settings.linkedFrom,
    });
    const published = this.origin('Published', here(props.published));
    const pages = this.origin('Pages', here(props.pages));
    const copies = {
      published: this.origin('CopyOfPublished', props.copies.published),
      pages: this.origin('CopyOfPages', props.copies.pages),
    };

    const { distribution: live } = new LiveDistribution(this, 'Live', {
      domainName: liveDomainName,
      certificate,
      published,
      pages,
      copies,
      headers,
      caching,
    });
    const { distribution: ofCopies } = new CopiesDistribution(this, 'Copies', { domainName, ...copies, caching });
    const site = new SiteDistribution(this, 'Site', {
      domainName,
      certificate,
      webAclArn: props.webAclArn,
      pages,
      published,
      copies: ofCopies,
      api: props.api,
      functions,
      headers,
      caching,
    });
    this.distributions = { Site: site.id, Boards: live.distributionId };
    new SiteNames(this, 'Names', {
      zone: HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: hostedZone.id,
        zoneName: hostedZone.name,
      }),
      domainName,
      site,
      fallback: fallback.hostName,
      switchHost: props.switchHost,
      live: { domainName: liveDomainName, distribution: live },
    });

    new CfnOutput(this, 'SiteAddress', { value: `https://${domainName}` });
    new CfnOutput(this, 'DistributionDomain', { value: site.hostName });
    new CfnOutput(this, 'DistributionId', { value: this.distributions.Site });
    new CfnOutput(this, 'LiveDistributionId', { value: this.distributions.Boards });
    new CfnOutput(this, 'CopiesDistributionId', { value: ofCopies.distributionId });
    new CfnOutput(this, 'LiveDistributionDomain', { value: live.distributionDomainName });
  }

  /**
   * A bucket of an earlier stack as an origin, without writing into that stack's bucket policy: the bucket
   * already trusts this account's distributions (`PrivateBucket`).
   */
  private origin(id: string, { name, region }: Pick<BucketElsewhere, 'name' | 'region'>) {
    const seen = Bucket.fromBucketAttributes(this, id, { bucketName: name, region });
    Annotations.of(this).acknowledgeWarning('@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac');
    return S3BucketOrigin.withOriginAccessControl(seen);
  }
}

const here = (bucket: IBucket) => ({ name: bucket.bucketName, region: Stack.of(bucket).region });

/**
 * JSON of language to HTML, without what says nothing here: a function may have 10,240 bytes in all. A page that is
 * answered with 404 is in no search engine's index anyway.
 */
function notFoundPages(siteFolder: string): Filling {
  const pages = languages.map((language) => {
    const html = readFileSync(join(siteFolder, fileInLanguage('404', language)), 'utf8');
    return [language, bareNotFoundPage(html)] as const;
  });
  const json = JSON.stringify(Object.fromEntries(pages));
  return { json, bytes: Buffer.byteLength(json) };
}
