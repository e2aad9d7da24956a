import {
  AllowedMethods,
  Distribution,
  HttpVersion,
  type IDistribution,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { publishedPages } from '../../../contracts/pages.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { Caching } from './caching.ts';
import { errorsOfFiles } from './error-caching.ts';
import type { BucketOrigin } from './live-distribution.ts';

export interface CopiesDistributionProps {
  /** The site that asks. */
  readonly domainName: string;
  /** In the standby region. */
  readonly published: BucketOrigin;
  readonly pages: BucketOrigin;
  readonly caching: Caching;
}

/**
 * What the site asks when a bucket of the home region does not have a file, or does not answer: the copies of both buckets in the
 * standby region. It has no API behind it, so its errors have documents of their own. The copy of published files says 404
 * of one that is not there, and that of pages 403, because nobody may list it. So the two can have different answers:
 *
 *     a file, a script   published ─▶ 404, a problem document        pages, then published ─▶ the same
 *     a show's page      published, then the build's ─▶ 403, a page
 */
export class CopiesDistribution extends Construct {
  readonly distribution: IDistribution;

  constructor(scope: Construct, id: string, { domainName, published, pages, caching }: CopiesDistributionProps) {
    super(scope, id);
    const files = {
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      compress: true,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      cachePolicy: caching.files,
    };
    const orElse = (primaryOrigin: BucketOrigin, fallbackOrigin: BucketOrigin, status: number) => ({
      ...files,
      origin: new OriginGroup({ primaryOrigin, fallbackOrigin, fallbackStatusCodes: [status] }),
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `copies of ${domainName}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'none',
      errorResponses: errorsOfFiles(),
      defaultBehavior: orElse(pages, published, 403),
      additionalBehaviors: {
        [`/${publishedPages}/*`]: orElse(published, pages, 404),
        '/catalogue/*': { ...files, origin: published },
        '/lines/*': { ...files, origin: published },
      },
    });
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'CloudFront alone asks it, for fans from wherever they are.',
      'AwsSolutions-CFR2': 'Whoever comes through the site has passed its firewall, and what is here is public.',
      'AwsSolutions-CFR3': 'Requests that come through the site are seen there.',
      'AwsSolutions-CFR4':
        'It has no name of its own, so it has CloudFront’s own certificate. CloudFront asks it by TLS 1.2.',
    });
  }
}
