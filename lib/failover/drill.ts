/**
 * A drill turns the twin name, which nobody types, there and back, and measures from the act until every resolver follows.
 * Resolvers are simulated as telephone networks have them: each remembers an answer for its TTL, and is asked by somebody
 * all the time. They began at different moments, so at the act their answers are of all ages.
 *
 *     act ──▶ checkers notice ──▶ name servers answer otherwise ──▶ resolvers forget, one after another ──▶ the last one
 */
export interface DrillDoors {
  /** The answer of each name server now, for the twin name. */
  readonly ask: () => Promise<readonly NameAnswer[]>;
  readonly turn: (on: boolean) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random: () => number;
  readonly say: (line: string) => void;
}

export interface NameAnswer {
  /** Lower case, without the dot at the end. */
  readonly target: string;
  /** Seconds. */
  readonly ttl: number;
}

export interface Way {
  readonly way: 'there' | 'back';
  /** Milliseconds from the act until the first resolver, half of them, 99 of 100, and all of them lead the new way. */
  readonly firstMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly lastMs: number;
}

export type DrillOutcome =
  | { readonly ok: true; readonly ways: readonly Way[] }
  | { readonly ok: false; readonly why: string };

/** The goal, from the act to 99 of 100 resolvers. */
export const drillGoalMs = 100_000;

const resolvers = 500;
const lookEveryMs = 1_000;
const longestMs = 300_000;
const mostSilent = 60;

export async function drill(fallback: string, doors: DrillDoors): Promise<DrillOutcome> {
  const start = await doors.ask();
  if (start.length === 0) return { ok: false, why: 'No name server knows the twin name: is this release deployed?' };
  if (start.some(({ target }) => target === fallback)) {
    await doors.turn(false);
    return {
      ok: false,
      why: `The twin name leads to ${fallback} already: an earlier drill was broken off. It is turned back now; drill again in two minutes.`,
    };
  }
  try {
    const there = await measure('there', (target) => target === fallback, doors);
    if (typeof there === 'string') return { ok: false, why: there };
    const back = await measure('back', (target) => target !== fallback, doors);
    return typeof back === 'string' ? { ok: false, why: back } : { ok: true, ways: [there, back] };
  } finally {
    // The twin is not left turned, however the drill ended.
    await doors.turn(false);
  }
}

async function measure(way: Way['way'], isNew: (target: string) => boolean, doors: DrillDoors): Promise<Way | string> {
  const pick = (answers: readonly NameAnswer[]) => answers[Math.floor(doors.random() * answers.length)] as NameAnswer;
  let answers = await doors.ask();
  for (let silent = 0; answers.length === 0; silent += 1) {
    if (silent >= mostSilent) return 'No name server answers any more.';
    await doors.wait(lookEveryMs);
    answers = await doors.ask();
  }
  const actAt = doors.now();
  let caches = Array.from({ length: resolvers }, () => {
    const { target, ttl } = pick(answers);
    return { target, until: actAt + doors.random() * ttl * 1000 };
  });
  await doors.turn(way === 'there');
  const over: number[] = [];
  while (over.length < resolvers) {
    await doors.wait(lookEveryMs);
    const fresh = await doors.ask();
    // After the answers: those that were waited for are as late as they came.
    const now = doors.now();
    if (now - actAt > longestMs)
      return `${resolvers - over.length} of ${resolvers} resolvers did not follow within ${longestMs / 1000} s on the way ${way}.`;
    if (fresh.length === 0) continue;
    caches = caches.map((cache) => {
      if (cache.until > now) return cache;
      const { target, ttl } = pick(fresh);
      return { target, until: now + ttl * 1000 };
    });
    const followed = caches.filter(({ target }) => isNew(target)).length;
    while (over.length < followed) over.push(now - actAt);
  }
  const at = (share: number) => over[Math.ceil(resolvers * share) - 1] as number;
  const measured = { way, firstMs: at(1 / resolvers), medianMs: at(0.5), p99Ms: at(0.99), lastMs: at(1) };
  doors.say(wayLine(measured));
  return measured;
}

export function wayLine({ way, firstMs, medianMs, p99Ms, lastMs }: Way): string {
  const [first, median, most, last] = [firstMs, medianMs, p99Ms, lastMs].map((ms) => `${Math.round(ms / 1000)} s`);
  return `${way.padEnd(5)}  first ${first}, half ${median}, 99 of 100 ${most}, last ${last}`;
}

/** The slower way decides. */
export function drillVerdict(ways: readonly Way[]): { readonly good: boolean; readonly says: string } {
  const slowest = Math.max(...ways.map(({ p99Ms }) => p99Ms));
  const seconds = Math.ceil(slowest / 1000);
  const good = slowest <= drillGoalMs;
  return {
    good,
    says: `99 of 100 resolvers followed within ${seconds} s, there and back; the goal is ${drillGoalMs / 1000} s.`,
  };
}
