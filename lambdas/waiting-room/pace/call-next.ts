import type { Stock } from '../../../contracts/stock.ts';
import { effortOf } from '../entry/proof-of-work.ts';
import type { LineRecord, LineStore, NotedAct } from '../line/line-store.ts';
import type { Halted, Progress } from '../line/progress.ts';
import type { Shoppers, Wishes } from '../line/shoppers-store.ts';
import { tiersOf } from '../line/tiers.ts';
import { haltAfter, haltReasons } from './halt.ts';
import { callFurther } from './how-far-to-call.ts';

/**
 * Turns the readings of a tick into decisions: who is called or recalled next, whether the house has to be left in peace, and how
 * hard the proof of work is to be. All of it is one write, with an entry for the ledger where pacing stopped or went on
 * by itself. Without a change nothing is written.
 */
export interface PaceReadings {
  readonly shoppers: Shoppers;
  /** Passes that late and returning fans ask for. */
  readonly wishes: Wishes;
  readonly stock: Stock | undefined;
  /** Fans in rounds that are not drawn yet. */
  readonly joined: number;
}

/** Undefined if the line moved on under it. */
export async function callNext(
  lines: Pick<LineStore, 'write'>,
  line: LineRecord,
  readings: PaceReadings,
  now: number,
): Promise<LineRecord | undefined> {
  const progress = nextProgress(line, readings, now);
  if (JSON.stringify(progress) === JSON.stringify(line.progress)) return line;
  const acts = haltActs(line.progress.halted, progress.halted, now);
  return lines.write(line, { progress, ...(acts.length > 0 && { acts: [...line.acts, ...acts] }) });
}

function nextProgress(
  { facts, dials, progress }: LineRecord,
  { shoppers, wishes, stock, joined }: PaceReadings,
  now: number,
): Progress {
  const halted = haltAfter(progress.halted, stock, now);
  const { halted: _before, ...well } = progress;
  const { showing, recalls, ...called } = callFurther(dials, {
    ...{ ...facts, ...progress },
    ...{ now, shoppers, wishes, stock, halted },
  });
  const learned = showing && showing.learnedAt > 0 ? { showing } : {};
  const load = tiersOf(facts).some(({ entry }) => entry === 'open')
    ? loadOf(progress, facts.audience, joined, now)
    : {};
  // Fields stay in their order, by which a progress that is the same is known to be.
  const { recalls: _over, ...nobodyRecalled } = halted ? progress : well;
  const before = recalls ? (halted ? progress : well) : nobodyRecalled;
  return { ...before, ...called, ...(recalls && { recalls }), ...learned, ...load, ...(halted && { halted }) };
}

/** Joins are looked at every half minute: the proof of work follows a rush, and does not flicker. */
const loadEveryMs = 30_000;

function loadOf(
  { drawn, joins, effort }: Progress,
  audience: number,
  joined: number,
  now: number,
): Pick<Progress, 'joins' | 'effort'> {
  if (joins && effort !== undefined && now - joins.countedAt < loadEveryMs) return {};
  const total = drawn + joined;
  const perMinute = joins ? Math.round(((total - joins.total) / (now - joins.countedAt)) * 60_000) : 0;
  return { joins: { countedAt: now, total, perMinute }, effort: effortOf(perMinute, audience) };
}

function haltActs(before: Halted | undefined, after: Halted | undefined, notedAt: number): readonly NotedAct[] {
  if (!before && after)
    return [{ notedAt, act: 'halted', role: 'pacemaker', reason: haltReasons[after.why], detail: {} }];
  if (before && !after)
    return [{ notedAt, act: 'revived', role: 'pacemaker', reason: 'the house is well again', detail: {} }];
  return [];
}
