import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FailoverSwitch } from '../constructs/edge/failover-switch.ts';

export interface StandbyStackProps extends StackProps {
  readonly stage: string;
  readonly retainData: boolean;
}

/** The part that must still work when the home region does not: the failover switch, in the standby region. */
export class StandbyStack extends Stack {
  readonly failoverSwitch: FailoverSwitch;

  constructor(scope: Construct, id: string, { stage, retainData, ...props }: StandbyStackProps) {
    super(scope, id, props);
    this.failoverSwitch = new FailoverSwitch(this, 'Switch', { stage, retain: retainData });
    new CfnOutput(this, 'SwitchBucket', { value: this.failoverSwitch.bucketName });
    new CfnOutput(this, 'SwitchPolicy', { value: this.failoverSwitch.mayTurn });
  }
}
