import { turnDials } from '../../lambdas/waiting-room/line/turn-dials.ts';
import { type TickMemory, tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import { type Morning, onSale } from '../morning.ts';
import { isLineAtRest } from '../rest.ts';
import type { Process } from '../stage/cloud.ts';
import { isExpected } from '../stage/platform.ts';

/**
 * A pacemaker that is started again and again, as the schedule does each minute. It ticks until it is killed, or its
 * minute is over. Then another takes its place.
 */
export async function keepPace(morning: Morning, isOver: () => boolean): Promise<void> {
  const { cloud, time } = morning;
  while (!isOver()) {
    const by = cloud.start('pacemaker');
    const deps = morning.platform.tickDeps(by, new Map<string, TickMemory>());
    const endsAt = time.now + 60_000;
    let waited = false;
    while (by.alive && time.now < endsAt && !isOver()) {
      const ticking = tickLine(deps, onSale, time.now).then(({ did }) => {
        waited = did === 'waited';
      });
      await lived(by, ticking, (error) => {
        if (!isExpected(error)) morning.fail(error);
      });
      if (cloud.strikes('pacemaker-killed', cloud.weather.perCall * 2)) by.die('killed');
      await morning.wait(everyMs(morning) + (waited ? 1500 : 0));
    }
  }
}

/** Every second, as the real one; seldom when nothing can happen, to save work and no chance. */
function everyMs(morning: Morning): number {
  const busy = !isLineAtRest(morning);
  if (!busy && morning.cloud.calm) return 45_000;
  return busy ? morning.of.chance.whole(1, 4) * 1000 : 6000;
}

/** Waits until it is done, or whoever does it is dead. */
export function lived(by: Process, act: Promise<unknown>, failed: (error: unknown) => void): Promise<void> {
  return new Promise((resolve) => {
    by.onDeath = resolve;
    act.then(
      () => resolve(),
      (error: unknown) => {
        failed(error);
        resolve();
      },
    );
  });
}

/** Operations pause the line and let it go on, and change how many are called and how many may shop. */
export async function turnDialsNowAndThen(morning: Morning, isOver: () => boolean): Promise<void> {
  const { chance } = morning.of;
  const { lines } = morning.platform.stores;
  while (!isOver()) {
    await morning.wait(chance.wait(90_000));
    if (isOver()) return;
    const paused = chance.happens(0.5) && !morning.cloud.calm;
    const most = morning.of.dials.shopping;
    const shopping = morning.cloud.calm ? most : chance.whole(Math.ceil(most / 2), most);
    const turned = [{ paused }, { perMinute: chance.whole(20, 600) }, { shopping }][chance.weighted([2, 1, 1])] ?? {};
    await turnDials({ lines }, { onSale, dials: turned }, morning.time.now);
    if (turned.shopping !== undefined) morning.line.dialTurned(morning.time.now, turned.shopping);
    if (!paused) continue;
    await morning.wait(chance.wait(15_000));
    await turnDials({ lines }, { onSale, dials: { paused: false } }, morning.time.now);
  }
}
