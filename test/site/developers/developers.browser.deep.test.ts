import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { apiRoutes } from '../../../contracts/api-paths.ts';
import { fileOfPage } from '../../../edge/site-path.ts';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { expectAccessible } from '../visitor.ts';

const path = findBrowser();

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** As the pages' own policy has it: nothing from elsewhere, nothing inlined. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

(path ? describe : describe.skip)('the page for developers', () => {
  let browser: Browser;
  let server: Server;
  let base: string;

  beforeAll(async () => {
    const dist = builtSite();
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://site');
      const file = fileOfPage(pathname, 'en') ?? '/404.html';
      readFile(join(dist, file)).then(
        (body) => {
          response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
          response.setHeader('content-security-policy', policy);
          response.end(body);
        },
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser(path as string);
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  async function open(address: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    page.on('console', (said) => {
      if (said.type() === 'error') throw new Error(said.text());
    });
    await page.goto(`${base}${address}`);
    await page.getByRole('heading', { name: 'Join a line' }).waitFor();
    return page;
  }

  test('tells of every route: what it needs, what is sent, answered and refused, with an example', async () => {
    const page = await open('/developers');
    for (const { name, method, path: address } of apiRoutes) {
      const route = page.locator(`article#${name.split('/').at(-1)}`);
      expect(await route.locator('.route-address').textContent()).toBe(`${method} ${address}`);
      for (const part of ['Needs', 'Answers', 'May be refused']) {
        expect(await route.locator('dt', { hasText: part }).count()).toBe(1);
      }
      expect(await route.locator('.wire').first().textContent()).toContain(`${method} /`);
    }
    const order = page.locator('article#place-order');
    await order.locator('summary').click();
    await order.getByText('idempotency-key-reused').waitFor();
    expect(await order.locator('.wire').first().textContent()).toContain('"slips"');
    expect(await order.getByRole('link', { name: 'OrderView' }).count()).toBeGreaterThan(0);
    await page.close();
  });

  test('opens at the route that its address names, and a shape is one link away', async () => {
    const page = await open('/developers#show-order');
    const route = page.locator('article#show-order');
    await page.waitForFunction(() => {
      const top = document.getElementById('show-order')?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < window.innerHeight;
    });
    await route.getByRole('link', { name: 'OrderView' }).click();
    await page.waitForURL(/#OrderView$/);
    expect(await page.locator('article#OrderView').isVisible()).toBe(true);
    await page.close();
  });

  test('says so when the description cannot be had', async () => {
    const page = await browser.newPage();
    await page.route('**/openapi.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${base}/developers`);
    await page.getByRole('alert').waitFor();
    await page.close();
  });

  test.each([
    ['by day, wide', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['by night, on a phone', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('is accessible and fits %s', async (_, options) => {
    const page = await open('/developers', options);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expectAccessible(page);
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
    expect(wide).toBeLessThanOrEqual(there);
    await page.close();
  });
});
