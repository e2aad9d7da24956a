import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PurchaseTrial, type PurchaseTrialProps } from '../constructs/trial/purchase-trial.ts';
import { trialName } from '../constructs/trial/trial-name.ts';

export interface TrialStackProps extends StackProps, PurchaseTrialProps {}

/** The program that buys a seat with a pretend card, every five minutes while a line is open. */
export class TrialStack extends Stack {
  constructor(scope: Construct, id: string, props: TrialStackProps) {
    super(scope, id, props);
    new PurchaseTrial(this, 'Trial', props);
    new CfnOutput(this, 'TrialCanary', { value: trialName(props.monitoring.stage) });
  }
}
