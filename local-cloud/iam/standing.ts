/**
 * What AWS looks at when it deploys, not when somebody calls: a queue that its function may not read, a failure that it
 * may not hand on. The start stops with the sentence.
 */
import type { Cloud, Resource } from '../kind.ts';
import type { Ask, Caller } from './judge.ts';

/** @throws an Error with the sentence, if one is refused. */
export const mustBeAllowed = (
  { iam }: Cloud,
  { stack, logicalId }: Pick<Resource, 'stack' | 'logicalId'>,
  caller: Caller,
  asks: readonly Ask[],
): void => {
  for (const ask of asks) {
    const refusal = iam.gate.refusalOfService(caller, ask);
    if (refusal !== undefined) throw new Error(`${stack}.${logicalId}: ${refusal}`);
  }
};
