import type { OrderItem } from '../../contracts/order.ts';
import type { Browser, Trouble } from '../api.ts';
import { takenSeats } from '../hall/plan/taken.ts';
import { readAvailability, readPlan } from '../hall/seats-api.ts';
import type { StaffExchange } from './open-order.ts';

/** The plan of a line's performance, and what of it is free, for the seats to be typed. */
export async function readLineExchange(
  browser: Browser,
  line: OrderItem,
): Promise<
  | { readonly ok: true; readonly exchange: Omit<StaffExchange, 'typed'> }
  | { readonly ok: false; readonly trouble: Trouble }
> {
  const free = await readAvailability(browser, line.performance);
  if (!free.ok) return free;
  // The house's own plan, whatever is published.
  const plan = await readPlan(browser, free.body.plan);
  if (!plan.ok) return plan;
  const [first] = line.seats;
  const section = plan.body.sections.find(({ rows }) =>
    rows.some(({ seats }) => seats.some(({ id }) => id === first?.id)),
  );
  const exchange = {
    hold: line.hold,
    plan: plan.body,
    taken: takenSeats(plan.body, free.body),
    section: section?.id ?? '',
    from: line.seats.length === 1 && first ? [first.id] : [],
  };
  return { ok: true, exchange };
}
