import type { HoldRequest, HoldView } from '../../../contracts/house.ts';
import { makeSigned } from '../../../lambdas/foundation/signing.ts';
import { holdSeats } from '../../../lambdas/seating/ask/hold-seats.ts';
import { showHold } from '../../../lambdas/seating/ask/show-hold.ts';
import { holdId } from '../../../lambdas/seating/house/hold-id.ts';
import { Breach } from '../../audit/breach.ts';
import { onSale, opensAt } from '../../morning.ts';
import { keys, signers } from '../../stage/platform.ts';
import type { SceneStage } from '../scene.ts';
import { evening } from './tiny-house.ts';

/** Fans with a pass, who ask for seats and look for the answer. */
const passes = new Map<string, string>();

/** A pass of this fan, for longer than any scene lasts. */
export function passOf(fan: string): string {
  const known = passes.get(fan);
  if (known !== undefined) return known;
  const pass = makeSigned('p1', keys.passes[0], {
    o: onSale,
    f: fan,
    i: '1',
    q: 1,
    x: Math.ceil(opensAt / 1000) + 3 * 3600,
  });
  passes.set(fan, pass);
  return pass;
}

interface AskInScene {
  readonly fan: string;
  readonly key: string;
  readonly wish: HoldRequest;
  /** Of a house that is larger than it is. */
  readonly share?: number;
}

export const holdOf = ({ fan, key }: Pick<AskInScene, 'fan' | 'key'>): string =>
  holdId({ onSale, fan, performance: evening }, key);

/** @returns the id of the hold. */
export async function askFor(stage: SceneStage, { fan, key, wish, share = 0 }: AskInScene): Promise<string> {
  const asked = await stage.ask(fan, (api, now) =>
    holdSeats(
      {
        store: api.seats,
        books: api.books,
        ...signers,
        findEnded: api.findEnded,
        ask: (ask) => api.ask(share === 0 ? ask : { ...ask, share }),
      },
      { performance: evening, wish, pass: passOf(fan), idempotencyKey: key },
      now,
    ),
  );
  if (!asked.ok) throw new Error(asked.detail);
  return asked.view.hold;
}

export async function lookAt(stage: SceneStage, fan: string, hold: string): Promise<HoldView> {
  const { morning } = stage;
  const seen = await stage.ask(fan, (api, now) =>
    showHold(
      { store: api.seats, books: api.books, ...signers },
      { performance: evening, hold, pass: passOf(fan) },
      now,
    ),
  );
  if (!seen.ok) throw new Error(seen.detail);
  morning.seats.shown(seen.view, fan, morning.time.now);
  return seen.view;
}

/** In the end each of these holds has its answer, and so many are held. */
export async function expectHeld(
  stage: SceneStage,
  asked: readonly { readonly fan: string; readonly key: string }[],
  held: (count: number) => boolean,
): Promise<void> {
  const views = await Promise.all(asked.map((one) => lookAt(stage, one.fan, holdOf(one))));
  const pending = views.find(({ state }) => state === 'pending');
  if (pending) throw new Breach('answered', `${pending.hold} never had an answer`, [pending.hold]);
  const count = views.filter(({ state }) => state === 'held').length;
  const states = views.map(({ hold, state }) => `${hold} ${state}`).join(', ');
  if (!held(count)) throw new Breach('S2', `Of the seats that there are, others are held than could be: ${states}`);
}
