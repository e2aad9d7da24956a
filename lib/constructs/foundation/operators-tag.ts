import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The tag of functions that operators may invoke; its value is their stage. The pipeline's role to operate goes by it. */
export const operatorsTag = 'stampede:operators-of';

/** The tag of the functions that open a trial (contracts/trial.ts). Whoever delivers may invoke these, and no others. */
export const trialsTag = 'stampede:trials-of';

/** The tag of the function that takes reports of checks. A delivery may invoke it, and so say what it found and nothing else. */
export const reportsTag = 'stampede:reports-of';

export function openToReports(construct: IConstruct, stage: string): void {
  Tags.of(construct).add(reportsTag, stage, { includeResourceTypes: ['AWS::Lambda::Function'] });
}

export function openToTrials(construct: IConstruct, stage: string): void {
  Tags.of(construct).add(trialsTag, stage, { includeResourceTypes: ['AWS::Lambda::Function'] });
}

export function openToOperators(construct: IConstruct, stage: string): void {
  Tags.of(construct).add(operatorsTag, stage, { includeResourceTypes: ['AWS::Lambda::Function'] });
}
