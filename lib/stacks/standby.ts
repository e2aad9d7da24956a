import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FailoverSwitch } from '../constructs/edge/failover-switch.ts';
import { type BucketElsewhere, PrivateBucket } from '../constructs/foundation/private-bucket.ts';
import { keptFiles } from '../put-back/kept-files.ts';

export interface StandbyStackProps extends StackProps {
  readonly stage: string;
  readonly retainData: boolean;
}

/** Copies of what everybody may read, for the time when the home region does not give it. */
export interface CopiesElsewhere {
  readonly published: BucketElsewhere;
  readonly pages: BucketElsewhere;
}

/**
 * The part that must still work when the home region does not, in the standby region: the failover switch, and copies of pages
 * and published files.
 */
export class StandbyStack extends Stack {
  readonly failoverSwitch: FailoverSwitch;
  readonly copies: CopiesElsewhere;

  constructor(scope: Construct, id: string, { stage, retainData, ...props }: StandbyStackProps) {
    super(scope, id, props);
    this.failoverSwitch = new FailoverSwitch(this, 'Switch', { stage, retain: retainData });
    const copyOf = (what: keyof typeof keptFiles, missingIs: 403 | 404): BucketElsewhere => {
      const copy = {
        // Stacks of another region refer to it by a name that they can make up themselves.
        name: `${stage}-${what}-${Aws.ACCOUNT_ID}-${this.region}`,
        region: this.region,
      };
      const keepOldVersions = Duration.days(keptFiles[what].days);
      new PrivateBucket(this, `CopyOf-${what}`, { retain: retainData, keepOldVersions, missingIs, name: copy.name });
      return copy;
    };
    this.copies = { published: copyOf('published', 404), pages: copyOf('pages', 403) };
    new CfnOutput(this, 'SwitchBucket', { value: this.failoverSwitch.bucketName });
    new CfnOutput(this, 'SwitchPolicy', { value: this.failoverSwitch.mayTurn });
  }
}
