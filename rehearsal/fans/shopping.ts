import type { PerformanceFile } from '../../contracts/catalogue.ts';
import { type Availability, askTimes, type Basket, type HoldRequest, type HoldView } from '../../contracts/house.ts';
import { header, published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { HoldSeen } from '../notes.ts';
import { type SiteAsk, toApi } from '../site.ts';
import { chosen } from './audience.ts';
import { chooseSeats } from './seats.ts';
import { askUntilAnswered, endingOf, ends, isAnswered, isFault, type Visit, type WayOn } from './visit.ts';

/** Seats a fan has in hand. */
export interface InHand {
  readonly seen: HoldSeen;
  readonly slip: string;
}

/**
 * From the pass to seats in hand. The fan looks around, chooses a performance, and asks for seats. When refused, they
 * try something else a bounded number of times.
 */
export async function findSeats(visit: Visit, pass: string): Promise<WayOn<{ readonly inHand: InHand }>> {
  const { fan, clock, notes, programme } = visit;
  for (const [attempt, choice] of fan.choices.entries()) {
    await clock.wait(attempt === 0 ? fan.looking : fan.looking / 4);
    const performance = programme.performances[chosen(choice, programme.weights)];
    if (!performance) return ends({ how: 'no-seats' });
    const wish = await wishFor(visit, performance, attempt);
    if (!wish) continue;
    const asked = await askForSeats(visit, pass, performance.id, wish, attempt);
    if (!asked.ok) return asked;
    const { view } = asked;
    if (view.state === 'held') {
      const wanted = 'seats' in wish ? wish.seats.length : wish.best.count;
      if (view.seats.length !== wanted) {
        notes.contradict('S2', `hold ${view.hold} was for ${wanted} seats and got ${view.seats.length}`);
      }
      const seen: HoldSeen = {
        hold: view.hold,
        performance: performance.id,
        asked: wanted,
        seats: view.seats.map(({ id }) => id),
        expiresAt: view.expiresAt,
      };
      notes.holds.push(seen);
      return { ok: true, inHand: { seen, slip: view.slip } };
    }
    if (view.state === 'refused') {
      if (view.refusal === 'seat-taken' && view.taken.length === 0) {
        notes.contradict('S2', `the refusal of hold ${view.hold} does not name the seats that were taken`);
      }
      notes.trying(`refused: ${view.refusal}`);
    }
  }
  return ends({ how: 'no-seats' });
}

async function wishFor(
  visit: Visit,
  { id, show }: { readonly id: string; readonly show: string },
  attempt: number,
): Promise<HoldRequest | undefined> {
  const { fan, site, programme, notes, chance } = visit;
  await site.ask({ step: 'show', method: 'GET', path: published.show(show) });
  const read = async (step: 'performance' | 'plan', path: string) => {
    const answer = await askUntilAnswered(visit, { step, method: 'GET', path });
    return isAnswered(answer) ? answer.body : undefined;
  };
  const performance = (await read('performance', published.performance(id))) as PerformanceFile | undefined;
  if (!performance) return undefined;
  const plan = (await read('plan', published.plan(performance.plan))) as Plan | undefined;
  const seats = toApi('GET performances/{performance}/availability', { performance: id });
  const availability = (await site.ask({ step: 'availability', ...seats })).body as Availability | undefined;
  if (fan.greedy && attempt === 0) {
    notes.trying('more seats than the limit');
    return { best: { count: Math.min(50, programme.onSale.seatsPerFan + 1) } };
  }
  const party = Math.min(fan.party, programme.onSale.seatsPerFan);
  // Without a plan or without its free seats, the page still offers the best available.
  if (fan.picks === 'named-seats' && plan && availability?.sections) {
    const seats = chooseSeats(plan, availability, party, chance);
    return seats && { seats: [...seats] };
  }
  return { best: { count: party } };
}

/** Milliseconds a fan waits for the house's decision before they count it as none. */
const decisionPatience = 60_000;
/** A fan whom no fault sends away hears by the age of their ask at the latest that it was lost, some looks later. */
const lostAskPatience = askTimes.answerMs + 25_000;

/** Asks, and watches the hold until it is decided. A wish beyond the limit may be refused at once. */
async function askForSeats(
  visit: Visit,
  pass: string,
  performance: string,
  wish: HoldRequest,
  attempt: number,
): Promise<WayOn<{ readonly view: HoldView }>> {
  const { fan, clock, notes, rehearsal } = visit;
  const key = `hold-${rehearsal.run}-${fan.number}-${attempt}`;
  const ask: SiteAsk = {
    step: 'hold',
    ...toApi('POST performances/{performance}/holds', { performance }),
    headers: { [header.pass]: pass, [header.idempotencyKey]: key },
    body: wish,
  };
  if (fan.doubleClicks) notes.trying('double click on hold');
  const answers = await Promise.all(
    Array.from({ length: fan.doubleClicks ? 2 : 1 }, () => askUntilAnswered(visit, ask)),
  );
  const [first = { status: 0, body: undefined }, second] = answers;
  if (!isAnswered(first)) {
    const tooMany = fan.greedy && attempt === 0 && first.status >= 400 && first.status < 500;
    if (tooMany) return { ok: true, view: { state: 'released', hold: '', performance } };
    return ends(endingOf(visit, ask, first));
  }
  const { hold } = first.body as HoldView;
  if (second && isAnswered(second) && (second.body as HoldView).hold !== hold) {
    notes.contradict('S5', `two clicks of fan ${fan.number} asked for two holds`);
  }
  const poll: SiteAsk = {
    step: 'hold poll',
    ...toApi('GET performances/{performance}/holds/{hold}', { performance, hold }),
    headers: { [header.pass]: pass },
  };
  const from = clock.now();
  const patience = rehearsal.insists ? lostAskPatience : decisionPatience;
  for (let pause = 300; clock.now() - from < patience; pause = Math.min(2000, pause * 1.5)) {
    await clock.wait(pause);
    const answer = await askUntilAnswered(visit, poll);
    // The hold is written by the queue's consumer: until then there may be nothing to show.
    if (answer.problem === 'hold-unknown') continue;
    if (!isAnswered(answer)) return ends(endingOf(visit, poll, answer));
    const view = answer.body as HoldView;
    if (view.state !== 'pending') return { ok: true, view };
  }
  return ends({ how: 'unanswered', step: 'hold', said: `hold ${hold} was never decided` });
}

/** Gives seats back. */
export async function release(visit: Visit, pass: string, { seen }: InHand): Promise<void> {
  const ask: SiteAsk = {
    step: 'release',
    ...toApi('DELETE performances/{performance}/holds/{hold}', seen),
    headers: { [header.pass]: pass },
  };
  const answer = await askUntilAnswered(visit, ask);
  seen.ended = 'released';
  if (!isAnswered(answer) && !isFault(answer) && answer.problem !== 'pass-expired') {
    visit.notes.contradict('answers', `a release was answered ${answer.status} ${answer.problem ?? ''}`);
  }
}

/** More time for what is in hand, once: a second ask gains nothing. */
export async function askForMoreTime(visit: Visit, pass: string, { seen }: InHand): Promise<void> {
  const ask: SiteAsk = { step: 'more time', ...toApi('POST basket/extend'), headers: { [header.pass]: pass } };
  visit.notes.trying('more time');
  const answers = await Promise.all([askUntilAnswered(visit, ask), askUntilAnswered(visit, ask)]);
  const given = answers.find(isAnswered);
  if (!given) return;
  const until = (given.body as Basket).timer?.lapsesAt ?? 0;
  if (until <= seen.expiresAt) visit.notes.contradict('S3', `more time for hold ${seen.hold} ended no later`);
}

/** The checkout page: the basket must hold all the seats that the fan heard of. */
export async function readBasket(visit: Visit, pass: string, { seen }: InHand): Promise<void> {
  const ask: SiteAsk = { step: 'basket', ...toApi('GET basket'), headers: { [header.pass]: pass } };
  const answer = await askUntilAnswered(visit, ask);
  if (!isAnswered(answer)) return;
  const { holds } = answer.body as Basket;
  const same = holds.find(({ hold }) => hold === seen.hold);
  if (same?.state !== 'held' && seen.expiresAt > visit.clock.now()) {
    visit.notes.contradict(
      'S3',
      `the basket of fan ${visit.fan.number} says ${same?.state ?? 'nothing'} of a live hold`,
    );
  }
}
