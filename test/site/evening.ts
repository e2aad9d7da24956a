import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { openTheatre, type Theatre, type TheatreOf } from './theatre/theatre.ts';
import { type Visit, visit } from './visitor.ts';

/** What a test has: a theatre of its own, and a fan in a browser. After it neither may have anything to complain of. */
export interface Evening {
  readonly browser: Browser;
  readonly theatre: Theatre;
  readonly fan: Visit;
  /** Another theatre than the usual one, in its place. */
  openAnew(of: Partial<TheatreOf>): Promise<Theatre>;
}

/** For the tests of the group that calls this. */
export function evenings(how: Parameters<typeof visit>[1] = {}): Evening {
  let browser: Browser;
  let site: string;
  let theatre: Theatre;
  let fan: Visit;

  beforeAll(async () => {
    site = builtSite();
    browser = await openBrowser(findBrowser() as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site });
    fan = await visit(browser, how);
  });
  afterEach(async () => {
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });
  return {
    get browser() {
      return browser;
    },
    get theatre() {
      return theatre;
    },
    get fan() {
      return fan;
    },
    async openAnew(of) {
      await theatre.close();
      theatre = await openTheatre({ site, ...of });
      return theatre;
    },
  };
}
