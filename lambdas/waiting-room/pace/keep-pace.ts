import type { LineStore, LiveLine } from '../line/line-store.ts';

/**
 * The pacemaker's loop. Every second, on the second, and at the very moment a door opens, every line that is awake gets
 * a tick. A line's ticks never overlap, and no line waits for another. A tick that fails or hangs is reported, and the
 * other lines go on. A line sleeps until an hour before its doors; a sleeping one gets a single tick each time the loop
 * is started, and when all sleep the loop ends at once and costs nothing.
 */
export interface PaceDeps {
  readonly lines: Pick<LineStore, 'live'>;
  readonly tick: (onSale: string, now: number) => Promise<unknown>;
  /** Lets another pacemaker have the line at once. */
  readonly release: (onSale: string, now: number) => Promise<unknown>;
  /** A tick that failed. The next one goes on from what was written. */
  readonly report: (onSale: string, error: unknown) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const tickMs = 1000;

/** A line opened or closed meanwhile is noticed after so long. */
const listMs = 5000;

const wakeMs = 60 * 60_000;

/** Runs until the given time at the latest, milliseconds since the epoch. */
export async function keepPace(deps: PaceDeps, endsAt: number): Promise<void> {
  const { clock, wait } = deps;
  const underWay = new Map<string, Promise<void>>();
  let lines = await deps.lines.live(clock());
  let listedAt = clock();
  let due: readonly LiveLine[] = lines;
  for (let now = clock(); now < endsAt; now = clock()) {
    for (const { onSale } of due) startTick(deps, onSale, now, underWay);
    if (!lines.some((line) => isAwake(line, now))) break;
    await wait(Math.max(0, Math.min(nextWake(lines, clock()), endsAt) - clock()));
    if (clock() - listedAt >= listMs) {
      listedAt = clock();
      lines = await listAgain(deps, lines);
    }
    const later = clock();
    due = lines.filter((line) => isAwake(line, later));
  }
  await Promise.all(underWay.values());
  await Promise.all(lines.map(({ onSale }) => reported(deps, onSale, deps.release(onSale, clock()))));
}

export function isAwake({ opensAt, endsAt }: LiveLine, now: number): boolean {
  return now >= opensAt - wakeMs && now < endsAt;
}

/** The next full second, or the next opening of doors if that comes first. */
function nextWake(lines: readonly LiveLine[], now: number): number {
  const second = Math.floor(now / tickMs + 1) * tickMs;
  return Math.min(second, ...lines.map(({ opensAt }) => opensAt).filter((opensAt) => opensAt > now));
}

function startTick(deps: PaceDeps, onSale: string, now: number, underWay: Map<string, Promise<void>>): void {
  if (underWay.has(onSale)) return;
  const ended = () => void underWay.delete(onSale);
  underWay.set(onSale, reported(deps, onSale, deps.tick(onSale, now)).then(ended));
}

async function reported({ report }: PaceDeps, onSale: string, act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    report(onSale, error);
  }
}

async function listAgain({ lines, report, clock }: PaceDeps, known: readonly LiveLine[]): Promise<readonly LiveLine[]> {
  try {
    return await lines.live(clock());
  } catch (error) {
    report('LIVE', error);
    return known;
  }
}
