import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Place } from '../../../contracts/line.ts';
import { makeSigned } from '../../../lambdas/foundation/signing.ts';
import { keys } from '../../../simulation/stage/platform.ts';
import { findBrowser } from '../../browser.ts';
import { evenings } from '../evening.ts';
import { fanOfMail, linkIn, type Theatre } from '../theatre/theatre.ts';
import { comeBack, joinAsFriend, type Visit, visit } from '../visitor.ts';
import { scenes, theatres } from './scenes.ts';

/* Long because one browser and one site serve all ways that a fan may go. */

const path = findBrowser();

(path ? describe : describe.skip)('what the line page does for a fan', () => {
  const evening = evenings();
  let theatre: Theatre;
  let fan: Visit;

  beforeEach(() => {
    ({ theatre, fan } = evening);
  });

  /** Another theatre than the usual one. */
  const openAnew = async (scene: string) => {
    theatre = await evening.openAnew(theatres[scene]?.() ?? {});
  };
  /** How many passes the fan was given so far. */
  const passes = async () => (await theatre.friends.fan(theatre.fan))?.pass?.number ?? 0;
  /** The fan whom this browser's receipt names. */
  const fanIn = async (page: Page, onSale: string): Promise<string> => {
    const kept = await page.evaluate((key) => localStorage.getItem(key), `stampede.receipt.${onSale}`);
    return (JSON.parse(kept ?? '') as { readonly place: Place }).place.fan;
  };

  test('asks for the line, its board, the configuration and the season at once, and paints after that', async () => {
    const { page } = fan;
    const wanted = ['/lines/friends/line.json', '/lines/friends/board.json', '/config.json', '/catalogue/season.json'];
    const asked = new Set<string>();
    let all: () => void = () => undefined;
    const together = new Promise<void>((done) => {
      all = done;
    });
    // None is answered before all were asked for: if one waited for another, this would never end.
    await page.route(/\.json$/, async (route) => {
      asked.add(new URL(route.request().url()).pathname);
      if (wanted.every((one) => asked.has(one))) all();
      await together;
      await route.continue();
    });
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('button', { name: 'Take a place' }).waitFor();
    await page.getByRole('link', { name: 'What was done on this line' }).waitFor();
    await page.locator('.answers summary').first().waitFor();
    const scripts = theatre.server.asked.flatMap((one) => /assets\/([\w-]+)-[\w-]{8}\.js$/.exec(one)?.[1] ?? []);
    // The others come after it: the part for joining, with the one that it shares with other pages, which this browser may
    // have kept; what is below it, with the answers; and the word on a beacon that is not the public one.
    expect(scripts[0]).toBe('line');
    const later = ['joining', 'news', 'below', 'answers', 'chance', 'wait-told', 'own-beacon'];
    expect(new Set([...scripts, 'news', 'chance', 'wait-told', 'own-beacon'])).toEqual(new Set(['line', ...later]));
  });

  test('nothing jumps while the page loads and the number arrives', async () => {
    const { page } = fan;
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shifted = () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByText('They open on').waitFor();
    expect(await shifted()).toBeLessThan(0.1);
    await scenes['waiting-far']?.({ page, theatre });
    await page.reload();
    await page.locator('.bill-number').waitFor();
    expect(await shifted()).toBeLessThan(0.1);
    const at = await page.locator('.bill-number').boundingBox();
    await theatre.stage.operators.turn('friends', { paused: true, message: 'The foyer bar is open.' });
    await theatre.friends.tick();
    await comeBack(page);
    await page.getByText('The foyer bar is open.').waitFor();
    expect(await page.locator('.bill-number').boundingBox()).toEqual(at);
  });

  test('the link in the mail gives the place, and leaves the address bar', async () => {
    const { page } = fan;
    await openAnew('invite-sent');
    await scenes['invite-sent']?.({ page, theatre });
    expect(theatre.stage.mailbox.map(({ to }) => to)).toEqual(['ada@example.org']);
    const tab = await fan.context.newPage();
    await tab.goto(await linkIn(theatre));
    await tab.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(tab.url()).toBe(`${theatre.base}/line?on-sale=public`);
    // The tab where it was asked for learns of the place too.
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
  });

  test('the needs ticked before the link was opened are sent with the join, and not kept', async () => {
    const { page } = fan;
    await openAnew('invite-sent');
    await page.goto(`${theatre.base}/line?on-sale=public`);
    await page.getByRole('button', { name: /wheelchair/ }).click();
    await page.getByLabel('A companion beside me').check();
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByText('Look into your mail').waitFor();
    await page.goto('about:blank');
    await page.goto(await linkIn(theatre));
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect((await theatre.public.fan(fanOfMail('ada@example.org')))?.needs).toEqual(['companion']);
    expect(await page.evaluate(() => localStorage.getItem('stampede.needs.public'))).toBeNull();
  });

  test('an open line takes a proof of work, and the page goes on counting meanwhile', async () => {
    const { page } = fan;
    await page.goto(`${theatre.base}/line?on-sale=public`);
    await page.getByRole('button', { name: /wheelchair/ }).click();
    await page.getByLabel('A wheelchair place').check();
    await page.getByLabel('More time').check();
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    const { needs } = (await theatre.public.fan(await fanIn(page, 'public'))) ?? {};
    expect(needs).toEqual(['wheelchair', 'more-time']);
  });

  test('a place in the slower lane learns why, may appeal once, and comes in when it is let', async () => {
    const { page } = fan;
    await scenes.slower?.({ page, theatre });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('say in a sentence why').waitFor();
    await page.getByLabel(/Is that wrong/).fill('We are a school class.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('We have your message').waitFor();
    const { stage, fan: mine } = theatre;
    const appeals = await stage.platform.stores.appeals.open('friends');
    expect(appeals.map(({ fan, message }) => [fan, message])).toEqual([[mine, 'We are a school class.']]);
    await stage.operators.judge({ onSale: 'friends', fan: mine, judgement: 'restore' });
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await page.getByText('slower lane').count()).toBe(0);
  });

  test('a removed place is never told that it is its turn, and comes in once staff restored it', async () => {
    const { page } = fan;
    await scenes.removed?.({ page, theatre });
    expect(await page.title()).not.toMatch(/It is your turn/);
    expect(await page.getByText('It is your turn').count()).toBe(0);
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('button', { name: 'Come in' }).waitFor();
    expect(await passes()).toBe(0);
    await theatre.stage.operators.judge({ onSale: 'friends', fan: theatre.fan, judgement: 'restore' });
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await page.getByText('This place was taken out').count()).toBe(0);
  });

  test('a fan who gives the pass back keeps the place, and does not come in again by looking', async () => {
    const { page } = fan;
    await scenes.shopping?.({ page, theatre });
    await page.getByRole('button', { name: 'I have finished shopping' }).click();
    await page.getByText('Your place is not lost').waitFor();
    expect(await page.locator('.time-left').count()).toBe(0);
    await comeBack(page);
    await page.reload();
    await page.getByText('Your place is not lost').waitFor();
    expect(await passes()).toBe(1);
    await page.getByRole('button', { name: 'Leave the line' }).click();
    await page.getByRole('button', { name: 'Yes, leave' }).click();
    await page.getByText('You have left the line').waitFor();
  });

  test('a fan takes a device off their place; that one hears of it, and stands behind when it comes again', async () => {
    const { page } = fan;
    await joinAsFriend(page, theatre.base);
    await page.getByText('You have a place').first().waitFor();
    theatre.time.pass(1000);
    const other = await visit(evening.browser);
    await joinAsFriend(other.page, theatre.base);
    await other.page.getByRole('button', { name: 'Your devices: 2' }).click();
    await other.page.getByText('Your place is on several devices').waitFor();
    // The later one takes none off.
    expect(await other.page.getByRole('button', { name: /^Take it off/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Your devices' }).click();
    await page.getByRole('button', { name: /^Take it off/ }).click();
    await page.getByText('Your place is on this device alone').waitFor();

    await theatre.friends.draw();
    await theatre.friends.callUpTo(theatre.friends.board.drawn);
    await comeBack(other.page);
    await other.page.getByText('Another device that holds this place ended this one').waitFor();
    await joinAsFriend(other.page, theatre.base);
    await other.page.getByText('the devices that were there first shop first').waitFor();
    await comeBack(page);
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await passes()).toBe(1);
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  test('a called fan who comes back learns that everything is sold', async () => {
    const { page } = fan;
    await scenes.shopping?.({ page, theatre });
    theatre.time.pass(16 * 60_000);
    await comeBack(page);
    await page.getByText('Your place is not lost').waitFor();
    await theatre.friends.showBoard({ phase: 'sold-out' });
    await comeBack(page);
    await page.getByText('Every seat is bought').first().waitFor();
    await theatre.friends.showBoard({ phase: 'paused' });
    await comeBack(page);
    await page.getByText('Every seat is bought').first().waitFor({ state: 'detached' });
    expect(await page.getByText('The line is paused').count()).toBe(0);
  });

  test('a board that nobody writes any more is silence, though it is answered', async () => {
    const { page } = fan;
    await scenes['waiting-far']?.({ page, theatre });
    // No pacemaker ticks meanwhile.
    theatre.time.pass(3_600_000);
    for (let looks = 0; looks < 3; looks += 1) {
      const answered = page.waitForResponse(/board\.json/);
      await comeBack(page);
      await answered;
    }
    await page.getByText('No word from the box office just now').waitFor();
    expect(await page.locator('.bill-number').count()).toBe(1);
  });

  test('more time is given once, and then no longer offered', async () => {
    const { page } = fan;
    await scenes.shopping?.({ page, theatre });
    await page.getByRole('button', { name: 'I need more time' }).click();
    await page.locator('.time-left', { hasText: /(?:23:00|22:\d\d)/ }).waitFor();
    expect(await page.getByRole('button', { name: 'I need more time' }).count()).toBe(0);
  });

  test('a voucher lets a fan in though the room is full, and is used up', async () => {
    const { page } = fan;
    await scenes.voucher?.({ page, theatre });
    const { stage, fan: mine, time } = theatre;
    await stage.operators.turn('friends', { shopping: 0 });
    const inAnHour = Math.floor(time.now / 1000) + 3600;
    const voucher = makeSigned('v1', keys.vouchers[0], { o: 'friends', f: mine, i: '1', x: inAnHour, w: 'fault' });
    await page.evaluate((text) => localStorage.setItem('stampede.voucher.friends', text), voucher);
    await page.reload();
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('stampede.voucher.friends'))).toBeNull();
  });

  test('whoever reads another language is refused in it', async () => {
    const { page } = fan;
    await page.goto(`${theatre.base}/line?on-sale=friends&lang=de`);
    await page.getByLabel('Mitgliedsnummer').fill('A1001');
    await page.getByRole('button', { name: 'Platz in der Reihe sichern' }).click();
    await page.getByText('Geben Sie Ihre Postleitzahl ein').waitFor();
    await page.getByLabel('Postleitzahl').fill('nowhere');
    await page.getByRole('button', { name: 'Platz in der Reihe sichern' }).click();
    await page.getByText('Mitgliedsnummer und Postleitzahl passen nicht zusammen').waitFor();
  });

  test('learns that the turn has come by the signal that was asked for, once', async () => {
    const { page } = fan;
    await page.addInitScript(() => {
      const rung: unknown[] = [];
      Object.assign(window, { rung });
      Object.defineProperty(navigator, 'vibrate', { value: (strokes: unknown) => rung.push(strokes) > 0 });
    });
    const rung = () => page.evaluate(() => (window as unknown as { rung: unknown[] }).rung.length);
    await joinAsFriend(page, theatre.base);
    await page.getByRole('button', { name: 'Tell me when it is my turn' }).click();
    // A fan who came by the keyboard goes on where they were.
    await page.locator('[role=switch]:focus').waitFor();
    await page.getByRole('switch', { name: 'Vibration' }).click();
    await page.getByRole('switch', { name: 'Vibration', checked: true }).waitFor();
    // Tried out with the tap.
    expect(await rung()).toBe(1);
    const { friends } = theatre;
    await friends.crowd(50);
    await friends.draw();
    await comeBack(page);
    await page.locator('.bill-number').waitFor();
    await friends.callUpTo(friends.board.drawn);
    await comeBack(page);
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await rung()).toBe(2);
  });

  test('says why when the browser refuses a signal', async () => {
    const { page } = fan;
    await page.addInitScript(() => {
      Object.assign(Notification, { requestPermission: () => Promise.resolve('denied') });
    });
    await joinAsFriend(page, theatre.base);
    await page.getByRole('button', { name: 'Tell me when it is my turn' }).click();
    await page.getByRole('switch', { name: 'Notification' }).click();
    await page.getByText('Your browser does not let us').waitFor();
    expect(await page.getByRole('switch', { name: 'Notification' }).getAttribute('aria-checked')).toBe('false');
  });
});
