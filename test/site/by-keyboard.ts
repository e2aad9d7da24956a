import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

/** Whatever can be pressed is reached by the Tab key, is seen then, and shows that it is. */
export async function expectReachedByKeyboard(page: Page): Promise<void> {
  const { missed, hidden, unmarked } = await walkByKeyboard(page);
  expect({ missed, hidden, unmarked }).toEqual({ missed: [], hidden: [], unmarked: [] });
}

/** From the top of the page once around by the Tab key: what it did not reach, what was out of sight, what had no mark. */
async function walkByKeyboard(page: Page) {
  const first = await page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ];
    const isOffered = (one: HTMLElement) =>
      one.checkVisibility({ visibilityProperty: true }) && !(one as HTMLButtonElement).disabled && one.tabIndex >= 0;
    // Of radio buttons with one name Tab reaches one: arrows lead to the others.
    const radios = new Set<string>();
    for (const [at, one] of stops.filter(isOffered).entries()) {
      const { type, name } = one as HTMLInputElement;
      if (type === 'radio' && radios.has(name)) continue;
      if (type === 'radio') radios.add(name);
      one.dataset.stop = type === 'radio' ? `radio-${name}` : `${at}`;
    }
    for (const one of stops) {
      const { type, name } = one as HTMLInputElement;
      if (type === 'radio') one.dataset.stop = `radio-${name}`;
    }
    // Tab goes on from where the focus was last, which may be in the middle of the page.
    const begin = stops.find(isOffered);
    begin?.focus();
    return begin?.dataset.stop ?? '';
  });
  const reached = new Set([first]);
  const hidden: string[] = [];
  const unmarked: string[] = [];
  for (let pressed = 0; pressed < 600; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      if (!one || one === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const { left, top, width, height } = one.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2);
      return {
        stop: one.dataset.stop ?? '',
        what: `${one.tagName} ${(one.textContent || one.getAttribute('name') || one.id).slice(0, 40)}`,
        isSeen: above !== null && (one.contains(above) || above.contains(one)),
        isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (!at || (at.stop !== '' && reached.has(at.stop))) break;
    reached.add(at.stop);
    if (!at.isSeen) hidden.push(at.what);
    if (!at.isMarked) unmarked.push(at.what);
  }
  const missed = await page.evaluate(
    (known) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !known.includes(one.dataset.stop ?? ''))
        .map((one) => `${one.tagName} ${(one.textContent || one.getAttribute('name') || one.id).slice(0, 40)}`),
    [...reached],
  );
  return { missed, hidden, unmarked };
}
