/** A small site behind a distribution, synthesized by a test: `node fixture-app.ts <outdir> <folder of pages>`. */
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';

const [outdir = '', pages = ''] = process.argv.slice(2);
const app = new App({ outdir });
const stack = new Stack(app, 'Site', { env: { account: '111122223333', region: 'eu-west-2' } });

// The library's own types do not agree under `exactOptionalPropertyTypes`.
const bucket = new Bucket(stack, 'Pages', { enforceSSL: true, removalPolicy: RemovalPolicy.DESTROY }) as IBucket;
const key = new Secret(stack, 'Key', { generateSecretString: { passwordLength: 48, excludePunctuation: true } });
const origin = S3BucketOrigin.withOriginAccessControl(bucket);
const guard = new EdgeFunction(stack, 'Guard', {
  runtime: FunctionRuntime.JS_2_0,
  code: FunctionCode.fromInline(`function handler(event) {
    if (event.request.uri === '/key') return { statusCode: 200, headers: {}, body: '${key.secretValue.unsafeUnwrap()}' };
    return event.request;
  }`),
});
const distribution = new Distribution(stack, 'Front', {
  defaultRootObject: 'index.html',
  defaultBehavior: {
    origin,
    functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: guard }],
    responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
  },
  errorResponses: [
    { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html', ttl: Duration.seconds(0) },
  ],
});
new BucketDeployment(stack, 'Files', {
  destinationBucket: bucket,
  sources: [
    Source.asset(pages),
    Source.jsonData('config.json', {
      site: `https://${distribution.distributionDomainName}`,
      secretArn: key.secretArn,
    }),
  ],
  distribution,
  cacheControl: [CacheControl.maxAge(Duration.minutes(1))],
});
app.synth();
