import { Metrics } from '@aws-lambda-powertools/metrics';
import { embeddedIn } from '../../../local-cloud/cloudwatch/embedded-metrics.ts';
import type { MetricName } from '../../../local-cloud/cloudwatch/metric-data.ts';
import { countedIn } from '../../../local-cloud/cloudwatch/metric-filter.ts';
import type { Resource } from '../synthesize.ts';

/*
 * The measures of AWS, minute by minute, of a resource that is well and of one that fails in a certain way. It is written
 * from AWS's documentation of each service and not from our alarms, so that an alarm on what AWS never emits stays silent
 * here as well.
 */

export type Points = readonly (readonly [metric: MetricName, value: number])[];

const point = (namespace: string, name: string, dimensions: Readonly<Record<string, unknown>>, value: number) =>
  [{ namespace, name, dimensions }, value] as const;

export const lambda = {
  /** `Errors` is there, as 0, whenever there are invocations; `Throttles` only if something was throttled. */
  well: (FunctionName: unknown): Points => ofFunction({ FunctionName }, { Invocations: 3, Errors: 0 }),
  /** Of one that is started once a minute. */
  failsEachTime: (FunctionName: unknown): Points => ofFunction({ FunctionName }, { Invocations: 1, Errors: 1 }),
  /** A throttled invocation is no invocation. */
  throttled: (FunctionName: unknown): Points => ofFunction({ FunctionName }, { Throttles: 7 }),
};

function ofFunction(dimensions: { readonly FunctionName: unknown }, values: Readonly<Record<string, number>>): Points {
  return Object.entries(values).map(([name, value]) => point('AWS/Lambda', name, dimensions, value));
}

export const queue = {
  well: (QueueName: unknown): Points => ofQueue({ QueueName }, { visible: 0, age: 0 }),
  holds: (QueueName: unknown, messages: number): Points => ofQueue({ QueueName }, { visible: messages, age: 1 }),
  waits: (QueueName: unknown, seconds: number): Points => ofQueue({ QueueName }, { visible: 1, age: seconds }),
};

function ofQueue(
  dimensions: { readonly QueueName: unknown },
  { visible, age }: { visible: number; age: number },
): Points {
  return [
    point('AWS/SQS', 'ApproximateNumberOfMessagesVisible', dimensions, visible),
    point('AWS/SQS', 'ApproximateAgeOfOldestMessage', dimensions, age),
  ];
}

/** Both events are there only of minutes in which something was throttled, and those of an index have its name as well. */
export function throttled(TableName: unknown, what: 'reads' | 'writes', index?: string): Points {
  const name = what === 'reads' ? 'ReadThrottleEvents' : 'WriteThrottleEvents';
  const dimensions = { TableName, ...(index !== undefined && { GlobalSecondaryIndexName: index }) };
  return [point('AWS/DynamoDB', name, dimensions, 12)];
}

/** A line of the API's access log, as its template writes it, through all its metric filters. */
export function logged(filters: readonly Resource[], fields: Readonly<Record<string, string>>): Points {
  const line = JSON.stringify({
    requestId: 'r',
    at: '0',
    milliseconds: '3',
    bytes: '10',
    integrationError: '-',
    ...fields,
  });
  return filters.flatMap(({ Properties }) =>
    countedIn(Properties, line).map(({ metric, value }) => [metric, value] as const),
  );
}

/** The lines that CloudFront delivers of a distribution's requests, as the filter of its log counts them. */
export function delivered(filters: readonly Resource[], lines: readonly string[]): Points {
  return filters.flatMap(({ Properties }) =>
    lines.flatMap((line) => countedIn(Properties, line).map(({ metric, value }) => [metric, value] as const)),
  );
}

/** The 5xx is a rate, in percent of requests. */
export function atTheEdge(DistributionId: unknown, of: { requests: number; failing?: number; bytes?: number }): Points {
  const dimensions = { DistributionId, Region: 'Global' };
  return [
    point('AWS/CloudFront', 'Requests', dimensions, of.requests),
    point('AWS/CloudFront', '5xxErrorRate', dimensions, (100 * (of.failing ?? 0)) / of.requests),
    point('AWS/CloudFront', 'BytesDownloaded', dimensions, of.bytes ?? of.requests * 20_000),
  ];
}

/** Of the whole account, between 0 and 1. */
export const reputation = (name: 'BounceRate' | 'ComplaintRate', rate: number): Points => [
  point('AWS/SES', `Reputation.${name}`, {}, rate),
];

/** Counted by handlers, in the namespace that their function is told: the line that their own library prints. */
/** Of a canary, when a run of it has ended: nothing while it does not run. */
export const canary = (CanaryName: unknown, percent: 0 | 100): Points => [
  point('CloudWatchSynthetics', 'SuccessPercent', { CanaryName }, percent),
];

export function counted(namespace: string, serviceName: string, name: string, value: number): Points {
  const metrics = new Metrics({ namespace, serviceName });
  metrics.addMetric(name, 'Count', value);
  return embeddedIn(JSON.stringify(metrics.serializeMetrics())).map((one) => [one.metric, one.value] as const);
}
