import { api } from '../../contracts/api.ts';
import type { HoldView } from '../../contracts/house.ts';
import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Challenge, Claimed, Joined } from '../../contracts/line-requests.ts';
import type { OrderRequest, OrderView } from '../../contracts/order.ts';
import { header, published } from '../../contracts/paths.ts';
import { solveWork } from '../../lambdas/waiting-room/entry/solve-work.ts';
import { positionOf } from '../../rules/draw.ts';
import { bankOf } from '../../rules/roll.ts';
import type { Clock } from '../site.ts';
import { type AskTrial, OutOfPatience, StepPatience, type TrialCall } from './step-patience.ts';

/*
 * A trial (contracts/trial.ts) as a fan goes through it, by the addresses that pages use:
 *
 *   open ─▶ join ─▶ turn ─▶ claim ─▶ hold ─▶ order ─▶ ticket ─▶ cancel ─▶ leave
 *
 * Each step has its time and asks again within it, as a page does. A walk that fails says in which step, and what was
 * answered last. It then cancels what it bought and leaves, as far as it can; the seats of a walk that died are free
 * again when their house ends (lambdas/seating/house/trial-house.ts).
 */

/** How long each step may take, in seconds. */
export const stepSeconds = {
  open: 60,
  join: 15,
  // A stage at rest starts its pacemaker within a minute. Then a round, its beacon, and the call.
  turn: 120,
  claim: 15,
  hold: 20,
  order: 30,
  ticket: 20,
  cancel: 30,
  leave: 10,
} as const;
export type TrialStep = keyof typeof stepSeconds;
export const steps = Object.keys(stepSeconds) as readonly TrialStep[];

export interface WalkDeps {
  /** Opens the trial of this hour, or finds it open. */
  readonly open: () => Promise<{ readonly onSale: string }>;
  readonly ask: AskTrial;
  readonly clock: Clock;
  /** 128 random bits as 22 characters of base64url, others each time. */
  readonly chance: () => string;
}

export interface StepTaken {
  readonly step: TrialStep;
  readonly tookMs: number;
}

export type Walked =
  | { readonly ok: true; readonly taken: readonly StepTaken[] }
  /** `says`: what was asked for, and what was answered last. */
  | { readonly ok: false; readonly taken: readonly StepTaken[]; readonly failed: TrialStep; readonly says: string };

/** What a walk that fails would leave behind. */
interface LeftBehind {
  onSale?: string;
  receipt?: string;
  order?: OrderKey;
}

export async function walk(deps: WalkDeps): Promise<Walked> {
  const taken: StepTaken[] = [];
  const hand: LeftBehind = {};
  let at: TrialStep = 'open';
  const step: TakeTrialStep = async (name, act) => {
    at = name;
    const began = deps.clock.now();
    const done = await act(new StepPatience(deps, began + stepSeconds[name] * 1000));
    taken.push({ step: name, tookMs: deps.clock.now() - began });
    return done;
  };
  try {
    await goThrough(deps, step, hand);
    return { ok: true, taken };
  } catch (error) {
    if (!(error instanceof OutOfPatience)) throw error;
    await tidyUp(deps, hand);
    return { ok: false, taken, failed: at, says: error.message };
  }
}

type TakeTrialStep = <Done>(name: TrialStep, act: (patience: StepPatience) => Promise<Done>) => Promise<Done>;

async function goThrough(deps: WalkDeps, step: TakeTrialStep, hand: LeftBehind): Promise<void> {
  const { onSale } = await step('open', (patience) => patience.of('the trial of this hour', deps.open));
  hand.onSale = onSale;
  const joined = await step('join', (patience) => join(deps, patience, onSale));
  hand.receipt = joined.receipt;
  await step('turn', (patience) => turn(patience, onSale, joined));
  const { pass } = await step('claim', (patience) =>
    patience.until<Claimed>(claim(onSale, joined.receipt), [200, 201], 'a pass'),
  );
  const slip = await step('hold', (patience) => hold(deps, patience, onSale, pass));
  const order = await step('order', (patience) => buy(deps, patience, { slip, pass, hand }));
  await step('ticket', (patience) => patience.until(tickets(order), [200], 'the tickets as a PDF'));
  await step('cancel', async (patience) => {
    await patience.until<OrderView>(cancel(order), [200, 202], 'a cancellation');
    await patience.until<OrderView>(
      show(order),
      [200],
      'its cancellation and the money back',
      ({ state, changing, payment }) => state === 'cancelled' && !changing && payment.state === 'refunded',
    );
    delete hand.order;
  });
  await step('leave', (patience) => patience.until(leave(onSale, joined.receipt), [204], 'an end of the place'));
}

async function join({ chance }: WalkDeps, patience: StepPatience, onSale: string): Promise<Joined> {
  const visitor = chance();
  const { url } = api('GET lines/{onSale}/challenge', { onSale });
  const challenge = await patience.until<Challenge>(
    { method: 'GET', path: `${url}?visitor=${visitor}` },
    [200],
    'a proof of work',
  );
  const { method, url: path } = api('POST lines/{onSale}/join', { onSale });
  const body = { entry: 'open', visitor, work: solveWork(challenge) };
  return patience.until<Joined>({ method, path, body }, [200, 201], 'a place');
}

/** Computes the position as a page does, from published files, and waits until the board has called it. */
async function turn(patience: StepPatience, onSale: string, { place }: Joined): Promise<void> {
  const file = (path: string) => ({ method: 'GET', path }) as const;
  const { roll } = await patience.until<LineFile>(file(published.line(onSale)), [200], 'the promises of the line');
  const sheet = await patience.until<DrawSheet>(
    file(published.drawSheet(onSale, place.round, bankOf(roll, place.shard))),
    [200],
    `the draw of round ${place.round}`,
  );
  const position = positionOf(sheet, place, roll);
  await patience.until<Board>(
    file(published.board(onSale)),
    [200],
    `the call of position ${position}`,
    ({ calledUpTo }) => calledUpTo >= position,
  );
}

const claim = (onSale: string, receipt: string): TrialCall => {
  const { method, url: path } = api('POST lines/{onSale}/claim', { onSale });
  return { method, path, headers: { [header.receipt]: receipt }, body: {} };
};

const leave = (onSale: string, receipt: string): TrialCall => {
  const { method, url: path } = api('POST lines/{onSale}/leave', { onSale });
  return { method, path, headers: { [header.receipt]: receipt } };
};

/** The house of a trial has the id of its on-sale. */
async function hold({ chance }: WalkDeps, patience: StepPatience, onSale: string, pass: string): Promise<string> {
  const performance = onSale;
  const { method, url: path } = api('POST performances/{performance}/holds', { performance });
  const headers = { [header.pass]: pass, [header.idempotencyKey]: chance() };
  const body = { best: { count: 1 } };
  const asked = await patience.until<HoldView>({ method, path, headers, body }, [200, 202], 'one seat, the best');
  const look = api('GET performances/{performance}/holds/{hold}', { performance, hold: asked.hold });
  const held = await patience.until<HoldView>(
    { method: look.method, path: look.url, headers: { [header.pass]: pass } },
    [200],
    'the hold of it',
    (view) => 'slip' in view,
  );
  return 'slip' in held ? held.slip : '';
}

async function buy(
  { chance }: WalkDeps,
  patience: StepPatience,
  { slip, pass, hand }: { readonly slip: string; readonly pass: string; readonly hand: LeftBehind },
): Promise<OrderKey> {
  const { method, url: path } = api('POST orders');
  const body: OrderRequest = {
    slips: [slip],
    buyer: { name: 'Trial', email: 'trial@stampede.invalid' },
    payment: { method: 'sandbox-card', card: 'approved' },
  };
  const headers = { [header.pass]: pass, [header.idempotencyKey]: chance() };
  const order = await patience.until<OrderView>({ method, path, headers, body }, [200, 202], 'an order');
  hand.order = order;
  await patience.until<OrderView>(
    show(order),
    [200],
    'its confirmation and a ticket',
    ({ state, tickets, changing }) => state === 'confirmed' && tickets.length === 1 && !changing,
  );
  return order;
}

type OrderKey = Pick<OrderView, 'order' | 'key'>;
const withKey = ({ key = '' }: OrderKey) => ({ [header.orderKey]: key });

const show = (order: OrderKey): TrialCall => {
  const { method, url: path } = api('GET orders/{order}', order);
  return { method, path, headers: withKey(order) };
};

const cancel = (order: OrderKey): TrialCall => {
  const { method, url: path } = api('POST orders/{order}/cancel', order);
  return { method, path, headers: withKey(order) };
};

const tickets = (order: OrderKey): TrialCall => {
  const { method, url: path } = api('GET orders/{order}/tickets.pdf', order);
  return { method, path, headers: withKey(order), type: 'application/pdf' };
};

/** Once each, without waiting for what becomes of it. */
async function tidyUp({ ask }: WalkDeps, { onSale, receipt, order }: LeftBehind): Promise<void> {
  if (order) await ask(cancel(order));
  if (onSale !== undefined && receipt !== undefined) await ask(leave(onSale, receipt));
}
