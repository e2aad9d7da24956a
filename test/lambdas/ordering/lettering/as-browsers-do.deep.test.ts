import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { linesOf, piecesOf, widthOf } from '../../../../lambdas/ordering/lettering/lettered.ts';
import { lettersOf } from '../../../../lambdas/ordering/lettering/letters.ts';
import { findBrowser, openBrowser } from '../../../browser.ts';
import { fonts } from '../ticket/ticketed.ts';
import { everyScript } from './every-script.ts';

/*
 * A ticket's text is as wide, and its parts stand in the same order, as in Chromium with the same fonts. Those of East Asia
 * are left out: each of their signs is as wide as any other.
 */

const require = createRequire(import.meta.url);
const small = ['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Gujarati', 'Gurmukhi', 'Telugu', 'Kannada'];
const more = ['Malayalam', 'Sinhala', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Georgian', 'Armenian', 'Ethiopic'];
const files = [
  'source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  ...[...small, ...more].map((name) => `noto-sans-${name.toLowerCase()}/700Bold/NotoSans${name}_700Bold.ttf`),
];

let browser: Browser | undefined;
let page: Page | undefined;

beforeAll(async () => {
  const path = findBrowser();
  if (!path) return;
  // Letters as wide as a browser with a window has them.
  browser = await openBrowser(path, ['--font-render-hinting=none']);
  page = await browser.newPage();
  const faces = files.map((file, n) => {
    const bytes = readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64');
    return `@font-face{font-family:f${n};src:url(data:font/ttf;base64,${bytes})}`;
  });
  await page.setContent(
    `<style>${faces.join('')} p{font:100px ${files.map((_, n) => `f${n}`).join()};white-space:pre;float:left;margin:0}</style><p dir="auto"></p>`,
  );
});
afterAll(() => browser?.close());

const titles = [...everyScript, 'המלט (2) abc 12', 'Hamlet (המלט) 3', 'مُحَمَّد ١٢٣ (abc)', 'אָלֶף־בֵּית'].filter(
  (title) => !/[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]/u.test(title),
);

test.each(titles)('%s', async (title) => {
  if (!page) return;
  const text = (await lettersOf(fonts, [['bill', title]]))('bill', title);
  const [line] = linesOf(text, 1000);
  const pieces = line ? piecesOf(text, line) : [];
  const seen = await page.evaluate(async (shown) => {
    const paragraph = document.querySelector('p');
    if (!paragraph) return undefined;
    paragraph.textContent = shown;
    await document.fonts.ready;
    // The fonts that the text needs are loaded when it is first laid out.
    paragraph.getBoundingClientRect();
    await document.fonts.ready;
    const node = paragraph.firstChild as Text;
    const middles = [...shown].length === shown.length ? Array.from(shown, (_, n) => n) : [];
    const at = middles.map((n) => {
      const range = document.createRange();
      range.setStart(node, n);
      range.setEnd(node, n + 1);
      const { left, right } = range.getBoundingClientRect();
      return (left + right) / 2;
    });
    return { width: paragraph.getBoundingClientRect().width, at, rtl: getComputedStyle(paragraph).direction === 'rtl' };
  }, title);
  // A space is that of the font beside it here, and of the first font there.
  const spaces = [...title].filter((sign) => sign === ' ').length;
  expect(Math.abs(widthOf(text, pieces) * 100 - (seen?.width ?? 0))).toBeLessThanOrEqual(1 + 6 * spaces);
  expect(text.rtl).toBe(seen?.rtl);
  if (!text.rtl && text.runs.every(({ level }) => level === 0)) return;
  // Letters from left to right: as they are drawn, and as Chromium has them.
  const letters = (all: readonly string[]) => all.filter((sign) => /[\p{L}\p{Nd}]/u.test(sign)).join('');
  const drawn = pieces.flatMap((piece) => (piece.direction === 'rtl' ? [...piece.text].reverse() : [...piece.text]));
  const order = [...title].map((sign, n) => ({ sign, x: seen?.at[n] ?? 0 })).sort((a, b) => a.x - b.x);
  expect(letters(drawn)).toBe(letters(order.map(({ sign }) => sign)));
});
