import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { readOnSales } from '../../lambdas/seating/house/on-sale-performances.ts';
import { openHouse } from '../../lambdas/seating/house/open-house.ts';
import { releaseCarrier } from '../../lambdas/seating/levers/carry-releases.ts';
import { salesPublisher } from '../../lambdas/seating/levers/publish-sale.ts';
import { countStock } from '../../lambdas/seating/stock/count-stock.ts';
import { SeatCounter } from '../../lambdas/seating/stock/seat-counter.ts';
import { type Morning, onSale } from '../morning.ts';
import { isAtRest } from '../rest.ts';
import { isExpected } from '../stage/platform.ts';
import { lived } from './line-hands.ts';

const minuteMs = 60_000;

/** Seats are counted all the time: each minute a counter is started, which runs for two. */
export async function keepCounting(morning: Morning, isOver: () => boolean): Promise<void> {
  const { counting, chance } = morning.of;
  if (!counting) return;
  const { stopped } = counting;
  while (!isOver()) {
    const { now } = morning.time;
    if (stopped && stopped.beginsAt <= now && now < stopped.endsAt) await morning.wait(stopped.endsAt - now);
    // A start is up to some seconds late.
    void countOnce(morning, isOver).catch((error: unknown) => morning.fail(error));
    await morning.wait(minuteMs + (morning.cloud.calm ? 0 : chance.wait(5000)));
  }
}

async function countOnce(morning: Morning, isOver: () => boolean): Promise<void> {
  const { cloud, time, platform, of } = morning;
  const by = cloud.start('counter');
  const deps = platform.counterDeps(by);
  // Clocks of counters and pacemakers are not the same one.
  const skew = of.chance.whole(-1000, 1000);
  const { stopped } = of.counting ?? {};
  const isStopped = () => stopped !== undefined && stopped.beginsAt <= time.now && time.now < stopped.endsAt;
  const counting = countStock(
    {
      onSales: () => readOnSales(deps.files.read),
      counter: new SeatCounter(deps.store),
      files: deps.files,
      publishSales: salesPublisher(deps.files, deps.store),
      carryReleases: releaseCarrier({ ...deps, read: deps.files.read }),
      report(error) {
        if (!isExpected(error)) morning.fail(error);
      },
      clock: () => (isOver() || isStopped() ? Number.POSITIVE_INFINITY : time.now + skew),
      // Seldom when nothing can happen, to save work; often enough that nobody takes it for silence.
      wait: (milliseconds) => time.wait(cloud.calm && isAtRest(morning) ? 20_000 : milliseconds),
    },
    time.now + 2 * minuteMs,
  );
  await lived(by, counting, (error) => {
    if (!isExpected(error)) morning.fail(error);
  });
}

/** One more date is opened, when the others are sold out or after some minutes. */
export async function addDate(morning: Morning, isOver: () => boolean): Promise<void> {
  const { counting, chance } = morning.of;
  const added = counting?.added;
  if (added === undefined) return;
  const patience = morning.time.now + chance.whole(1, 6) * minuteMs;
  const isSoldOut = () => morning.platform.published<Board>(published.board(onSale))?.phase === 'sold-out';
  while (!isOver() && !morning.cloud.calm && morning.time.now < patience && !isSoldOut()) await morning.wait(5000);
  await morning.wait(chance.wait(20_000));
  if (isOver()) return;
  const { publisher, stores } = morning.platform;
  const open = () => openHouse({ store: stores.seats, files: publisher }, { performances: [added] }, morning.time.now);
  let opened = await open();
  // An operator's act on a performance is under way, or died: it keeps others out for two minutes.
  while (!opened.ok && opened.detail.includes('Call again') && !isOver()) {
    await morning.wait(30_000);
    opened = await open();
  }
  if (isOver()) return;
  if (!opened.ok) throw new Error(opened.detail);
  if (opened.cancelled) return;
  morning.note('staff', () => ({ what: `opens ${added}`, about: ['line', 'stock'] }));
  morning.stock.wasOpened(added, morning.time.now);
}
