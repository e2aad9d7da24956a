import { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HttpVersion,
  type IDistribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import {
  apiPath,
  availabilityPath,
  kindsByPath,
  publishedPagePaths,
  sharedReadingsPath,
} from '../../../contracts/answer-headers.ts';
import { descriptionPath } from '../../../contracts/api.ts';
import { header } from '../../../contracts/paths.ts';
import { problemsFolder } from '../../../contracts/problem-files.ts';
import { staffName, staffPage } from '../../../contracts/sign-in.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { AnswerHeaders } from './answer-headers.ts';
import type { Caching } from './caching.ts';
import type { EdgeFunctions } from './edge-functions.ts';
import { errorsOfSite } from './error-caching.ts';
import { type BucketOrigin, notAnswering } from './live-distribution.ts';

export interface SiteDistributionProps {
  readonly domainName: string;
  readonly certificate: ICertificate;
  readonly webAclArn: string;
  readonly pages: BucketOrigin;
  readonly published: BucketOrigin;
  /** Answers for files that a bucket does not have, or does not give. */
  readonly copies: IDistribution;
  readonly api: { readonly hostName: string; readonly originSecret: string };
  readonly functions: EdgeFunctions;
  readonly headers: AnswerHeaders;
  readonly caching: Caching;
}

/**
 * The one door: pages and published files from their buckets, the API’s paths and `/plain` to the API. Paths are compared with
 * their case, so `/API/…` is no way to the API: the function before the pages says so.
 */
export class SiteDistribution extends Construct {
  readonly distribution: IDistribution;
  readonly hostName: string;
  readonly id: string;

  constructor(scope: Construct, id: string, props: SiteDistributionProps) {
    super(scope, id);
    const { functions, headers, caching } = props;
    const secure = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, compress: true };
    // The distribution of copies answers for what a bucket does not have or does not give: its errors are no answers of the
    // API, so they may have documents of their own.
    const copies = new HttpOrigin(props.copies.distributionDomainName, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    });
    const orElse = (primaryOrigin: BucketOrigin) =>
      new OriginGroup({ primaryOrigin, fallbackOrigin: copies, fallbackStatusCodes: [403, 404, ...notAnswering] });
    const publishedOrCopy = orElse(props.published);
    const published: BehaviorOptions = {
      ...secure,
      origin: publishedOrCopy,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      cachePolicy: caching.files,
    };
    const toApi = {
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      origin: new HttpOrigin(props.api.hostName, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [header.origin]: props.api.originSecret },
        connectionAttempts: 2,
        connectionTimeout: Duration.seconds(3),
        // A handler gives up after 10 s. An answer that is served stale in an error waits this long first.
        readTimeout: Duration.seconds(12),
      }),
      functionAssociations: [functions.beforeApi],
    };
    const shared: BehaviorOptions = {
      ...toApi,
      compress: true,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: caching.answers,
    };
    // Pages for browsers without JavaScript: made for one fan, from the cookie that only this browser has.
    const plain: BehaviorOptions = {
      ...toApi,
      ...secure,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const pagesOrCopy = orElse(props.pages);
    const pages: BehaviorOptions = {
      ...secure,
      origin: pagesOrCopy,
      cachePolicy: caching.files,
      functionAssociations: [functions.beforeSite],
      responseHeadersPolicy: headers.pages,
    };
    // Until a season is published, the build's page of the same place is shown. The distribution of copies has it.
    const publishedPages: BehaviorOptions = { ...pages, origin: publishedOrCopy };
    const behaviors: Readonly<Record<keyof typeof kindsByPath, BehaviorOptions>> = {
      [descriptionPath]: { ...published, origin: pagesOrCopy },
      [`/${problemsFolder}/*`]: pages,
      [availabilityPath]: shared,
      [sharedReadingsPath]: shared,
      [apiPath]: {
        ...toApi,
        compress: false,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      '/order': pages,
      '/order-book': pages,
      '/control-room': pages,
      '/door': pages,
      [staffPage]: pages,
      '/plain': plain,
      '/plain/*': plain,
      '/catalogue/*': published,
      '/lines/*': published,
      ...(Object.fromEntries(Object.keys(publishedPagePaths).map((path) => [path, publishedPages])) as Record<
        keyof typeof publishedPagePaths,
        BehaviorOptions
      >),
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: props.domainName,
      domainNames: [props.domainName, staffName(props.domainName)],
      certificate: props.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: props.webAclArn,
      // The function before the site turns `/` into this too. It is said here so that it can never become a list of the
      // bucket.
      defaultRootObject: 'index.html',
      defaultBehavior: pages,
      errorResponses: errorsOfSite(),
      additionalBehaviors: Object.fromEntries(
        Object.entries(kindsByPath).map(([path, kind]) => [
          path,
          { ...behaviors[path as keyof typeof kindsByPath], responseHeadersPolicy: headers[kind] },
        ]),
      ),
    });
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'Fans buy from wherever they are; no country is shut out.',
      'AwsSolutions-CFR3':
        'A whole log of every request would keep fans’ addresses (invariant O3: nothing personal in a log). `AssetLog` has ' +
        'four fields of each, without them; it is delivered in another way, which this rule does not see.',
    });
    this.distribution = distribution;
    this.hostName = distribution.distributionDomainName;
    this.id = distribution.distributionId;
  }
}
