import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { expectAccessible, expectToFit, visit } from '../visitor.ts';
import { scenes, theatres } from './scenes.ts';

const path = findBrowser();

(path ? describe : describe.skip)('every state of the line page, by axe', () => {
  let browser: Browser;
  let site: string;

  beforeAll(async () => {
    site = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());

  test.each(Object.keys(scenes))('%s', async (name) => {
    const theatre = await openTheatre({ site, ...theatres[name]?.() });
    const fan = await visit(browser, { width: 360 });
    try {
      await scenes[name]?.({ page: fan.page, theatre });
      await expectAccessible(fan.page);
      await expectToFit(fan.page);
      expect(fan.complaints).toEqual([]);
      expect(theatre.stage.faults).toEqual([]);
    } finally {
      await fan.context.close();
      await theatre.close();
    }
  });
});
