import type { HandlerFigures, PlatformReadings, QueueFigures, WatchedQueue } from '../../../contracts/platform.ts';
import type { Matter } from './what-needs-somebody.ts';

/*
 * What of the platform needs a person, each with the runbook that says what to do. It is what the alarms ring of, minutes
 * before they do. Figures that CloudWatch did not renew for minutes say nothing any more.
 */

const oldMs = 5 * 60_000;

/** As long as the alarm of each queue waits (lib/constructs/): after it, fans notice. */
const mayWaitSeconds: Readonly<Record<WatchedQueue, number>> = { asks: 15, outcomes: 60, announcements: 2 * 3600 };

const runbookOfQueue: Readonly<Record<WatchedQueue, string>> = {
  asks: 'asks-waiting',
  outcomes: 'outcomes-waiting',
  announcements: 'mails-waiting',
};

/** Handlers without a route, by what stands still when they fail. */
const runbookOfHandler: Readonly<Partial<Record<HandlerFigures['handler'], string>>> = {
  'seating/allocate/allocate-seats': 'asks-waiting',
  'ordering/buy/settle-order': 'outcomes-waiting',
  'waiting-room/pace/keep-pace': 'line-stands-still',
  'seating/stock/count-stock': 'stock-not-counted',
};

/** SES looks into an account from 5 of 100 on. */
const mostBounced = 0.04;

export const isOldQueue = ({ queue, oldestSeconds }: QueueFigures): boolean => oldestSeconds > mayWaitSeconds[queue];

export function platformNeeds(figures: PlatformReadings | undefined, now: number): readonly Matter[] {
  if (!figures || now - figures.upTo > oldMs) return [];
  const { handlers, routes, queues, throttled, mails } = figures;
  const failing = handlers.filter(({ handler, faults }) => faults > 0 && runbookOfHandler[handler] !== undefined);
  const atRoutes = routes.reduce((sum, { faults }) => sum + faults, 0);
  const old = queues.filter(isOldQueue);
  const dead = queues.filter((queue) => queue.dead > 0);
  const back = mails ? mails.bounced + mails.complained : 0;
  const needs: readonly (Matter | false)[] = [
    ...failing.map(({ handler, faults }) => ({
      kind: 'handler-fails' as const,
      tone: 'urgent' as const,
      runbook: runbookOfHandler[handler] ?? '',
      count: faults,
      of: handler,
    })),
    ...old.map(({ queue, oldestSeconds }) => ({
      kind: 'queue-old' as const,
      tone: queue === 'announcements' ? ('soon' as const) : ('urgent' as const),
      runbook: runbookOfQueue[queue],
      seconds: oldestSeconds,
      of: queue,
    })),
    atRoutes > 0 && {
      kind: 'routes-fail',
      tone: 'urgent',
      runbook: 'route-failing',
      count: atRoutes,
      routes: routes.map(({ route }) => route),
    },
    throttled.functions > 0 && {
      kind: 'functions-throttled',
      tone: 'urgent',
      runbook: 'route-failing',
      count: throttled.functions,
    },
    throttled.api > 0 && { kind: 'api-refuses', tone: 'urgent', runbook: 'api-throttled', count: throttled.api },
    throttled.tables > 0 && {
      kind: 'tables-throttled',
      tone: 'urgent',
      runbook: 'table-throttled',
      count: throttled.tables,
    },
    ...dead.map((queue) => ({
      kind: 'dead-letters' as const,
      tone: 'soon' as const,
      runbook: 'dead-letters',
      count: queue.dead,
      of: queue.queue,
    })),
    mails !== undefined &&
      back > Math.max(1, mostBounced * mails.sent) && {
        kind: 'mails-back',
        tone: 'soon',
        runbook: 'mails-refused',
        count: back,
      },
  ];
  return needs.filter((need): need is Matter => need !== false);
}
