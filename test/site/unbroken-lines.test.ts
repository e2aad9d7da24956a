import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** Of all style sheets: selector and declarations of each rule whose lines never break. */
const unbroken = readdirSync('site/design', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .flatMap((file) => [
    ...readFileSync(`site/design/${file}`, 'utf8').matchAll(/([^{}]+)\{([^{}]*white-space: nowrap[^{}]*)\}/g),
  ])
  .map(([, selector = '', style = '']) => ({ selector: selector.trim().split('\n').at(-1) ?? '', style }));

test('large letters in a line that never breaks are at most a part of the window: a reader may set theirs twice as large', () => {
  const large = unbroken.filter(({ style }) => Number(/font[^;]*?([\d.]+)rem/.exec(style)?.[1] ?? 0) >= 1.5);
  expect(large.length).toBeGreaterThan(2);
  expect(large.filter(({ style }) => !/font[^;]*min\([^;]*vw\)/.test(style)).map(({ selector }) => selector)).toEqual(
    [],
  );
});

test('the words of a venue may break: nobody knows how long they are', () => {
  expect(unbroken.filter(({ selector }) => /note|title|venue/.test(selector))).toEqual([]);
});
