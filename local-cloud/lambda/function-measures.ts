/** The measures of a function that Lambda tells CloudWatch, of each invocation. */
import type { Measures } from '../cloudwatch/cloudwatch.ts';
import type { Invocation } from './invocation.ts';

export interface FunctionMeasures {
  /** @param ms The time for which its code ran. */
  readonly ran: (invocation: Invocation, ms: number) => void;
  /** Refused before it ran; a throttled invocation is no invocation. */
  readonly throttled: () => void;
}

export const functionMeasures = (FunctionName: string, measure: Measures['measure']): FunctionMeasures => {
  // Lambda has each of a function, and of all functions together.
  const tell = (name: string, value: number): void => {
    for (const dimensions of [{ FunctionName }, {}]) measure({ namespace: 'AWS/Lambda', name, dimensions }, value);
  };
  return {
    ran: ({ outcome }, ms) => {
      tell('Invocations', 1);
      tell('Errors', outcome === 'failed' ? 1 : 0);
      tell('Duration', ms);
    },
    throttled: () => tell('Throttles', 1),
  };
};
