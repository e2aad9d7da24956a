import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  Distribution,
  HttpVersion,
  type IDistribution,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { OriginGroup, type S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { notTherePage } from '../../../contracts/pages.ts';
import { problemsFolder } from '../../../contracts/problem-files.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { AnswerHeaders } from './answer-headers.ts';
import type { Caching } from './caching.ts';
import { errorsOfFiles } from './error-caching.ts';

/** Of an origin that is in trouble. */
export const notAnswering = [500, 502, 503, 504] as const;

/** A bucket that only the CDN reads. */
export type BucketOrigin = ReturnType<typeof S3BucketOrigin.withOriginAccessControl>;

export interface LiveDistributionProps {
  readonly domainName: string;
  readonly certificate: ICertificate;
  readonly published: BucketOrigin;
  readonly pages: BucketOrigin;
  /** Of both, in the standby region. */
  readonly copies: { readonly published: BucketOrigin; readonly pages: BucketOrigin };
  readonly headers: AnswerHeaders;
  readonly caching: Caching;
}

/**
 * Boards and draw sheets for the pages that poll them, without a firewall in front. Nearly every request of an on-sale
 * comes here, and WAF would add 60 % to its price (docs/decisions/0002-polls-on-their-own-distribution.md). It
 * serves files alone and takes nothing but reads of them. So a file that is not there has a problem document here. While
 * the home region does not answer, boards come from their copies, as they were last.
 */
export class LiveDistribution extends Construct {
  readonly distribution: IDistribution;

  constructor(scope: Construct, id: string, props: LiveDistributionProps) {
    super(scope, id);
    const files = {
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      compress: true,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      cachePolicy: props.caching.files,
      responseHeadersPolicy: props.headers.files,
    };
    const published = orItsCopy(props.published, props.copies.published);
    const pages = orItsCopy(props.pages, props.copies.pages);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: props.domainName,
      domainNames: [props.domainName],
      certificate: props.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // There is no such file: `/` is 404, where the bucket would otherwise list what it has.
      defaultRootObject: 'none',
      errorResponses: errorsOfFiles(),
      defaultBehavior: { ...files, origin: published },
      // The build's files that it answers with.
      additionalBehaviors: {
        [`/${problemsFolder}/*`]: { ...files, origin: pages },
        [notTherePage]: { ...files, origin: pages },
      },
    });
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Fans wait from wherever they are; no country is shut out.',
      'AwsSolutions-CFR2':
        'It serves public files from a cache and computes nothing; a firewall would cost more than all else here.',
      'AwsSolutions-CFR3': 'Some hundred million polls a large on-sale; a log of them would cost more than they do.',
    });
  }
}

/** The bucket of the home region, and the copy of it while that one does not answer. */
const orItsCopy = (primaryOrigin: BucketOrigin, fallbackOrigin: BucketOrigin): OriginGroup =>
  new OriginGroup({ primaryOrigin, fallbackOrigin, fallbackStatusCodes: [...notAnswering] });
