import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { problemFiles, problemsFolder, problemType } from '../../../contracts/problem-files.ts';
import { type SiteConfig, siteCacheControl } from '../../../contracts/site-config.ts';
import { keptFiles } from '../../put-back/kept-files.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { Ground } from '../foundation/ground.ts';
import { type BucketElsewhere, PrivateBucket } from '../foundation/private-bucket.ts';

export interface FanSiteProps {
  readonly ground: Ground;
  /** A bucket in another region that gets a copy of them. */
  readonly copy: BucketElsewhere;
  /** Folder of the built site. */
  readonly built: string;
  /** `/config.json`. */
  readonly config: SiteConfig;
}

/** The fans' pages: static files, the same for everyone. */
export class FanSite extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { ground, copy, built, config }: FanSiteProps) {
    super(scope, id);
    const { bucket } = new PrivateBucket(this, 'Pages', {
      retain: ground.retainData,
      keepOldVersions: Duration.days(keptFiles.pages.days),
      // As its copy, by which the distribution of copies tells a page that is not there from a file (constructs/edge/copies-distribution.ts).
      missingIs: 403,
      copied: { to: copy, prefixes: [''] },
    });
    this.bucket = bucket;
    // Assets first and nothing is ever pruned: a page that was loaded before the deployment still finds its own.
    const shared = {
      destinationBucket: bucket,
      prune: false,
      logGroup: new LogGroup(this, 'DeploymentLogs', {
        retention: ground.logRetention,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    };
    const assets = new BucketDeployment(this, 'Assets', {
      ...shared,
      destinationKeyPrefix: 'assets',
      sources: [Source.asset(join(built, 'assets'))],
      cacheControl: [CacheControl.fromString(siteCacheControl.assets)],
    });
    const pages = new BucketDeployment(this, 'Files', {
      ...shared,
      sources: [Source.asset(built, { exclude: ['assets'] }), Source.jsonData('config.json', config)],
      cacheControl: [CacheControl.fromString(siteCacheControl.pages)],
    });
    pages.node.addDependency(assets);
    new BucketDeployment(this, 'Problems', {
      ...shared,
      destinationKeyPrefix: problemsFolder,
      sources: Object.entries(problemFiles).map(([name, problem]) => Source.jsonData(name, problem)),
      contentType: problemType,
      cacheControl: [CacheControl.fromString(siteCacheControl.problems)],
    });
    this.acceptDeployer(pages, bucket);
  }

  /** Answers the findings on the function that the CDK brings along to copy files at deployment. */
  private acceptDeployer({ handlerRole }: BucketDeployment, bucket: IBucket): void {
    const deployer = handlerRole.node.scope;
    if (!deployer) throw new Error(`${handlerRole.node.path} belongs to no function`);
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    const { account, region } = Stack.of(this);
    const ours = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    const itsOwn = 'The CDK’s own deployment function, which runs while we deploy and never for a fan;';
    const copies = `${itsOwn} it copies any file from the CDK’s asset bucket into the site’s.`;
    acknowledge(deployer, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': `${itsOwn} it writes its log.`,
      'AwsSolutions-IAM5[Action::s3:GetBucket*]': copies,
      'AwsSolutions-IAM5[Action::s3:GetObject*]': copies,
      'AwsSolutions-IAM5[Action::s3:List*]': copies,
      'AwsSolutions-IAM5[Action::s3:Abort*]': copies,
      'AwsSolutions-IAM5[Action::s3:DeleteObject*]': copies,
      [`AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-${ours}-${region}/*]`]: copies,
      [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`]: copies,
      'AwsSolutions-L1': `${itsOwn} its runtime comes with the CDK’s version.`,
      'Serverless-LambdaLatestVersion': `${itsOwn} its runtime comes with the CDK’s version.`,
      'Serverless-LambdaDLQ': `${itsOwn} CloudFormation waits for its answer.`,
      'Serverless-LambdaTracing': `${itsOwn} there is no request to trace.`,
    });
  }
}
