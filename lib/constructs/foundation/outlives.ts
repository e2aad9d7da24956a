import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * What becomes of data when its stack goes, or no longer has it. Kept data outlives both. What a deployment made that
 * failed is rolled back with it (`RetainExceptOnCreate`): it is empty, and would stand about for ever without a stack.
 */
export const outlives = (retain: boolean): RemovalPolicy =>
  retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
