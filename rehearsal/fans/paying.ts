import type { OrderRequest, OrderView } from '../../contracts/order.ts';
import { header } from '../../contracts/paths.ts';
import type { Ending } from '../notes.ts';
import { type SiteAsk, toApi } from '../site.ts';
import type { InHand } from './shopping.ts';
import { askUntilAnswered, endingOf, ends, isAnswered, isFault, type Visit, type WayOn } from './visit.ts';

/** A surname no log would contain by chance. */
const surname = 'Quillfeather';

/** From seats in hand to an order that is decided. A declined card may be followed by another way to pay. */
export async function buy(visit: Visit, pass: string, inHand: InHand): Promise<WayOn<{ readonly order: OrderView }>> {
  const { fan, rehearsal } = visit;
  const goodCard = rehearsal.cardNow?.() ?? (rehearsal.bankIsSlow?.() ? 'no-answer' : 'approved');
  const firstCard = fan.payment === 'card' ? goodCard : 'declined';
  const boxOffice = { method: 'box-office' } as const;
  const first = fan.payment === 'box-office' ? boxOffice : ({ method: 'sandbox-card', card: firstCard } as const);
  const bought = await place(visit, pass, inHand, first, 0);
  if (bought.ok) return bought;
  const unavailable = bought.ending.how === 'refused' && bought.ending.refusal === 'payment-method-unavailable';
  const another = bought.ending.how === 'card-declined' && fan.payment === 'declined-then-box-office';
  return unavailable || another ? await place(visit, pass, inHand, boxOffice, 1) : bought;
}

async function place(
  visit: Visit,
  pass: string,
  inHand: InHand,
  payment: OrderRequest['payment'],
  attempt: number,
): Promise<WayOn<{ readonly order: OrderView }>> {
  const { fan, notes, rehearsal } = visit;
  const email = `fan-${fan.number}-${rehearsal.run}@rehearsal.example`;
  const name = `Rehearsal ${surname}-${fan.number}`;
  notes.personal.add(`${surname}-${fan.number}`);
  const body: OrderRequest = { slips: [inHand.slip], buyer: { name, email }, payment };
  const ask: SiteAsk = {
    step: 'order',
    ...toApi('POST orders'),
    headers: { [header.pass]: pass, [header.idempotencyKey]: `order-${rehearsal.run}-${fan.number}-${attempt}` },
    body,
  };
  if (fan.doubleClicks) notes.trying('double click on order');
  const answers = await Promise.all(
    Array.from({ length: fan.doubleClicks ? 2 : 1 }, () => askUntilAnswered(visit, ask)),
  );
  const [first = { status: 0, body: undefined }, second] = answers;
  if (!isAnswered(first)) return ends(endingOf(visit, ask, first));
  const placed = first.body as OrderView;
  if (second && isAnswered(second) && (second.body as OrderView).order !== placed.order) {
    notes.contradict('O2', `two clicks of fan ${fan.number} made two orders`);
  }
  if (fan.reusesKey && attempt === 0)
    await reuseKey(visit, { ...ask, body: { ...body, buyer: { name, email, phone: '1' } } });
  return await settled(visit, placed);
}

async function reuseKey(visit: Visit, ask: SiteAsk): Promise<void> {
  visit.notes.trying('idempotency key with another body');
  const answer = await askUntilAnswered(visit, ask);
  if (!isFault(answer) && answer.problem !== 'idempotency-key-reused') {
    visit.notes.contradict('O2', `a used key with another body was answered ${answer.status} ${answer.problem ?? ''}`);
  }
}

/** Milliseconds a fan watches their order before they count it as unanswered. */
const settlePatience = 90_000;
/** A bank's lost word is asked for again two minutes later, by a clock that ticks each minute. */
const slowBankPatience = 5 * 60_000;

async function settled(visit: Visit, placed: OrderView): Promise<WayOn<{ readonly order: OrderView }>> {
  const { fan, notes, clock, rehearsal } = visit;
  const patience = rehearsal.bankIsSlow ? slowBankPatience : settlePatience;
  const key = placed.key ?? '';
  const ask: SiteAsk = {
    step: 'order poll',
    ...toApi('GET orders/{order}', { order: placed.order }),
    headers: { [header.orderKey]: key },
  };
  let view = placed;
  const from = clock.now();
  for (let pause = 400; !decided(view); pause = Math.min(2000, pause * 1.5)) {
    if (clock.now() - from > patience) {
      return ends({ how: 'unanswered', step: 'order', said: `order ${placed.order} was never settled` });
    }
    await clock.wait(pause);
    const answer = await askUntilAnswered(visit, ask);
    if (!isAnswered(answer)) return ends(endingOf(visit, ask, answer));
    view = answer.body as OrderView;
  }
  notes.orders.push({ fan: fan.number, view, key });
  if (view.state === 'confirmed') return { ok: true, order: view };
  return ends({ how: view.refusal === 'seats-lost' ? 'seats-lost' : 'card-declined' });
}

const decided = ({ state, changing }: OrderView): boolean =>
  state !== 'paying' && state !== 'placed' && changing === undefined;

/** Gives a whole order back, with two clicks at once, and watches until it is. */
export async function giveBack(visit: Visit, order: string): Promise<Ending> {
  const { notes, clock } = visit;
  const seen = notes.orders.find(({ view }) => view.order === order);
  if (!seen) throw new Error(`Order ${order} was never noted`);
  const headers = { [header.orderKey]: seen.key };
  const ask: SiteAsk = { step: 'cancel', ...toApi('POST orders/{order}/cancel', { order }), headers };
  notes.trying('order given back, clicked twice');
  const answers = await Promise.all([askUntilAnswered(visit, ask), askUntilAnswered(visit, ask)]);
  const said = answers.find((answer) => !isAnswered(answer));
  if (said) return endingOf(visit, ask, said);
  const poll: SiteAsk = { step: 'order poll', ...toApi('GET orders/{order}', { order }), headers };
  const from = clock.now();
  for (let pause = 400; clock.now() - from < settlePatience; pause = Math.min(2000, pause * 1.5)) {
    await clock.wait(pause);
    const answer = await askUntilAnswered(visit, poll);
    if (!isAnswered(answer)) return endingOf(visit, poll, answer);
    const view = answer.body as OrderView;
    if (!decided(view)) continue;
    seen.view = view;
    if (view.state !== 'cancelled') notes.contradict('O1', `order ${order} was given back and is ${view.state}`);
    return { how: 'gave-back' };
  }
  return { how: 'unanswered', step: 'cancel', said: `order ${order} was never given back` };
}
