import { type Refusal, refuse } from '../../../contracts/refusals.ts';

/** Its seats are held for nobody any more. */
export function performanceCancelled(): Refusal {
  return refuse('performance-cancelled', 'It does not take place, and nothing of it is sold. Choose another date.');
}
