import { describe, expect, test } from '@jest/globals';
import { handlers as table } from '../../../../contracts/handlers.ts';
import {
  newestMinuteEnd,
  platformReadings,
  timedHandlers,
  unroutedHandlers,
  untimedHandlers,
} from '../../../../contracts/platform.ts';
import { metricsTwin } from '../../../../lambdas/control-room/platform/metrics.twin.ts';
import { askPlatform } from '../../../../lambdas/control-room/platform/platform-figures.ts';
import { watchedHere as watched } from '../../../../simulation/stage/watched-here.ts';

const minute = 60_000;
const nine = Date.UTC(2027, 3, 10, 9);
/** Half a minute after 9:02: the newest minute is that of 9:01. */
const now = nine + 2.5 * minute;

const ofFunction = (FunctionName: string, name: string) => ({
  namespace: 'AWS/Lambda',
  name,
  dimensions: { FunctionName },
});
const own = (name: string, dimensions: Readonly<Record<string, string>>) => ({
  namespace: watched.namespace,
  name,
  dimensions,
});
const ofQueue = (QueueName: string, name: string) => ({ namespace: 'AWS/SQS', name, dimensions: { QueueName } });
const ofMail = (name: string) => ({ namespace: 'AWS/SES', name, dimensions: { stage: 'memory' } });

describe('the figures of the platform', () => {
  test('know which handlers have no route', () => {
    const unrouted = [...timedHandlers, ...untimedHandlers].filter((name) => !('route' in table[name]));
    expect([...unroutedHandlers]).toEqual(unrouted);
  });

  test('are of the newest minute that CloudWatch has by now', () => {
    expect(newestMinuteEnd(now)).toBe(nine + 2 * minute);
    expect(newestMinuteEnd(now - 1)).toBe(nine + minute);
    expect(now + minute - newestMinuteEnd(now)).toBeLessThanOrEqual(2 * minute);
  });

  test('are empty, and of their form, while nothing happens', async () => {
    const figures = await askPlatform(metricsTwin(), watched, now);
    expect(platformReadings.parse(figures)).toEqual(figures);
    expect(figures.upTo).toBe(nine + 2 * minute);
    expect(figures.handlers).toHaveLength(timedHandlers.length + 2);
    expect(figures.handlers.every(({ faults, lately }) => faults === 0 && lately === undefined)).toBe(true);
    expect(figures.throttled).toEqual({ functions: 0, api: 0, tables: 0 });
    expect(figures.mails).toEqual({ sent: 0, bounced: 0, complained: 0 });
  });

  test('name each handler with its times and its faults, wherever those are counted', async () => {
    const metrics = metricsTwin();
    const { functions } = watched;
    for (let ms = 1; ms <= 100; ms += 1)
      metrics.measure(ofFunction(functions['waiting-room/entry/join-line'], 'Duration'), nine + minute, ms);
    metrics.measure(own('RouteFailed', { route: table['waiting-room/entry/join-line'].route }), nine + minute, 3);
    metrics.measure(own('RouteFailed', { route: table['seating/ask/show-basket'].route }), nine, 9);
    metrics.measure(ofFunction(functions['seating/allocate/allocate-seats'], 'Errors'), nine, 2);
    metrics.measure(ofFunction(functions['seating/allocate/allocate-seats'], 'Duration'), nine, 80);
    metrics.measure(own('TickFailed', { service: 'waiting-room' }), nine + minute, 4);
    metrics.measure(own('CountFailed', { service: 'seating' }), nine + minute, 5);
    const { handlers, routes } = await askPlatform(metrics, watched, now);
    const of = (end: string) => handlers.find(({ handler }) => handler.endsWith(end));
    expect(of('join-line')).toMatchObject({
      faults: 3,
      lately: { at: nine + 2 * minute, calls: 100, p50: 50, p99: 99 },
    });
    // No batch in the newest minute: its age is that of the one before.
    expect(of('allocate-seats')).toMatchObject({ faults: 2, lately: { at: nine + minute, calls: 1 } });
    expect([of('keep-pace')?.faults, of('count-stock')?.faults]).toEqual([4, 5]);
    expect(routes).toEqual([
      { route: table['seating/ask/show-basket'].route, faults: 9 },
      { route: table['waiting-room/entry/join-line'].route, faults: 3 },
    ]);
  });

  test('have the queues, what is throttled, and what became of mails', async () => {
    const metrics = metricsTwin();
    metrics.measure(ofQueue(watched.queues.asks.work, 'ApproximateAgeOfOldestMessage'), nine + minute, 21);
    metrics.measure(ofQueue(watched.queues.asks.work, 'ApproximateAgeOfOldestMessage'), nine, 99);
    metrics.measure(ofQueue(watched.queues.outcomes.dead, 'ApproximateNumberOfMessagesVisible'), nine + minute, 2);
    metrics.measure({ namespace: 'AWS/Lambda', name: 'Throttles', dimensions: {} }, nine, 7);
    metrics.measure(own('ApiRefused', { route: 'POST /a' }), nine, 8);
    const table = { TableName: 'Orders' };
    metrics.measure({ namespace: 'AWS/DynamoDB', name: 'ReadThrottleEvents', dimensions: table }, nine, 1);
    metrics.measure({ namespace: 'AWS/DynamoDB', name: 'WriteThrottleEvents', dimensions: table }, nine, 2);
    for (const name of ['Send', 'Send', 'Bounce']) metrics.measure(ofMail(name), nine, 1);
    metrics.measure({ ...ofMail('Complaint'), dimensions: { stage: 'other' } }, nine, 1);
    const figures = await askPlatform(metrics, watched, now);
    expect(figures.queues).toEqual([
      { queue: 'asks', oldestSeconds: 21, dead: 0 },
      { queue: 'outcomes', oldestSeconds: 0, dead: 2 },
      { queue: 'announcements', oldestSeconds: 0, dead: 0 },
    ]);
    expect(figures.throttled).toEqual({ functions: 7, api: 8, tables: 3 });
    expect(figures.mails).toEqual({ sent: 2, bounced: 1, complained: 0 });
  });

  test('a stage that sends no mail is not asked about any', async () => {
    const { mailStage: _, ...noMail } = watched;
    const metrics = metricsTwin();
    expect(await askPlatform(metrics, noMail, now)).not.toHaveProperty('mails');
    const withMail = metricsTwin();
    await askPlatform(withMail, watched, now);
    expect(withMail.paid() - metrics.paid()).toBe(1);
  });

  test('what is counted only in trouble costs nothing while there is none', async () => {
    const [calm, failing] = [metricsTwin(), metricsTwin()];
    failing.measure(own('RouteFailed', { route: 'POST /a' }), nine, 1);
    await askPlatform(calm, watched, now);
    await askPlatform(failing, watched, now);
    expect([calm.paid(), failing.paid()]).toEqual([16, 17]);
  });
});
