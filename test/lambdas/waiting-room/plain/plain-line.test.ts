import { describe, expect, test } from '@jest/globals';
import type { Season } from '../../../../contracts/catalogue.ts';
import type { Board } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { refreshMs } from '../../../../lambdas/waiting-room/plain/plain-refresh.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { anOpening, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';
import { member, openForMembers, PlainBrowser, textOf } from './plain-browser.ts';
import { aStage, boardOf, turn } from './plain-stage.ts';

/* Long because one page tells all that a line may be to a fan. */

describe('a member’s whole way without a script', () => {
  test('from the form to the pass, and out again', async () => {
    const { stage, fan } = await aStage();
    await stage.tick();
    const outside = await fan.look();
    expect(outside).toMatchObject({ status: 200, refreshMs: undefined });
    expect(textOf(outside.html)).toContain('Doors open: Friday');
    // Before the form, because a join without cookies is a place that is lost.
    const [beforeForm = '', form] = (outside.html ?? '').split('<form method="post"');
    expect(textOf(beforeForm)).toContain('This page keeps your place in a cookie');
    expect(form).toContain('name="postcode"');
    expect(textOf(outside.html)).toContain('This line has no public beacon: the draw is not proved.');

    expect(await fan.join()).toMatchObject({ status: 303, location: `/plain/${onSale}` });
    const lobby = await fan.look();
    expect(textOf(lobby.html)).toContain('You have a place');
    // A minute before the doors.
    expect(lobby.refreshMs).toBeGreaterThanOrEqual(5000);
    expect(lobby.refreshMs).toBeLessThan(60_000);
    // Nine others come by themselves.
    for (let other = 0; other < 9; other += 1)
      joined(await stage.joinAs({ entry: 'members', member: `B${other}`, postcode: 'x1' }));
    const { place, receipt } = joined(await stage.joinAs({ entry: 'members', ...member }));

    stage.now = opensAt;
    expect(textOf((await fan.look()).html)).toContain('The draw is being made');
    await stage.run(opensAt + 3000);
    const position = stage.position(place) ?? 0;
    // Somewhere in the middle of the line.
    turn(stage, { calledUpTo: 0, rate: 60 });
    const waiting = await fan.look();
    const ahead = position - 1;
    expect(textOf(waiting.html)).toContain(`Your number ${position}`);
    expect(textOf(waiting.html)).toContain(
      ahead === 0 ? 'You are next' : `${ahead} ${ahead === 1 ? 'person' : 'people'} ahead of you`,
    );
    expect(waiting.refreshMs).toBe(5000);

    stage.now += 1000;
    turn(stage, { calledUpTo: position - 1 || 1 });
    await stage.run(stage.now + 60_000);
    // Fans who were called before may be inside. The line itself says when it is our turn.
    turn(stage, { calledUpTo: position });
    stage.now += 1000;
    const called = await fan.look();
    expect(textOf(called.html)).toContain('It is your turn');
    expect(textOf(called.html)).toContain(`Your number ${position}`);
    // Nothing is claimed by looking.
    expect((await stage.stores.fans.read(onSale, place.fan))?.pass).toBeUndefined();
    while ((await stage.line()).progress.calledUpTo < position) await stage.run(stage.now + 30_000);

    // Nobody came for a minute, so the windows are over: this fan is late, and takes the next free slot.
    expect(await fan.send({ act: 'claim' })).toMatchObject({ status: 409 });
    await stage.run(stage.now + 2000);
    expect(await fan.send({ act: 'claim' })).toMatchObject({ status: 303 });
    const shopping = textOf((await fan.look()).html);
    expect(shopping).toContain('You have your pass');
    expect(shopping).toContain(`Your number ${position}`);
    expect(shopping).toContain('ask the box office of Gale’s Theatre');
    // The page with JavaScript gives the very same pass.
    expect(await stage.claim(receipt)).toMatchObject({ ok: true, how: 'again' });

    expect(await fan.send({ act: 'leave' })).toMatchObject({ status: 303 });
    stage.now += 1000;
    expect(textOf((await fan.look()).html)).toContain('Your time to shop is over');
  });

  test('the second browser of a fan has the same place', async () => {
    const { stage, fan } = await aStage();
    const other = new PlainBrowser(stage);
    await fan.join();
    await other.join({ member: ' a-1001 ', postcode: 'po196ap' });
    expect([...other.cookies]).toEqual([...fan.cookies]);
  });

  test('a fan sees the devices that hold the place, and takes one off that came later', async () => {
    const { stage, fan } = await aStage();
    await fan.join();
    const alone = await fan.send({ act: 'devices' });
    expect(alone.status).toBe(200);
    expect(textOf(alone.html)).toContain('Your place is on this device alone');
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };
    const other = new PlainBrowser(stage);
    stage.now += 1000;
    await other.send({ act: 'join', entry: 'members', ...member }, { headers });
    expect([...other.cookies]).not.toEqual([...fan.cookies]);

    const seen = await fan.send({ act: 'devices' });
    expect(textOf(seen.html)).toContain('Firefox on Linux');
    // The one that came later may end none.
    expect((await other.send({ act: 'devices' })).html).not.toContain('name="device"');
    const [, device = ''] = /name="device" value="([^"]+)"/.exec(seen.html ?? '') ?? [];
    expect(textOf((await fan.send({ act: 'devices', device })).html)).toContain('Your place is on this device alone');
    const refused = await other.send({ act: 'devices' });
    expect(refused.status).toBe(403);
    expect(textOf(refused.html)).toContain('This device was taken off your place');
    expect(refused.html).toContain('name="postcode"');
    expect(other.cookies.size).toBe(0);
  });

  test('whoever leaves takes their place back by joining again', async () => {
    const { stage, fan } = await aStage();
    await fan.join();
    const before = [...fan.cookies];
    const left = await fan.send({ act: 'leave' });
    expect(left).toMatchObject({ status: 303, location: `/plain/${onSale}?left=1` });
    expect(fan.cookies.size).toBe(0);
    expect(textOf((await fan.look({ query: { left: '1' } })).html)).toContain('You have left the line');
    await fan.join();
    expect([...fan.cookies]).toEqual(before);
    expect(await stage.stores.fans.look(onSale, 'x')).toEqual({ members: [] });
  });
});

test('a look reads no database, and the board once a second however many look', async () => {
  const stores = twins();
  const { stage } = { stage: new SmallStage(stores) };
  await openForMembers(stage);
  const fan = new PlainBrowser(stage);
  await fan.join();
  await stage.run(opensAt + 3000);
  let reads = 0;
  const counted = new Proxy(stage.files, {
    get(files, name) {
      if (name === 'get')
        return (path: string) => {
          reads += 1;
          return files.get(path);
        };
      const value: unknown = Reflect.get(files, name);
      return typeof value === 'function' ? value.bind(files) : value;
    },
  });
  const untouchable = new Proxy(stores, {
    get: (_, name) => {
      throw new Error(`A look touched ${String(name)}`);
    },
  });
  const looked = new SmallStage(twins(), counted);
  looked.now = stage.now;
  Object.defineProperty(looked, 'stores', { value: untouchable });
  const crowd = new PlainBrowser(looked);
  for (const [name, value] of fan.cookies) crowd.cookies.set(name, value);
  for (let look = 0; look < 500; look += 1) expect((await crowd.look()).status).toBe(200);
  // The line, the board, the season, the draw sheet.
  expect(reads).toBe(4);
  looked.now += 1000;
  await crowd.look();
  expect(reads).toBe(5);
});

describe('what the page says', () => {
  async function inLine(board: Partial<Board>) {
    const { stage, fan } = await aStage({ dials: { ...anOpening().dials, shopping: 0 } });
    await fan.join();
    await stage.run(opensAt + 3000);
    turn(stage, { calledUpTo: 0, ...board });
    stage.now += 1000;
    return textOf((await fan.look()).html);
  }

  test.each<[string, Partial<Board>, string]>([
    ['paused', { phase: 'paused', halt: 'staff' }, 'The line is paused'],
    ['the house is slow', { halt: 'house' }, 'The box office is catching up'],
    ['all in baskets', { halt: 'baskets' }, 'Every seat is in somebody’s basket'],
    ['sold out', { phase: 'sold-out' }, 'Sold out'],
    ['a message', { message: 'The foyer bar is <open> & warm.' }, 'The foyer bar is <open> & warm.'],
    ['an even chance', { rate: 10, odds: { left: 21, room: 10, mean: 1.9, sd: 1.4, err: 0.1 } }, 'about 5 in 10'],
    ['no chance', { rate: 10, odds: { left: 1, room: 5, mean: 1.9, sd: 1.4, err: 0.1 } }, 'fewer than 1 chance in 20'],
    ['a sure chance', { rate: 10, odds: { left: 900, room: 5, mean: 1.9, sd: 1.4, err: 0.1 } }, 'Very likely'],
    ['a short wait', { rate: 10 }, 'Nine of ten at your place are called within about a minute.'],
    ['nobody knows', { rate: 0 }, 'in a minute or two'],
    ['nobody writes the board', { writtenAt: opensAt - 120_000 }, 'No word from the line'],
  ])('%s', async (_, board, words) => {
    expect(await inLine(board)).toContain(words);
  });

  test('that an on-sale is over', async () => {
    const { stage, fan } = await aStage();
    await fan.join();
    stage.now = opensAt + 3_600_000;
    const shown = await fan.look();
    expect(textOf(shown.html)).toContain('This on-sale is over');
    expect(shown.refreshMs).toBeUndefined();
  });

  test('when each window opens, and how to come in', async () => {
    const { stage, fan } = await aStage({
      tier: { id: 'friends', name: 'Friends' },
      later: [
        { id: 'post', name: 'Our readers', entry: 'email', opensAt: opensAt + 600_000 },
        { id: 'all', name: 'Everyone', entry: 'open', opensAt: opensAt + 1_200_000 },
      ],
    });
    const { html } = await fan.look();
    const text = textOf(html);
    for (const said of ['Friends : Doors open', 'Our readers : Doors open', 'Everyone : Doors open'])
      expect(text).toContain(said);
    expect(html).toContain('name="link"');
    expect(text).toContain('which needs JavaScript');
    expect(text).toContain('ask the box office');
    expect(stage.files.has(published.line(onSale))).toBe(true);
  });

  test('with the number of the box office it can be dialled, and without one nobody is told to', async () => {
    const { stage, fan } = await aStage();
    await stage.tick();
    expect((await fan.look()).html).not.toMatch(/tel:|telephone/);
    const season = stage.files.get(published.season()) as Season;
    stage.files.set(published.season(), {
      ...season,
      boxOffice: { telephone: '+44 (0)20 7946 0000', hours: 'Mon–Sat 10:00–18:00' },
    });
    stage.now += 60_000;
    expect((await fan.look()).html).toContain(
      'Box office, by telephone: <a href="tel:+442079460000"><bdi>+44 (0)20 7946 0000</bdi></a>, <bdi>Mon–Sat 10:00–18:00</bdi>',
    );
  });

  test('a fan of a later tier, when their own doors open', async () => {
    const { stage, fan } = await aStage({
      tier: { id: 'gold', name: 'Gold' },
      roster: 'gold',
      later: [{ id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: opensAt + 600_000 }],
    });
    await fan.join();
    await stage.run(opensAt + 3000);
    const { html, refreshMs: next } = await fan.look();
    expect(textOf(html)).toContain('Doors open: Friday 15 January 2027, 08:10');
    expect(next).toBe(60_000);
  });

  test('of the slower lane and of a place that was removed, with the reason and where to appeal', async () => {
    const { stage, fan } = await aStage();
    await fan.join();
    const { place } = joined(await stage.joinAs({ entry: 'members', ...member }));
    await stage.judge(place.fan, 'remove');
    await stage.run(opensAt + 5000);
    const refused = await fan.send({ act: 'claim' });
    expect(refused.status).toBe(403);
    stage.now += 1000;
    for (const { html } of [refused, await fan.look()]) {
      expect(textOf(html)).toContain(
        'This place was taken out of the line Nobody can come in with it. The staff of the box office decided so.',
      );
    }
    // Called or not, a removed place does not hear that it is its turn. It may ask, since staff may have restored it.
    turn(stage, { calledUpTo: 1000 });
    stage.now += 1000;
    const { html } = await fan.look();
    expect(textOf(html)).not.toContain('It is your turn');
    expect(html).toContain('value="claim"');
    await stage.judge(place.fan, 'slow');
    await fan.join();
    expect(textOf((await fan.look()).html)).toContain('You are in the slower lane');
    const slowed = await fan.send({ act: 'claim' });
    expect(slowed.status).toBe(409);
    expect(textOf(slowed.html)).toContain('A little more patience');
  });
});

describe('coming anew by itself', () => {
  test('of a 30-minute wait at a steady pace costs some 40 looks, and finds the call within seconds', async () => {
    const { stage } = await aStage();
    await stage.tick();
    const rate = 100;
    const start = opensAt + 60_000;
    const calledAt = start + 30 * 60_000;
    let now = start;
    let looks = 0;
    while (now < calledAt) {
      const ahead = Math.ceil(((calledAt - now) / 60_000) * rate) - 1;
      const board = { ...boardOf(stage), phase: 'open', rate, writtenAt: now } as const;
      now += refreshMs({ at: 'waiting', position: 5000, ahead }, board, now) ?? 0;
      looks += 1;
    }
    expect(looks).toBeGreaterThanOrEqual(30);
    expect(looks).toBeLessThanOrEqual(50);
    expect(now - calledAt).toBeLessThanOrEqual(6000);
  });

  test('can be stopped and started', async () => {
    const { fan } = await aStage();
    await fan.join();
    expect((await fan.look()).html).toContain(`href="/plain/${onSale}?still=1"`);
    const still = await fan.look({ query: { still: '1' } });
    expect(still.refreshMs).toBeUndefined();
    expect(textOf(still.html)).toContain('Refresh by itself');
  });

  test('never under somebody’s hands: not while a form is filled in', async () => {
    const { stage, fan } = await aStage();
    expect((await fan.look()).refreshMs).toBeUndefined();
    stage.now = opensAt + 5000;
    expect((await fan.look()).refreshMs).toBeUndefined();
  });
});
