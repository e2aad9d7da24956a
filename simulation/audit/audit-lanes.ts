import type { Progress } from '../../lambdas/waiting-room/line/progress.ts';
import type { FanSlowerLane } from '../../lambdas/waiting-room/place/fan-store.ts';
import { slowMs } from '../../lambdas/waiting-room/place/slower-lane.ts';
import { Breach } from './breach.ts';

/** A claim may be under way for so long: a function has 10 s, and its last call may arrive late. */
const claimLastsMs = 30_000;

/** The clocks that claims meet are so far off at the most. */
const clocksDifferMs = 1000;

/** From a call under a dial to the last claim for it: a window of a minute and its slot, and a claim under way. */
export const longestCallMs = 90_000;

/** W3, of places that are no ordinary ones: one of the slower lane is let in at its time, one that was removed never. */
export class LaneAudit {
  readonly #named: (fan: string) => string;
  /** By fan: since when, and when each is let in. */
  readonly #lanes = new Map<string, FanSlowerLane & { readonly seenAt: number }>();
  #calls: Progress['calls'] = [];
  /** Calls that the line remembers no longer, and since when: a claim that is under way may have read them. */
  readonly #forgotten = new Map<number, number>();

  constructor(named: (fan: string) => string) {
    this.#named = named;
  }

  moved({ calls }: Pick<Progress, 'calls'>, now: number): void {
    for (const { calledAt } of this.#calls) this.#forgotten.set(calledAt, now);
    for (const { calledAt } of calls) this.#forgotten.delete(calledAt);
    this.#calls = calls;
  }

  judged(fan: string, lane: FanSlowerLane | undefined, now: number): void {
    const before = this.#lanes.get(fan);
    if (!lane) this.#lanes.delete(fan);
    else this.#lanes.set(fan, { ...lane, seenAt: before?.state === lane.state ? before.seenAt : now });
  }

  /**
   * The first claim fixes when it is let in: five minutes after its call. A call is remembered for as long as its window
   * is open, which may be long after it; one that is forgotten counts as two minutes old, but for a claim that read it.
   */
  wasSlowed(fan: string, lane: FanSlowerLane, now: number): void {
    const isFirst = this.#lanes.get(fan)?.letInAt === undefined;
    this.judged(fan, lane, now);
    const remembered = this.#calls.map(({ calledAt }) => calledAt);
    const read = [...this.#forgotten].flatMap(([calledAt, at]) => (now < at + claimLastsMs ? [calledAt] : []));
    const calledAt = Math.min(now - 2 * 60_000, ...remembered, ...read);
    if (isFirst && (lane.letInAt ?? 0) < calledAt + slowMs - longestCallMs)
      throw new Breach('W3', `${this.#named(fan)} of the slower lane is let in too soon`, [this.#named(fan)]);
  }

  /** A place that was removed gets no pass, one of the slower lane not before its time. */
  checkGrant(fan: string, now: number): void {
    const lane = this.#lanes.get(fan);
    if (!lane) return;
    const name = this.#named(fan);
    if (lane.state === 'removed') throw new Breach('W3', `${name} gets a pass, and their place was removed`, [name]);
    // A claim that was under way when staff judged goes on as it began.
    if (now - lane.seenAt < claimLastsMs) return;
    if (lane.letInAt === undefined || now + clocksDifferMs < lane.letInAt)
      throw new Breach('W3', `${name} of the slower lane gets a pass before its time`, [name]);
  }
}
