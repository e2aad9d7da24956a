import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findProgram } from './debian-program.ts';
import { pageMs } from './patience.ts';

/**
 * The path of a browser for the tests. It is undefined when there is none and the tests may run without it. The shell of
 * Chromium that has no window is taken first: it draws the same pages, and takes two thirds of the time.
 */
export function findBrowser(): string | undefined {
  return findProgram({
    name: 'Chromium or Chrome',
    package: 'chromium-headless-shell',
    orPackage: 'chromium',
    variable: 'STAMPEDE_BROWSER',
    paths: [
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/opt/homebrew/bin/chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
  });
}

/** `more`: further arguments of the browser. */
export function openBrowser(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    timeout: pageMs,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      ...more,
    ],
  });
}

/** Somebody's browser, with nothing remembered, in which a page is waited for as long as patience.ts says. */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(pageMs);
  return context;
}
