import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { FakeVenue } from '../fake/venue.ts';
import { expectAccessible, visit } from '../visitor.ts';
import { scenes } from './scenes.ts';

const path = findBrowser();

(path ? describe : describe.skip)('every state of the line page, by axe', () => {
  let browser: Browser;
  let dist: string;

  beforeAll(async () => {
    dist = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());

  test.each(Object.keys(scenes))('%s', async (name) => {
    const venue = new FakeVenue(dist, { opensAt: Date.now() + 600_000 });
    const base = await venue.open();
    const fan = await visit(browser, { width: 360 });
    try {
      await scenes[name]?.({ page: fan.page, base, venue });
      await expectAccessible(fan.page);
      expect(await fan.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(fan.complaints).toEqual([]);
    } finally {
      await fan.context.close();
      await venue.close();
    }
  });
});
