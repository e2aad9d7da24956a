import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Answers findings of the validation packs on one construct, each with the reason why it stands. A finding that is not
 * answered beside the construct that causes it fails the synthesis.
 *
 * @param reasons Reason by rule id, e.g. `'AwsSolutions-S1'` or `'AwsSolutions-IAM5[Resource::*]'`.
 */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}
