import { describe, expect, test } from '@jest/globals';
import { seatsInOrder } from '../../contracts/plan.ts';
import { encodeSection, sold } from '../../lambdas/seating/house/section-codec.ts';
import { SeatAudit } from '../../simulation/audit/audit-seats.ts';
import { plan } from '../rehearsal/row-plan.ts';

const [section] = plan.sections;
if (!section) throw new Error('The plan has no section');
const seatsInSection = seatsInOrder(section).length;

const [hold, fan, onSale, performance] = ['hold-of-fan1', 'fan 1', 'friends', 'evening-1'];
const lapsesAt = 120_000;
/** Long enough for everybody to obey a turn. */
const turnedAt = 40_000;

/** Three seats that fan 1 holds under a limit of four, which staff then turn down to two. */
function heldAndTurned() {
  const audit = new SeatAudit({
    ...{ plan, seatsPerFan: 4, holdMinutes: 2 },
    named: (named) => named,
    isCancelled: () => false,
  });
  const wrote = (call: string, record: unknown, now: number) =>
    audit.saw({ by: 'somebody', call, of: [record], answer: { ok: true }, failed: false }, now);
  const section3 = (until: number, now: number) => {
    const records = [{ hold, lapsesAt: until, seats: [0, 1, 2], total: 3 }];
    const data = encodeSection({ seats: seatsInSection, blocked: [], records });
    wrote('seats.writeSection', { performance, section: section?.id, version: 1, data }, now);
  };
  const sell = (now: number) => {
    const counted = { hold, performance, decidedAt: now, seats: 3, sections: [section?.id], expiresAt: lapsesAt };
    wrote('seats.writeBasket', { onSale, fan, version: 2, entries: [{ state: 'sold', order: 'o', ...counted }] }, now);
  };
  wrote('asks.send', { ask: 'hold', hold, fan, onSale, performance, wish: { best: { count: 3 } } }, 0);
  section3(lapsesAt, 0);
  wrote('seats.writeLevers', { onSale, version: 1, seatsPerFan: 2, stopped: [], turns: [] }, turnedAt);
  return { sell, sectionSold: (now: number) => section3(sold, now) };
}

describe('a limit that was turned down', () => {
  test('takes nothing of a sale that was decided in time, though its section is written late', () => {
    const { sell, sectionSold } = heldAndTurned();
    sell(lapsesAt - 1000);
    sectionSold(lapsesAt + 3000);
  });

  test('is exceeded by a sale that was decided after the hold lapsed', () => {
    const { sell, sectionSold } = heldAndTurned();
    sell(lapsesAt + 1000);
    expect(() => sectionSold(lapsesAt + 3000)).toThrow('fan 1 has 3 seats of 2 allowed');
  });
});
