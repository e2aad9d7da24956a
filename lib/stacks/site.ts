import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { SiteConfig } from '../../contracts/site-config.ts';
import type { Ground } from '../constructs/foundation/ground.ts';
import type { BucketElsewhere } from '../constructs/foundation/private-bucket.ts';
import { FanSite } from '../constructs/site/fan-site.ts';

export interface SiteStackProps extends StackProps {
  readonly ground: Ground;
  /** In the standby region. */
  readonly copy: BucketElsewhere;
  /** Folder of the built site. */
  readonly built: string;
  readonly config: SiteConfig;
}

/** The fans' pages. */
export class SiteStack extends Stack {
  readonly site: FanSite;

  constructor(scope: Construct, id: string, { ground, copy, built, config, ...props }: SiteStackProps) {
    super(scope, id, props);
    this.site = new FanSite(this, 'Site', { ground, copy, built, config });
    new CfnOutput(this, 'PagesBucket', { value: this.site.bucket.bucketName });
  }
}
