import { expect, test } from '@jest/globals';
import { api } from '../../../../contracts/api.ts';
import type { Board } from '../../../../contracts/line.ts';
import type { Joined } from '../../../../contracts/line-requests.ts';
import { published } from '../../../../contracts/paths.ts';
import { seatsInOrder } from '../../../../contracts/plan.ts';
import type { Stock } from '../../../../contracts/stock.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { performance } from './edits.ts';
import { doors, hall, openSeason, season } from './season-on-sale.ts';

/* A date is added to a line that is live and sold out: it reaches the line, and nothing halts. */

const members = Array.from({ length: 12 }, (_, nth) => ({ member: `M${nth}`, postcode: 'N1 1AA' }));

test('a sold-out line goes on with a date that is added', async () => {
  const seats = hall();
  const general = {
    ...seats,
    zones: seats.zones.map((zone) => ({
      ...zone,
      rows: zone.rows.map((row) => ({ ...row, seats: row.seats.map(({ stampede: _, ...seat }) => seat) })),
    })),
  };
  const open = await openSeason(general);
  const { stage, time, run, others, plan } = open;
  const all = plan.sections.flatMap((section) => seatsInOrder(section).map(({ id }) => id));
  await stage.operators.enrol({ roster: 'friends', members });
  const { method, url } = api('POST lines/{onSale}/join', { onSale: 'friends' });
  time.now = doors - 10_000;
  const joined = await run(
    Promise.all(members.map((one) => stage.ask<Joined>(method, url, { body: { entry: 'members', ...one } }))),
  );
  expect(joined.map(({ status }) => status)).toEqual(members.map(() => 201));
  await run(
    others.take(
      'storm-1',
      all.filter((id) => id !== 'Stalls-A-8'),
      'friends',
    ),
  );
  await run(others.take('storm-2', all, 'friends'));
  const board = () => stage.platform.published<Board>(published.board('friends'));
  const stock = () => stage.platform.published<Stock>(published.stock('friends'));
  await run(stage.tending.keepOn(doors + 30_000));
  expect(stock()).toMatchObject({ seats: 2 * all.length - 1, free: 0 });
  expect(board()).toMatchObject({ calledUpTo: 0, halt: 'baskets' });

  const longer = season(plan.id);
  longer.shows[0]?.performances.push({
    ...performance(longer, 'storm-2'),
    id: 'storm-4',
    startsAt: performance(longer, 'storm-2').startsAt + 5 * 3_600_000,
  });
  expect(await open.publish(longer)).toMatchObject({ ok: true });
  expect(await open.openHouse('storm-4')).toMatchObject({ ok: true, opened: ['storm-4'] });
  const boards: (Board | undefined)[] = [];
  const watch = (async () => {
    while (time.now < doors + 90_000) {
      await time.wait(1000);
      boards.push(board());
    }
  })();
  await run(Promise.all([stage.tending.keepOn(doors + 90_000), watch]));
  expect(stock()).toMatchObject({ seats: 3 * all.length - 1, free: all.length });
  expect(boards.filter((one) => one?.halt === 'house' || one?.phase === 'paused')).toEqual([]);
  expect(board()?.calledUpTo).toBeGreaterThan(0);
  expect(board()?.halt).toBeUndefined();
  const pass = others.passOf('eve', 'friends');
  expect(await run(others.hold(pass, 'storm-4', { seats: ['Stalls-A-8'] }))).toMatchObject({ state: 'held' });
  expect(await contradictionsIn(open, [pass])).toEqual([]);
});
