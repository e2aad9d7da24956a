import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The tag of functions that operators may invoke; its value is their stage. The pipeline's role to operate goes by it. */
export const operatorsTag = 'stampede:operators-of';

/** The tag of the functions that open a trial (contracts/trial.ts). Whoever delivers may invoke these, and no others. */
export const trialsTag = 'stampede:trials-of';

export function openToTrials(construct: IConstruct, stage: string): void {
  Tags.of(construct).add(trialsTag, stage, { includeResourceTypes: ['AWS::Lambda::Function'] });
}

export function openToOperators(construct: IConstruct, stage: string): void {
  Tags.of(construct).add(operatorsTag, stage, { includeResourceTypes: ['AWS::Lambda::Function'] });
}
