/**
 * CloudWatch: the measures of what this cloud really did, `GetMetricData`, which reads them, and the alarms on them. Each service measures
 * itself as AWS documents of it; nothing is made up, so a metric of what never happened is not there. A log group counts by
 * its metric filters, and functions by the metrics that they print.
 */

import { mayTell } from '../declared/may-tell.ts';
import type { Guard, JsonCall, JsonReply } from '../http/aws-apis.ts';
import type { Cloud, Kind } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { physicalName } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import type { AlarmProperties } from './alarm.ts';
import { answerAlarms } from './alarm-acts.ts';
import { embeddedIn } from './embedded-metrics.ts';
import { getMetricData } from './get-metric-data.ts';
import { MetricData, type MetricName } from './metric-data.ts';
import { countedIn, type MetricFilterProperties } from './metric-filter.ts';
import { WatchedAlarms } from './watched-alarms.ts';

export interface Measures {
  /** A value of this moment. */
  readonly measure: (metric: MetricName, value: number) => void;
  /** What a function printed: the metrics that a line embeds. */
  readonly readLine: (line: string) => void;
  /** A line of a log group, which its filters count. */
  readonly writeLog: (group: string, line: string) => void;
}

interface CloudWatch extends Measures {
  readonly filters: Map<string, MetricFilterProperties[]>;
  readonly alarms: WatchedAlarms;
}

const minuteMs = 60_000;
/** AWS keeps minutes for 15 days. */
const keptMinutes = 60;

/** `GetMetricData` knows no resources. */
const guard: Guard<JsonCall, JsonReply> = {
  asks: ({ action }) => [{ action: `cloudwatch:${action}`, resource: '*' }],
};

const answer = (data: MetricData, alarms: WatchedAlarms, call: JsonCall): JsonReply => {
  const { action, input } = call;
  alarms.look(Date.now());
  const ofAlarms = answerAlarms(alarms, call);
  if (ofAlarms) return ofAlarms;
  if (action !== 'GetMetricData')
    return { ok: false, type: 'UnknownOperationException', message: `The local cloud does not run ${action}.` };
  const answered = getMetricData(data, input);
  return answered.ok
    ? { ok: true, body: { MetricDataResults: answered.results, Messages: [] } }
    : { ok: false, type: 'com.amazonaws.cloudwatch#ValidationError', message: answered.problem };
};

const cloudWatch = (cloud: Cloud): CloudWatch =>
  onceACloud(cloud, 'cloudwatch', () => {
    const data = new MetricData();
    const filters = new Map<string, MetricFilterProperties[]>();
    const alarms = new WatchedAlarms(data, Date.now());
    let newest = 0;
    const measure = (metric: MetricName, value: number): void => {
      const minute = Math.floor(Date.now() / minuteMs);
      if (minute > newest) data.forget(minute - keptMinutes);
      newest = minute;
      data.add(metric, minute, value);
    };
    cloud.apis.serveJson('GraniteServiceVersion20100801', guard, async (call) => answer(data, alarms, call));
    cloud.endpoints.set('CLOUDWATCH', cloud.apis.url);
    return {
      filters,
      alarms,
      measure,
      readLine: (line) => {
        for (const { metric, value } of embeddedIn(line)) measure(metric, value);
      },
      writeLog: (group, line) => {
        for (const filter of filters.get(group) ?? [])
          for (const { metric, value } of countedIn(filter, line)) measure(metric, value);
      },
    };
  });

export const measuresOf = (cloud: Cloud): Measures => cloudWatch(cloud);

const metricFilterKind: Kind = {
  type: 'AWS::Logs::MetricFilter',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'FilterName',
      'FilterPattern',
      'LogGroupName',
      'MetricTransformations',
    ]);
    const group = properties.text('LogGroupName');
    const { filters } = cloudWatch(cloud);
    const { FilterPattern, MetricTransformations } = resource.properties as unknown as MetricFilterProperties;
    filters.set(group, [...(filters.get(group) ?? []), { FilterPattern, MetricTransformations }]);
    return { ref: properties.optionalText('FilterName') ?? physicalName(resource, 512), attributes: {} };
  },
};

const mostNameCharacters = 255;
/** A minute that is over is looked at this soon. */
const lookMs = 5000;

/** Looked at each minute by its own definition. It tells nobody: topics are only declared here. */
const alarmKind: Kind = {
  type: 'AWS::CloudWatch::Alarm',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const name = properties.optionalText('AlarmName') ?? physicalName(resource, mostNameCharacters);
    const arn = `arn:aws:cloudwatch:${resource.region}:${cloud.account}:alarm:${name}`;
    const { alarms } = cloudWatch(cloud);
    try {
      const declared = resource.properties as unknown as AlarmProperties;
      alarms.add(name, arn, declared, properties.optionalText('AlarmDescription'));
    } catch (error) {
      properties.refuse((error as Error).message);
    }
    let looking: NodeJS.Timeout | undefined;
    return {
      ref: name,
      attributes: { Arn: arn },
      start: async () => {
        mayTell(arn, ['AlarmActions', 'OKActions', 'InsufficientDataActions'], resource, cloud);
        looking = setInterval(() => alarms.look(Date.now()), lookMs).unref();
      },
      stop: async () => clearInterval(looking),
    };
  },
};

export const cloudWatchKinds: readonly Kind[] = [metricFilterKind, alarmKind];
