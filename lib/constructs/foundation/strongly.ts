import { ReferenceStrength, type Resource } from 'aws-cdk-lib';

/**
 * Other stacks refer to this resource by an export of CloudFormation's, which refuses to change while they do. With the
 * usual weak reference a replaced resource would leave them with the address of the one before: the command line skips a
 * stack whose template reads the same (docs/decisions/0060-deployments-that-go-back.md). Not for what a stage's file takes
 * away, such as a secret that was rotated out: its stack could not let go of it before the others.
 */
export function strongly<Made extends Resource>(made: Made): Made {
  made.applyCrossStackReferenceStrength(ReferenceStrength.STRONG);
  return made;
}

/**
 * For what a stage's file takes away and other stacks once imported: they refer to it weakly now, and the export stays as
 * long as the resource does. A stage that was deployed before still imports it when its stack is updated.
 */
export function weaklySince<Made extends Resource>(made: Made): Made {
  made.applyCrossStackReferenceStrength(ReferenceStrength.BOTH);
  return made;
}
