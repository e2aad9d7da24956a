import { published } from '../contracts/paths.ts';
import type { PerformanceActs } from '../contracts/performance-acts.ts';
import { seatsInOrder } from '../contracts/plan.ts';
import { actsIn, cancellationOf } from '../lambdas/foundation/performance-acts.ts';
import { makeSigned } from '../lambdas/foundation/signing.ts';
import { holdSeats } from '../lambdas/seating/ask/hold-seats.ts';
import { showHold } from '../lambdas/seating/ask/show-hold.ts';
import { isGeneral } from '../rules/access-seats.ts';
import { Breach } from './audit/breach.ts';
import { type Morning, onSale } from './morning.ts';
import { keys, signers } from './stage/platform.ts';

/** S3: when all is quiet, a late fan asks for a seat of a lapsed hold, which nobody has cleared away, and gets it. */
const name = 'latecomer';

export async function takeLapsedSeats(morning: Morning): Promise<void> {
  const { performances, plan } = morning.of;
  const access = new Set(
    plan.sections.flatMap((section) => seatsInOrder(section).flatMap((seat) => (isGeneral(seat) ? [] : [seat.id]))),
  );
  for (const { id } of performances.slice(0, morning.of.seatsPerFan)) {
    if (isCancelled(morning, id)) continue;
    const [seat] = morning.seats.lapsed(id, morning.time.now).filter((lapsed) => !access.has(lapsed));
    if (seat !== undefined) await takeSeat(morning, id, seat);
  }
}

/** Staff may cancel it in the very moment of the probe. */
function isCancelled(morning: Morning, performance: string): boolean {
  const acts = morning.platform.published<PerformanceActs>(published.performanceActs());
  return cancellationOf(actsIn(acts), performance) !== undefined;
}

async function takeSeat(morning: Morning, performance: string, seat: string): Promise<void> {
  const shop = signers;
  const pass = makeSigned('p1', keys.passes[0], {
    o: onSale,
    f: name,
    i: '1',
    q: 0,
    x: Math.ceil(morning.time.now / 1000) + 3600,
  });
  const asked = await morning.ask(name, `hold ${performance} ${seat}`, (api, now) =>
    holdSeats(
      { ...shop, store: api.seats, books: api.books, findEnded: api.findEnded, ask: api.ask },
      { performance, wish: { seats: [seat] }, pass, idempotencyKey: `lapsed-${performance}` },
      now,
    ),
  );
  if (!asked.ok && isCancelled(morning, performance)) return;
  if (!asked.ok) throw new Breach('S3', `${performance} ${seat} is free, and not to be had: ${asked.refusal}`, [name]);
  for (;;) {
    await morning.wait(500);
    const { hold } = asked.view;
    const shown = await morning.ask(name, `look at ${hold}`, (api, now) =>
      showHold({ ...shop, store: api.seats, books: api.books }, { performance, hold, pass }, now),
    );
    const state = shown.ok ? shown.view.state : shown.refusal;
    if (state === 'held') return;
    if (state !== 'pending')
      throw new Breach(
        'S3',
        `${performance} ${seat} was held until its time was over, and is not to be had: ${state}`,
        [hold, `${performance} ${seat}`],
      );
  }
}
