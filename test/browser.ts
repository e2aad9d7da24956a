import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/*
 * A browser for the tests: Chromium or Chrome where there is one; else Debian's, installed if we may;
 * else the tests that need one are skipped, loudly. Where CI=true nothing may be skipped.
 */

const names = [
  process.env.STAMPEDE_BROWSER ?? '',
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
];

function found(): string | undefined {
  return names.find((name) => name !== '' && existsSync(name));
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], quietly);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly);
  } catch (cause) {
    console.warn(`Installing Debian's chromium failed: ${(cause as Error).message}`);
  }
  return found();
}

/** The path of a browser, or undefined when there is none and the tests may do without. */
export function findBrowser(): string | undefined {
  const path = found() ?? installed();
  if (path !== undefined) return path;
  const advice =
    'No Chromium or Chrome found. Install one (Debian: apt-get install chromium), or set STAMPEDE_BROWSER to its path.';
  if (process.env.CI === 'true') throw new Error(advice);
  console.warn(`BROWSER TESTS ARE SKIPPED. ${advice}`);
  return undefined;
}

// `npm test` runs this file by itself first: two test files that install at once would be in each other's way.
if (import.meta.main) findBrowser();

/** `more`: further arguments of the browser. */
export function openBrowser(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
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
