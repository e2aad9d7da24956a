import { expect } from '@jest/globals';
import type { Problem } from '../../contracts/refusals.ts';
import type { RequestDecision } from '../../local-cloud/cloudfront/function-event.ts';

/** The problem document that a function answered with. */
export function problemIn(decision: RequestDecision): Problem {
  if (decision.go !== 'back') throw new Error('the request went on');
  expect(decision.response.headers['content-type']).toBe('application/problem+json');
  const problem = JSON.parse(decision.response.body.toString()) as Problem;
  expect(problem.status).toBe(decision.response.status);
  return problem;
}
