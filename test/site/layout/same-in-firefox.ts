import { languages } from '../../../contracts/languages.ts';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { visit } from '../visitor.ts';
import { findFirefox, openFirefox } from './firefox.ts';
import { shop } from './pages.ts';

/*
 * `node test/site/layout/same-in-firefox.ts` says where a page of a fan has another amount in Firefox than in Chromium, in
 * every language, in currencies of which the two count the digits differently, and how many numbers it compared. Status 1
 * if one differs. Times that run are left out.
 */

/** Of two digits, of none, of three, and those that browsers disagree on: contracts and rules/money say by ISO 4217. */
const currencies = ['GBP', 'JPY', 'KWD', 'HUF', 'IDR', 'COP', 'RSD', 'IQD'];
const compared = ['season', 'show', 'hall', 'checkout', 'order'];

/** Every line with a digit, without running times. The choices of a list are rendered text in one of the two only. */
const numbers = `(() => {
  const main = document.querySelector('main');
  const offered = [...(main?.querySelectorAll('option') ?? [])].map(({ textContent }) => textContent.trim());
  return [...(main?.innerText ?? '').split(/\\n/).filter((line) => !offered.includes(line.trim())), ...offered]
    .map((line) => line.replace(/\\d+:\\d\\d(?!\\d)/g, '').trim())
    .filter((line) => /\\d/.test(line))
    .join('\\n');
})()`;

const [chromium, gecko] = [findBrowser(), findFirefox()];
if (!chromium || !gecko) throw new Error('Amounts are compared in two browsers.');
const site = builtSite();
const firefox = await openFirefox(gecko);
const browser = await openBrowser(chromium);
let same = 0;
try {
  for (const currency of currencies) {
    const theatre = await openTheatre({ site, currency });
    const { page, context } = await visit(browser, { width: 1280 });
    const pages = (await shop(page, theatre)).filter(({ name }) => compared.includes(name));
    // The same fan in the other browser: what a browser keeps of a place, a pass and an order.
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    await firefox.goto(`${theatre.base}/404`);
    await firefox.evaluate(`for (const [key, value] of ${kept}) localStorage.setItem(key, value)`);
    for (const { name, address, whole } of pages) {
      for (const language of currency === 'HUF' || currency === 'GBP' ? languages : (['en'] as const)) {
        const url = new URL(theatre.base + address);
        url.searchParams.set('lang', language);
        await page.goto(url.href);
        await page.locator(whole).first().waitFor();
        await firefox.goto(url.href);
        const here = await settled(() => page.evaluate(numbers));
        const there = await settled(() => firefox.evaluate(numbers));
        if (here === there) same += here.split('\n').length;
        else report(`${currency} ${name} ${language}`, here, there);
      }
    }
    await context.close();
    await theatre.close();
  }
} finally {
  await browser.close();
  await firefox.close();
}
console.log(`${same} lines with numbers are the same in both browsers.`);
if (same === 0) process.exitCode = 1;

/** The text of a page, once it says the same twice and has something to say. */
async function settled(read: () => Promise<unknown>): Promise<string> {
  for (let [before, tries] = ['', 0]; ; tries += 1) {
    const now = `${(await read()) ?? ''}`;
    if ((now !== '' && now === before) || tries > 60) return now;
    before = now;
    await new Promise((later) => setTimeout(later, 500));
  }
}

function report(where: string, here: string, there: string): void {
  process.exitCode = 1;
  const [ours, theirs] = [here.split('\n'), there.split('\n')];
  console.log(`${where}: ${ours.length} lines in Chromium, ${theirs.length} in Firefox`);
  for (const line of ours.filter((one) => !theirs.includes(one)).slice(0, 5)) console.log(`  Chromium: ${line}`);
  for (const line of theirs.filter((one) => !ours.includes(one)).slice(0, 5)) console.log(`  Firefox:  ${line}`);
}
