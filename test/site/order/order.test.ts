import { describe, expect, test } from '@jest/globals';
import { beforeNextLook } from '../../../site/order/order-watch.ts';
import { drawCode } from '../../../site/order/ticket-code.ts';

describe('a ticket’s code', () => {
  test('is dark modules inside a quiet zone of four', () => {
    const code = drawCode('t1.abc.def');
    if (code === 'failed') throw new Error('it is short enough');
    // A finder pattern's top edge: seven dark modules in the first corner inside the quiet zone.
    expect(code.path.startsWith('M4 4h7v1h-7z')).toBe(true);
    const xs = [...code.path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, , run]) => Number(x) + Number(run));
    expect(Math.max(...xs)).toBe(code.size - 4);
  });

  test('holds a whole ticket code', () => {
    expect(drawCode(`t1.${'A'.repeat(160)}.${'B'.repeat(86)}`)).not.toBe('failed');
  });

  test('says so when a text is too long for any code', () => {
    expect(drawCode('x'.repeat(5_000))).toBe('failed');
  });
});

test('an order is looked at soon, then calmer', () => {
  expect(beforeNextLook(0)).toBe(400);
  expect(beforeNextLook(1)).toBeGreaterThan(beforeNextLook(0));
  expect(beforeNextLook(100)).toBe(4_000);
});
