import type { SiteAnswer, SiteAsk } from '../site.ts';

/**
 * What fans saw of a fault, from their own answers alone. A reading is bad if there was no answer or a server error, if the board
 * was old, or if seats or an order stayed undecided for long.
 *
 *     fault begins ──▶ bad readings ──▶ fault ends ──▶ bad readings still ──▶ the last one: healed
 */
export interface FanReading {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly step: string;
  readonly bad?: 'no-answer' | 'server-error' | 'old-board' | 'undecided';
  /** Of a board that was old, and of what is undecided. */
  readonly ms?: number;
}

/** The pacemaker writes a board each second while a line moves, and at least this often (rules/poll-rhythm.ts knows news as late after it). */
const oldBoardMs = 15_000;
/** The house decides within a second; a fan who looks at a spinner for longer than this has reason to ask. */
const undecidedMs = 20_000;

const undecidedStates = new Set(['pending', 'placed', 'paying']);

/** Hears every answer, and remembers since when each hold and each order is undecided. */
export class FanReadings {
  readonly all: FanReading[] = [];
  readonly #since = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  hear({ step, path }: SiteAsk, { status, body }: SiteAnswer): void {
    const at = this.#now();
    if (status === 0) this.all.push({ at, step, bad: 'no-answer' });
    else if (status >= 500) this.all.push({ at, step, bad: 'server-error' });
    else this.all.push({ at, step, ...this.#judged(step, path, at, body) });
  }

  #judged(step: string, path: string, at: number, body: unknown): Pick<FanReading, 'bad' | 'ms'> {
    const said = (body ?? {}) as { readonly writtenAt?: unknown; readonly phase?: unknown; readonly state?: unknown };
    if (step === 'board' && typeof said.writtenAt === 'number') {
      const ms = at - said.writtenAt;
      return said.phase === 'open' && ms > oldBoardMs ? { bad: 'old-board', ms } : {};
    }
    if (step !== 'hold poll' && step !== 'order poll') return {};
    if (!undecidedStates.has(`${said.state}`)) {
      this.#since.delete(path);
      return {};
    }
    const since = this.#since.get(path) ?? at;
    this.#since.set(path, since);
    return at - since > undecidedMs ? { bad: 'undecided', ms: at - since } : {};
  }
}

/** Moments in milliseconds since the epoch. */
export interface FaultTime {
  readonly beganAt: number;
  readonly endedAt: number;
}

export interface SeenOfFault {
  /** By what was bad and at which step: how often, and the last in seconds after the fault began. */
  readonly bad: readonly { readonly what: string; readonly times: number; readonly until: number }[];
  /** Seconds after the end of the fault; 0 if nothing was bad any more. */
  readonly healedAfter: number;
  /** Whether fans went on to look after that: else nobody knows. */
  readonly wasLookedAt: boolean;
}

const seconds = (ms: number): number => Math.round(ms / 1000);

/** So many good readings must follow the last bad one. */
const goodAfter = 20;

export function seenOf(readings: readonly FanReading[], { beganAt, endedAt }: FaultTime): SeenOfFault {
  const during = readings.filter(({ at }) => at >= beganAt);
  const bad = during.filter((one) => one.bad !== undefined);
  const byWhat = Object.groupBy(bad, ({ bad: what, step }) =>
    what === 'old-board' ? 'old board' : `${step}: ${what}`,
  );
  const lastBad = Math.max(endedAt, ...bad.map(({ at }) => at));
  return {
    bad: Object.entries(byWhat)
      .map(([what, all = []]) => ({
        what: what.replace('-', ' '),
        times: all.length,
        until: seconds(Math.max(...all.map(({ at }) => at)) - beganAt),
      }))
      .sort((one, other) => other.times - one.times),
    healedAfter: seconds(lastBad - endedAt),
    wasLookedAt: during.filter(({ at }) => at > lastBad).length >= goodAfter,
  };
}
