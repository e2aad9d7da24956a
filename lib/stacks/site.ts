import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Ground } from '../constructs/foundation/ground.ts';
import { type FanConfig, FanSite } from '../constructs/site/fan-site.ts';

export interface SiteStackProps extends StackProps {
  readonly ground: Ground;
  /** Folder of the built site. */
  readonly built: string;
  readonly config: FanConfig;
}

/** The fans' pages. */
export class SiteStack extends Stack {
  readonly site: FanSite;

  constructor(scope: Construct, id: string, { ground, built, config, ...props }: SiteStackProps) {
    super(scope, id, props);
    this.site = new FanSite(this, 'Site', { ground, built, config });
  }
}
