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

/** The auditor of a house in which fan 1 asks for three seats, which the limit of four allows. */
function asked() {
  const audit = new SeatAudit({
    ...{ plan, seatsPerFan: 4, holdMinutes: 2 },
    named: (named) => named,
    isCancelled: () => false,
  });
  const wrote = (call: string, record: unknown, now: number) =>
    audit.saw({ by: 'somebody', call, of: [record], answer: { ok: true }, failed: false }, now);
  wrote('asks.send', { ask: 'hold', hold, fan, onSale, performance, wish: { best: { count: 3 } } }, 0);
  return {
    turned: (levers: { readonly seatsPerFan?: number; readonly stopped?: readonly string[] }) =>
      wrote('seats.writeLevers', { onSale, version: 1, stopped: [], turns: [], ...levers }, turnedAt),
    basket: (state: 'held' | 'sold', now: number) => {
      const counted = { hold, performance, decidedAt: now, seats: 3, sections: [section?.id], expiresAt: lapsesAt };
      wrote('seats.writeBasket', { onSale, fan, version: 1, entries: [{ state, ...counted }] }, now);
    },
    section: (until: number, now: number) => {
      const records = [{ hold, lapsesAt: until, seats: [0, 1, 2], total: 3 }];
      const data = encodeSection({ seats: seatsInSection, blocked: [], records });
      wrote('seats.writeSection', { performance, section: section?.id, version: 1, data }, now);
    },
  };
}

describe('a limit that was turned down', () => {
  test('takes nothing of a sale that was decided in time, though its section is written late', () => {
    const { turned, basket, section } = asked();
    basket('held', 0);
    section(lapsesAt, 0);
    turned({ seatsPerFan: 2 });
    basket('sold', lapsesAt - 2000);
    section(sold, lapsesAt + 3000);
  });

  test('is exceeded by a sale that was decided after the hold lapsed', () => {
    const { turned, basket, section } = asked();
    basket('held', 0);
    section(lapsesAt, 0);
    turned({ seatsPerFan: 2 });
    basket('sold', lapsesAt + 2000);
    expect(() => section(sold, lapsesAt + 3000)).toThrow('fan 1 has 3 seats of 2 allowed');
  });

  test('takes nothing of a hold whose section is written late, and is exceeded by one that is decided late', () => {
    const early = asked();
    early.basket('held', 0);
    early.turned({ seatsPerFan: 2 });
    early.section(lapsesAt, turnedAt + 20_000);
    const late = asked();
    late.turned({ seatsPerFan: 2 });
    late.basket('held', turnedAt + 20_000);
    expect(() => late.section(lapsesAt, turnedAt + 20_000)).toThrow('fan 1 has 3 seats of 2 allowed');
  });
});

describe('a sale that was stopped', () => {
  test('leaves a hold that was decided before, though its section is written late', () => {
    const { turned, basket, section } = asked();
    basket('held', 0);
    turned({ stopped: [performance] });
    section(lapsesAt, turnedAt + 20_000);
  });

  test('has nothing new decided', () => {
    const { turned, basket, section } = asked();
    turned({ stopped: [performance] });
    basket('held', turnedAt + 20_000);
    expect(() => section(lapsesAt, turnedAt + 20_000)).toThrow('whose sale was stopped');
  });
});
