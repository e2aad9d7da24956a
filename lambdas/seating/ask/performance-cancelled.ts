import { type Refusal, refuse } from '../../../contracts/refusals.ts';

/** Its seats are held for nobody any more. */
export function performanceCancelled(): Refusal {
  return refuse('performance-cancelled', 'It does not take place, and nothing of it is sold. Choose another date.');
}

/** Staff stopped its sale for now. It is not sold out, and what is held of it may be bought. */
export function performanceStopped(): Refusal {
  return refuse(
    'performance-stopped',
    'Its sale is stopped for now. Seats that you hold stay yours to buy. Choose another date, or look again later.',
  );
}
