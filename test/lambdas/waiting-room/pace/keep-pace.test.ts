import { describe, expect, test } from '@jest/globals';
import type { LiveLine } from '../../../../lambdas/waiting-room/line/line-store.ts';
import { keepPace } from '../../../../lambdas/waiting-room/pace/keep-pace.ts';
import { releaseLine, tickLine } from '../../../../lambdas/waiting-room/pace/tick-line.ts';
import { onSale, opensAt, SmallStage } from '../small-stage.ts';

/** Time that passes only when everyone waits. */
class VirtualClock {
  now: number;
  #sleepers: { at: number; wake: () => void }[] = [];

  constructor(now: number) {
    this.now = now;
  }

  readonly clock = () => this.now;
  readonly wait = (milliseconds: number) =>
    new Promise<void>((wake) => {
      this.#sleepers.push({ at: this.now + milliseconds, wake });
    });

  /** Lets time pass until the act is done. */
  async until(act: Promise<unknown>): Promise<void> {
    let done = false;
    const watched = act.finally(() => {
      done = true;
    });
    while (!done) {
      // Everything that can go on without time goes on first.
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.#sleepers.sort((a, b) => a.at - b.at).shift();
      if (!next) continue;
      this.now = Math.max(this.now, next.at);
      next.wake();
    }
    await watched;
  }
}

const live = (line: string, opens = opensAt, endsAt = opensAt + 3_600_000): LiveLine => ({
  onSale: line,
  opensAt: opens,
  endsAt,
});
const minute = 60_000;

function pacemaker(clock: VirtualClock, lines: readonly LiveLine[]) {
  const ticks: [string, number][] = [];
  const reports: string[] = [];
  const released: string[] = [];
  return {
    ticks,
    reports,
    released,
    lines: { live: async () => lines },
    tick: async (line: string, now: number) => void ticks.push([line, now]),
    release: async (line: string) => void released.push(line),
    report: (line: string) => void reports.push(line),
    clock: clock.clock,
    wait: clock.wait,
  };
}

describe('the loop', () => {
  test('ticks every second on the second, and at the very moment of the doors', async () => {
    const clock = new VirtualClock(opensAt - 2400);
    const deps = pacemaker(clock, [live('a', opensAt - 300)]);
    await clock.until(keepPace(deps, opensAt + 1500));
    expect(deps.ticks.map(([, at]) => at - opensAt)).toEqual([-2400, -2000, -1000, -300, 0, 1000]);
    expect(deps.released).toEqual(['a']);
  });

  test('ends at once when every line sleeps, after one tick each', async () => {
    const clock = new VirtualClock(opensAt - 3 * 3_600_000);
    const deps = pacemaker(clock, [live('a'), live('b')]);
    await clock.until(keepPace(deps, clock.now + minute));
    expect(deps.ticks.map(([line]) => line)).toEqual(['a', 'b']);
    expect(clock.now).toBe(opensAt - 3 * 3_600_000);
  });

  test('a sleeping line beside one that is awake gets one tick', async () => {
    const clock = new VirtualClock(opensAt);
    const deps = pacemaker(clock, [live('awake'), live('asleep', opensAt + 9 * 3_600_000, opensAt + 10 * 3_600_000)]);
    await clock.until(keepPace(deps, opensAt + 4000));
    expect(deps.ticks.filter(([line]) => line === 'asleep')).toHaveLength(1);
    expect(deps.ticks.filter(([line]) => line === 'awake')).toHaveLength(4);
  });

  test('what fails or hangs for one line stops no other', async () => {
    const clock = new VirtualClock(opensAt);
    const deps = pacemaker(clock, [live('broken'), live('hanging'), live('well')]);
    const tick = async (line: string, now: number) => {
      await deps.tick(line, now);
      if (line === 'broken') throw new Error('broken');
      if (line === 'hanging') await clock.wait(5500);
    };
    await clock.until(keepPace({ ...deps, tick }, opensAt + 6000));
    const count = (line: string) => deps.ticks.filter(([ticked]) => ticked === line).length;
    expect([count('well'), count('broken'), count('hanging')]).toEqual([6, 6, 1]);
    expect(deps.reports).toEqual(Array.from({ length: 6 }, () => 'broken'));
  });

  test('a line opened meanwhile is found within 5 s, and a listing that fails is not the end', async () => {
    const clock = new VirtualClock(opensAt);
    const deps = pacemaker(clock, [live('a')]);
    let listings = 0;
    const lines = {
      live: async () => {
        listings += 1;
        if (listings === 2) throw new Error('throttled');
        return listings < 2 ? [live('a')] : [live('a'), live('b')];
      },
    };
    await clock.until(keepPace({ ...deps, lines }, opensAt + 12_000));
    expect(deps.reports).toEqual(['LIVE']);
    expect(deps.ticks.find(([line]) => line === 'b')?.[1]).toBe(opensAt + 10_000);
    expect(deps.ticks.filter(([line]) => line === 'a')).toHaveLength(12);
  });
});

describe('the doors', () => {
  /** Pacemakers started at these times, each running so long, over one stage. */
  async function openedAt(starts: readonly number[], runMs: number): Promise<number | undefined> {
    const stage = new SmallStage();
    stage.now = opensAt - 10 * minute;
    await stage.open();
    await stage.join(1);
    const clock = new VirtualClock(stage.now);
    const run = async (start: number, me: string) => {
      await clock.wait(start - clock.now);
      const deps = { ...stage.tickDeps(me) };
      const tick = (line: string, now: number) => tickLine(deps, line, now);
      const release = (line: string, now: number) => releaseLine(deps, line, now);
      const report = (_: string, error: unknown) => {
        throw error;
      };
      await keepPace(
        { lines: stage.stores.lines, tick, release, report, clock: clock.clock, wait: clock.wait },
        start + runMs,
      );
    };
    await clock.until(Promise.all(starts.map((start, index) => run(start, `pacemaker-${index}`))));
    return stage.sheet(0)?.drawnAt;
  }

  test('open at the second, with the schedule up to a minute late', async () => {
    // Due every minute, and every other start a minute late: a run of two minutes and more leaves no gap.
    for (const shift of [0, 17_000, 59_000]) {
      const starts = [-5, -3, -1, 1].map((start) => opensAt + start * minute + shift);
      expect(await openedAt(starts, 135_000)).toBe(opensAt);
    }
  });

  test('open within 5 s when the pacemaker is killed just before', async () => {
    const stage = new SmallStage();
    await stage.open();
    stage.now = opensAt - 1000;
    expect(await stage.tick('killed')).toMatchObject({ did: 'ticked' });
    const clock = new VirtualClock(opensAt - 500);
    const deps = stage.tickDeps('other');
    const loop = {
      lines: stage.stores.lines,
      tick: (line: string, now: number) => tickLine(deps, line, now),
      release: (line: string, now: number) => releaseLine(deps, line, now),
      report: () => undefined,
      clock: clock.clock,
      wait: clock.wait,
    };
    await clock.until(keepPace(loop, opensAt + 8000));
    expect((stage.sheet(0)?.drawnAt ?? Number.POSITIVE_INFINITY) - opensAt).toBeLessThan(5000);
  });

  test('a pacemaker that ends in good order leaves no gap', async () => {
    const stage = new SmallStage();
    await stage.open();
    await stage.tick('a');
    await releaseLine(stage.tickDeps('a'), onSale, stage.now);
    expect(await stage.tick('b')).toMatchObject({ did: 'ticked' });
  });
});
