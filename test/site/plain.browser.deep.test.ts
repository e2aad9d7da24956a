import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { Shown } from '../../lambdas/foundation/page-route.ts';
import { findBrowser, openBrowser, openContext } from '../browser.ts';
import { member, openForMembers, PlainBrowser } from '../lambdas/waiting-room/plain/plain-browser.ts';
import { joined, onSale, opensAt, SmallStage } from '../lambdas/waiting-room/small-stage.ts';
import { expectAccessible } from './visitor.ts';

/*
 * The page without JavaScript in a real browser whose JavaScript is off, with the CDN's content policy. With
 * `STAMPEDE_SCREENS=1` it also writes screens/plain/*.png.
 */

const path = findBrowser();
const root = resolve(import.meta.dirname, '../..');
const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'";

(path ? describe : describe.skip)('without JavaScript', () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  let stage: SmallStage;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
    server = createServer((request, response) => {
      void answer(request).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  /** The API as far as these pages go. */
  async function answer(request: IncomingMessage) {
    const { pathname, searchParams } = new URL(request.url ?? '/', base);
    if (pathname === '/plain.css' || pathname === '/favicon.svg') {
      const type = pathname.endsWith('.css') ? 'text/css' : 'image/svg+xml';
      return {
        status: 200,
        headers: { 'content-type': type },
        body: readFileSync(join(root, 'site/public', pathname)),
      };
    }
    let body = '';
    for await (const part of request) body += part;
    const fan = new PlainBrowser(stage);
    for (const pair of request.headers.cookie?.split('; ') ?? []) {
      const at = pair.indexOf('=');
      fan.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const sent = {
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, `${value}`])),
    };
    const line = pathname.split('/')[2];
    let shown: Shown;
    if (line === undefined) shown = await fan.list(sent);
    else if (request.method === 'POST')
      shown = await fan.send(Object.fromEntries(new URLSearchParams(body)), sent, line);
    else shown = await fan.look(sent, line);
    const { status, html, location, cookies, refreshMs } = shown;
    // Any refresh comes at once, so that the test need not wait as long as a fan does.
    const refresh = refreshMs === undefined ? {} : { refresh: '1' };
    const moved = location === undefined ? {} : { location };
    const kept = cookies ? { 'set-cookie': [...cookies] } : {};
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
    return { status, headers: { ...headers, ...refresh, ...moved, ...kept }, body: html ?? '' };
  }

  async function aPhone(scripts: boolean, width = 360, colorScheme: 'light' | 'dark' = 'light') {
    const context = await openContext(browser, {
      viewport: { width, height: 780 },
      javaScriptEnabled: scripts,
      colorScheme,
    });
    const page = await context.newPage();
    return { context, page };
  }

  async function aLine(others = 40) {
    stage = new SmallStage();
    await openForMembers(stage);
    for (let other = 0; other < others; other += 1)
      joined(await stage.joinAs({ entry: 'members', member: `B${other}`, postcode: 'X1' }));
    await stage.tick();
  }

  const turn = (more: Partial<Board>) =>
    stage.files.set(published.board(onSale), {
      ...(stage.files.get(published.board(onSale)) as Board),
      writtenAt: stage.now,
      ...more,
    });

  test('a member joins, and the page shows the number and then the call by itself', async () => {
    await aLine();
    const { context, page } = await aPhone(false);
    await page.goto(`${base}/plain`);
    await page.getByRole('link', { name: 'Friends of the theatre' }).click();
    await page.getByLabel('Member number').fill(member.member);
    await page.getByLabel('Postcode').fill(member.postcode);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(new URL(page.url()).search).toBe('');

    await stage.run(opensAt + 3000);
    const { place } = joined(await stage.joinAs({ entry: 'members', ...member }));
    const position = stage.position(place) ?? 0;
    turn({ calledUpTo: 0, rate: 60 });
    stage.now += 1000;
    await page.getByText(`Your number ${position}`).waitFor();
    turn({ calledUpTo: position });
    stage.now += 1000;
    await page.getByRole('heading', { name: 'It is your turn' }).waitFor();
    // Nothing was pressed, and nothing was claimed.
    expect((await stage.stores.fans.read(onSale, place.fan))?.pass).toBeUndefined();
    await context.close();
  });

  test('leaving takes two steps, by keyboard too', async () => {
    await aLine(3);
    const { context, page } = await aPhone(false);
    await page.goto(`${base}/plain/${onSale}`);
    await page.getByLabel('Member number').fill(member.member);
    await page.getByLabel('Postcode').fill(member.postcode);
    await page.getByRole('button', { name: 'Take a place' }).click();
    // Stopped, so that the page does not come anew under the fan's hands.
    await page.getByRole('link', { name: 'Stop refreshing' }).click();
    expect(await page.getByRole('button', { name: 'Yes, leave the line' }).isVisible()).toBe(false);
    await page.getByText('Leave the line', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You have left the line').waitFor();
    await context.close();
  });

  const scenes: readonly (readonly [string, (fan: PlainBrowser) => Promise<void>])[] = [
    ['outside', async () => undefined],
    ['lobby', async (fan) => void (await fan.join())],
    [
      'waiting',
      async (fan) => {
        await fan.join();
        await stage.run(opensAt + 3000);
        turn({ calledUpTo: 0, rate: 4, phase: 'paused', odds: { left: 40, room: 4, mean: 1.9, sd: 1.4, err: 0.2 } });
      },
    ],
    [
      'called',
      async (fan) => {
        await fan.join();
        await stage.run(opensAt + 3000);
        turn({ calledUpTo: 41 });
      },
    ],
    [
      'shopping',
      async (fan) => {
        await stage.stores.lines.turn(onSale, { shopping: 100 }, []);
        await fan.join();
        await stage.run(opensAt + 10_000);
        await fan.send({ act: 'claim' });
      },
    ],
    [
      'sold-out',
      async (fan) => {
        await fan.join();
        await stage.run(opensAt + 3000);
        turn({ calledUpTo: 0, phase: 'sold-out' });
      },
    ],
    [
      'over',
      async (fan) => {
        await fan.join();
        stage.now = opensAt + 3_600_000;
      },
    ],
  ];

  /** Hands what one fan has to a real browser. */
  async function hand(fan: PlainBrowser, context: BrowserContext): Promise<void> {
    const cookie = [...fan.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await context.setExtraHTTPHeaders({ cookie });
  }

  test.each(scenes)('%s, by axe', async (name, scene) => {
    await aLine();
    const fan = new PlainBrowser(stage);
    await scene(fan);
    stage.now += 1000;
    // axe is a script: it needs a browser that runs some.
    const { context, page } = await aPhone(true);
    await hand(fan, context);
    await page.goto(`${base}/plain/${onSale}?still=1`);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
    if (process.env.STAMPEDE_SCREENS !== '1') return;
    for (const width of [360, 1280]) {
      const shot = await aPhone(false, width);
      await hand(fan, shot.context);
      await shot.page.goto(`${base}/plain/${onSale}?still=1`);
      await shot.page.screenshot({ path: join(root, `screens/plain/${name}-${width}.png`), fullPage: true });
      await shot.context.close();
    }
  });

  test('the longest words fit a narrow phone', async () => {
    await aLine();
    const { context, page } = await aPhone(true, 320, 'dark');
    for (const language of ['de', 'cy', 'fr', 'es']) {
      await context.addCookies([{ name: 'stampede-language', value: language, url: `${base}/` }]);
      for (const address of [`/plain/${onSale}`, '/plain']) {
        await page.goto(base + address);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    }
    await context.close();
  });
});
