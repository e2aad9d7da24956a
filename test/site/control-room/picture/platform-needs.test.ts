import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { PlatformReadings } from '../../../../contracts/platform.ts';
import { untilPlatformLook } from '../../../../site/control-room/picture/follow-platform.ts';
import { platformNeeds } from '../../../../site/control-room/picture/platform-needs.ts';
import { platform } from '../../../../site/developers/platform-examples.ts';

const calm: PlatformReadings = { ...platform, routes: [] };
const now = platform.upTo + 40_000;
const kinds = (change: Partial<PlatformReadings>, at = now) =>
  platformNeeds({ ...calm, ...change }, at).map(({ kind, of }) => (of === undefined ? kind : `${kind} ${of}`));
const failing = (handler: PlatformReadings['handlers'][number]['handler']) => ({
  handlers: calm.handlers.map((one) => (one.handler === handler ? { ...one, faults: 3 } : one)),
});
const withQueue = (queue: 'asks' | 'outcomes' | 'announcements', oldestSeconds: number, dead = 0) => ({
  queues: calm.queues.map((one) => (one.queue === queue ? { queue, oldestSeconds, dead } : one)),
});

/** One of each. */
const everything: Partial<PlatformReadings> = {
  ...failing('seating/allocate/allocate-seats'),
  routes: platform.routes,
  queues: [
    { queue: 'asks', oldestSeconds: 16, dead: 1 },
    { queue: 'outcomes', oldestSeconds: 61, dead: 0 },
    { queue: 'announcements', oldestSeconds: 7201, dead: 0 },
  ],
  throttled: { functions: 1, api: 2, tables: 3 },
  mails: { sent: 20, bounced: 2, complained: 1 },
};

describe('what of the platform needs somebody', () => {
  test('nothing while it goes well, before it was asked, and when the figures are minutes old', () => {
    expect(kinds({})).toEqual([]);
    expect(platformNeeds(undefined, now)).toEqual([]);
    expect(kinds(everything, platform.upTo + 5 * 60_000 + 1)).toEqual([]);
  });

  test.each([
    [
      'a handler without a route, by its name',
      failing('ordering/buy/settle-order'),
      ['handler-fails ordering/buy/settle-order'],
    ],
    ['a clock', failing('waiting-room/pace/keep-pace'), ['handler-fails waiting-room/pace/keep-pace']],
    // The route is named instead: the gateway counts it whoever failed.
    ['a routed handler', { ...failing('seating/ask/hold-seats'), routes: platform.routes }, ['routes-fail']],
    ['asks that wait', withQueue('asks', 16), ['queue-old asks']],
    ['asks that are about to', withQueue('asks', 15), []],
    ['mails of an hour', withQueue('announcements', 3600), []],
    ['dead letters', withQueue('outcomes', 0, 2), ['dead-letters outcomes']],
    ['one mail that came back', { mails: { sent: 3, bounced: 1, complained: 0 } }, []],
    ['some that did', { mails: { sent: 30, bounced: 1, complained: 1 } }, ['mails-back']],
    ['few of many', { mails: { sent: 3000, bounced: 60, complained: 0 } }, []],
    ['functions', { throttled: { functions: 1, api: 0, tables: 0 } }, ['functions-throttled']],
  ] as const)('%s', (_, change, expected) => {
    expect(kinds(change)).toEqual(expected);
  });

  test('each has a runbook that is there', () => {
    const needs = platformNeeds({ ...calm, ...everything }, now);
    expect(new Set(needs.map(({ kind }) => kind)).size).toBe(8);
    for (const { runbook } of needs)
      expect([runbook, existsSync(join('docs', 'runbooks', `${runbook}.md`))]).toEqual([runbook, true]);
  });
});

test('a page asks half a minute after each minute began, and not all pages at once', () => {
  const nine = Date.UTC(2027, 3, 10, 9);
  expect(untilPlatformLook(nine, 0)).toBe(30_000);
  expect(untilPlatformLook(nine + 30_000, 0)).toBe(60_000);
  expect(untilPlatformLook(nine, 0.999)).toBeGreaterThan(37_000);
});
