import { handlers } from '../../../contracts/handlers.ts';
import {
  countedMinutes,
  type HandlerFigures,
  newestMinuteEnd,
  type PlatformReadings,
  platformStepMs,
  type QueueFigures,
  type TimedHandler,
  timedHandlers,
  unroutedHandlers,
  untimedHandlers,
  type Watched,
  watchedQueues,
} from '../../../contracts/platform.ts';
import type { MetricAsk, MetricMinute, MetricStatistic, Metrics, RareAsk } from './metrics.ts';

/*
 * Asks CloudWatch how the platform goes, and puts the answers together. Every metric that is asked for each minute costs
 * $0.0006 an hour. So p50, p99 and the number of calls are asked of one metric; the faults of all routes are one query,
 * which finds nothing, and costs nothing, while nothing fails; and likewise all else that is counted only in trouble.
 */

const lambda = (FunctionName: string, name: string, ...statistics: MetricStatistic[]): MetricAsk => ({
  namespace: 'AWS/Lambda',
  name,
  dimensions: { FunctionName },
  statistics,
});
const queue = (QueueName: string, name: string): MetricAsk => ({
  namespace: 'AWS/SQS',
  name,
  dimensions: { QueueName },
  statistics: ['Maximum'],
});

/** Lambda itself counts what fails of them. */
const workedOff = timedHandlers.filter((name) => unroutedHandlers.some((one) => one === name));

/** The metrics of this deployment, by what they are of. */
function asksOf({ functions, queues, mailStage }: Watched) {
  return {
    ...Object.fromEntries(timedHandlers.map((name) => [`time ${name}`, timeOf(functions[name])])),
    ...Object.fromEntries(workedOff.map((name) => [`faults ${name}`, lambda(functions[name], 'Errors', 'Sum')])),
    ...Object.fromEntries(
      watchedQueues.flatMap((name) => [
        [`oldest ${name}`, queue(queues[name].work, 'ApproximateAgeOfOldestMessage')],
        [`dead ${name}`, queue(queues[name].dead, 'ApproximateNumberOfMessagesVisible')],
      ]),
    ),
    throttled: { namespace: 'AWS/Lambda', name: 'Throttles', dimensions: {}, statistics: ['Sum'] },
    ...(mailStage !== undefined && {
      sent: { namespace: 'AWS/SES', name: 'Send', dimensions: { stage: mailStage }, statistics: ['Sum'] },
    }),
  } as Readonly<Record<string, MetricAsk>>;
}

const timeOf = (functionName: string): MetricAsk => lambda(functionName, 'Duration', 'p50', 'p99', 'SampleCount');

/** Counted only in trouble. */
function rareOf({ namespace, mailStage }: Watched) {
  const mail = (name: string): RareAsk | undefined =>
    mailStage === undefined ? undefined : { namespace: 'AWS/SES', name, by: 'stage', where: { stage: mailStage } };
  return {
    routes: { namespace, name: 'RouteFailed', by: 'route' },
    refused: { namespace, name: 'ApiRefused', by: 'route' },
    ticks: { namespace, name: 'TickFailed', by: 'service' },
    counts: { namespace, name: 'CountFailed', by: 'service' },
    reads: { namespace: 'AWS/DynamoDB', name: 'ReadThrottleEvents', by: 'TableName' },
    writes: { namespace: 'AWS/DynamoDB', name: 'WriteThrottleEvents', by: 'TableName' },
    bounced: mail('Bounce'),
    complained: mail('Complaint'),
  } satisfies Readonly<Record<string, RareAsk | undefined>>;
}

/** `now` in milliseconds since the epoch. */
export async function askPlatform(metrics: Metrics, watched: Watched, now: number): Promise<PlatformReadings> {
  const upTo = newestMinuteEnd(now);
  const from = upTo - countedMinutes * platformStepMs;
  const asks = asksOf(watched);
  const [answers, rare] = await Promise.all([
    metrics.read(Object.values(asks), from, upTo),
    findAll(metrics, rareOf(watched), from, upTo),
  ]);
  const found = new Map(Object.keys(asks).map((name, at) => [name, answers[at] ?? []]));
  const faultsOf = faultsBy(found, rare);
  return {
    v: 1,
    askedAt: now,
    upTo,
    handlers: [...timedHandlers, ...untimedHandlers].map((handler) => ({
      handler,
      faults: faultsOf(handler),
      ...latelyOf(found.get(`time ${handler}`) ?? []),
    })),
    routes: Object.entries(rare.routes)
      .filter(([, faults]) => faults > 0)
      .map(([route, faults]) => ({ route, faults }))
      .sort((one, other) => other.faults - one.faults),
    queues: watchedQueues.map(
      (name): QueueFigures => ({
        queue: name,
        oldestSeconds: newest(found.get(`oldest ${name}`) ?? []),
        dead: newest(found.get(`dead ${name}`) ?? []),
      }),
    ),
    throttled: {
      functions: summed(found.get('throttled') ?? []),
      api: all(rare.refused),
      tables: all(rare.reads) + all(rare.writes),
    },
    ...(watched.mailStage !== undefined && {
      mails: { sent: summed(found.get('sent') ?? []), bounced: all(rare.bounced), complained: all(rare.complained) },
    }),
  };
}

type Rare = Readonly<Record<keyof ReturnType<typeof rareOf>, Readonly<Record<string, number>>>>;

async function findAll(metrics: Metrics, asks: ReturnType<typeof rareOf>, from: number, to: number): Promise<Rare> {
  const found = await Promise.all(
    Object.entries(asks).map(async ([name, ask]) => [name, ask ? await metrics.find(ask, from, to) : {}] as const),
  );
  return Object.fromEntries(found) as Rare;
}

const faultsBy =
  (found: ReadonlyMap<string, readonly MetricMinute[]>, rare: Rare) =>
  (handler: HandlerFigures['handler']): number => {
    if (handler === 'waiting-room/pace/keep-pace') return all(rare.ticks);
    if (handler === 'seating/stock/count-stock') return all(rare.counts);
    const row = handlers[handler satisfies TimedHandler];
    return 'route' in row ? (rare.routes[row.route] ?? 0) : summed(found.get(`faults ${handler}`) ?? []);
  };

function latelyOf([minute]: readonly MetricMinute[]): Pick<HandlerFigures, 'lately'> {
  const { SampleCount: calls, p50, p99 } = minute?.values ?? {};
  if (!minute || calls === undefined || p50 === undefined || p99 === undefined) return {};
  return { lately: { at: minute.at, calls, p50, p99 } };
}

const newest = ([minute]: readonly MetricMinute[]): number => minute?.values.Maximum ?? 0;

const summed = (minutes: readonly MetricMinute[]): number =>
  minutes.reduce((sum, { values }) => sum + (values.Sum ?? 0), 0);

const all = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);
