import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Ground } from '../constructs/foundation/ground.ts';
import { FanSite } from '../constructs/site/fan-site.ts';

export interface SiteStackProps extends StackProps {
  readonly ground: Ground;
  /** Folder of the built site. */
  readonly built: string;
  /** Origin of the live files, e.g. `https://live.tickets.example.org`. */
  readonly live: string;
}

/** The fans' pages. */
export class SiteStack extends Stack {
  readonly site: FanSite;

  constructor(scope: Construct, id: string, { ground, built, live, ...props }: SiteStackProps) {
    super(scope, id, props);
    this.site = new FanSite(this, 'Site', { ground, built, config: { live } });
  }
}
