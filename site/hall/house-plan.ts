import type { Availability } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { Answer } from '../api.ts';

/*
 * A house says which plan its seats are seats of. A page draws that one, whatever plan the performance's file names: the
 * bits of taken seats mean nothing on another.
 */

/** The plan that is drawn already if it is the house's. Undefined if the house's cannot be read now. */
export async function planOfHouse(
  drawn: Plan | undefined,
  { plan }: Pick<Availability, 'plan'>,
  read: (plan: string) => Promise<Answer<Plan>>,
): Promise<Plan | undefined> {
  if (drawn?.id === plan) return drawn;
  const answer = await read(plan);
  return answer.ok ? answer.body : undefined;
}
