/**
 * Some rights are looked at when AWS deploys, not when somebody calls: to read the queue that feeds a function, to hand
 * on a failure. Without them the start stops with the sentence.
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
