import { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  Distribution,
  HttpVersion,
  type IDistribution,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { AnswerHeaders } from './answer-headers.ts';
import type { Caching } from './caching.ts';
import { errorCaching } from './error-caching.ts';

export interface LiveDistributionProps {
  readonly domainName: string;
  readonly certificate: ICertificate;
  readonly published: ReturnType<typeof S3BucketOrigin.withOriginAccessControl>;
  readonly headers: AnswerHeaders;
  readonly caching: Caching;
}

/**
 * Boards and draw sheets for the pages that poll them, without a firewall in front. Nearly every request of an on-sale
 * comes here, and WAF would add 60 % to its price (docs/decisions/0002-polls-on-their-own-distribution.md). It has one
 * origin, whose every file is published, and takes nothing but reads of it.
 */
export class LiveDistribution extends Construct {
  readonly distribution: IDistribution;

  constructor(scope: Construct, id: string, props: LiveDistributionProps) {
    super(scope, id);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: props.domainName,
      domainNames: [props.domainName],
      certificate: props.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // There is no such file: `/` is 404, where the bucket would otherwise list what it has.
      defaultRootObject: 'none',
      // A sheet that is not there yet is asked for by a crowd: one read a second serves it.
      errorResponses: errorCaching(Duration.seconds(1)),
      defaultBehavior: {
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        compress: true,
        origin: props.published,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        cachePolicy: props.caching.files,
        responseHeadersPolicy: props.headers.files,
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
