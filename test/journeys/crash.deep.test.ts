import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { startStampede } from '../../bin/start.ts';
import type { PerformanceFile, ShowFile } from '../../contracts/catalogue.ts';
import type { HoldView } from '../../contracts/house.ts';
import type { Board } from '../../contracts/line.ts';
import type { Joined } from '../../contracts/line-requests.ts';
import { published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import { until } from '../until.ts';
import { ask, availability, Fan } from './fan.ts';
import { member, worldFile } from './running.ts';

/* A machine that dies in the middle of it, joins and decisions under way, and comes back on what it kept. */

const shoppers = 40;
const joining = Array.from({ length: 120 }, (_, n) => 100 + n);

describe('a machine that dies in the middle of it', () => {
  const state = mkdtempSync(join(tmpdir(), 'stampede-crash-'));
  afterAll(() => rmSync(state, { recursive: true, force: true }));

  test('loses no place and no seat, gives none twice, and everyone who waits gets an answer', async () => {
    const first = await startStampede({ state, world: worldFile });
    const { pid } = JSON.parse(readFileSync(join(state, 'local.json'), 'utf8')) as { pid: number };
    const { body: show } = await ask<ShowFile>(`${first.site}${published.show('the-tide')}`);
    const night = show.performances.find(({ onSales }) => onSales.includes('friends'))?.id ?? '';
    const inside = await Promise.all(
      Array.from({ length: shoppers }, (_, n) => new Fan(first.site, 'friends').enter(member(n))),
    );

    const receipts = new Map<number, string>();
    const asked = new Set<number>();
    const decided: HoldView[] = [];
    // A fan who is cut off has no answer, and does not know whether they stand in the line or what the house heard.
    const cutOff = () => undefined;
    const joins = joining.map(async (n) => {
      const joined = await new Fan(first.site, 'friends').join(member(n)).catch(cutOff);
      if (joined?.body.receipt) receipts.set(n, joined.body.receipt);
    });
    const holds = inside.map(async (fan, n) => {
      const answer = await fan.askHold(night, { best: { count: 3 } }, `crash-of-${n}`).catch(cutOff);
      if (answer?.status === 202) asked.add(n);
      const look = answer && (await fan.showHold(night, answer.body.hold).catch(cutOff));
      if (look?.body.state === 'held') decided.push(look.body);
    });
    await until('a third of them have their answer', async () =>
      receipts.size >= joining.length / 3 && asked.size >= shoppers / 3 ? true : undefined,
    );
    process.kill(pid, 'SIGKILL');
    await Promise.all([...joins, ...holds]);
    await first.stop();

    const second = await startStampede({ state, world: worldFile });
    try {
      await everyPlaceStands(second.site, receipts);
      await everySeatOnce(second.site, night, inside, decided);
    } finally {
      await second.stop();
    }
  });
});

async function everyPlaceStands(site: string, receipts: ReadonlyMap<number, string>): Promise<void> {
  const fans = new Map(joining.map((n) => [n, new Fan(site, 'friends')]));
  const again = new Map<number, Joined>();
  await Promise.all([...fans].map(async ([n, fan]) => again.set(n, (await fan.joinInTheCrowd(member(n))).body)));
  for (const [n, receipt] of receipts) expect(again.get(n)?.receipt).toBe(receipt);
  const positions = await Promise.all([...fans].map(([n, fan]) => fan.position(again.get(n) as Joined)));
  expect(new Set(positions).size).toBe(joining.length);
  const last = Math.max(...positions);
  // 600 may shop at once: everyone is called, positions that a join left unheld included.
  await until('everyone is called', async () => {
    const { body } = await ask<Board>(`${site}${published.board('friends')}`);
    return body.calledUpTo >= last ? true : undefined;
  });
  // On a slow machine the window of the first is over by now: they stand first among the next, and ask until they are in.
  const [one] = fans.values();
  await one?.takePass();
  expect(one?.pass).toMatch(/^p1\./);
}

async function everySeatOnce(
  site: string,
  night: string,
  inside: readonly Fan[],
  before: readonly HoldView[],
): Promise<void> {
  const views = await Promise.all(
    inside.map(async (old, n) => {
      const fan = new Fan(site, 'friends');
      fan.pass = old.pass;
      // The same act again, as a page does that had no answer: it is the same hold.
      let view = await fan.hold(night, { best: { count: 3 } }, `crash-of-${n}`);
      // On a slow machine the house gets to it too late, and says so: then they ask for another.
      while (view.state === 'refused' && view.refusal === 'lost') view = await fan.hold(night, { best: { count: 3 } });
      return view;
    }),
  );
  expect(views.filter(({ state }) => state !== 'held')).toEqual([]);
  const seats = views.flatMap((view) => ('seats' in view ? view.seats.map(({ id }) => id) : []));
  expect(seats).toHaveLength(shoppers * 3);
  expect(new Set(seats).size).toBe(seats.length);
  for (const held of before)
    expect(views).toContainEqual(expect.objectContaining({ hold: held.hold, seats: seatsOf(held) }));
  const { body: file } = await ask<PerformanceFile>(`${site}${published.performance(night)}`);
  const { body: plan } = await ask<Plan>(`${site}${published.plan(file.plan)}`);
  const { body } = await availability(site, night);
  const free = Object.values(body.sections).reduce((sum, section) => sum + section.free, 0);
  expect(free).toBe(plan.seats - seats.length);
}

const seatsOf = (view: HoldView) => ('seats' in view ? view.seats : []);
