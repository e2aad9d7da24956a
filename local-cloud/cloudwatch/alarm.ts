import { evaluateExpression, type Series } from './expression.ts';
import { type MetricData, type MetricName, type Minute, together } from './metric-data.ts';
import { isQuery, readQuery } from './query.ts';

/**
 * An alarm of CloudWatch as its template declares it, looked at once a minute.
 *
 * Of the last periods it takes the newest that have data, and what is missing counts as the alarm says. With enough data
 * further back, nothing is filled in: so an alarm falls silent some minutes after the last value. Alarms on metrics of
 * DynamoDB ignore missing data, whatever they say: such a one stays as it is until a value comes
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html).
 */

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** The properties of an `AWS::CloudWatch::Alarm`. */
export interface AlarmProperties {
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Dimensions?: readonly Dimension[];
  readonly Statistic?: string;
  readonly Period?: number;
  readonly Metrics?: readonly MetricQuery[];
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm?: number;
  readonly TreatMissingData?: string;
}

interface Dimension {
  readonly Name: string;
  readonly Value: unknown;
}

export interface MetricQuery {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: {
    readonly Metric: {
      readonly Namespace: string;
      readonly MetricName: string;
      readonly Dimensions?: readonly Dimension[];
    };
    readonly Stat: string;
    readonly Period: number;
  };
  readonly ReturnData?: boolean;
  /** Of a query, in seconds. */
  readonly Period?: number;
}

/** So many minutes further back than it evaluates does an alarm look for data: AWS's own example has two. */
const furtherBack = 2;

/**
 * @param minute The newest whole minute.
 * @param state As it was a minute ago.
 * @throws if the alarm has what is not known here, with its name.
 */
export function stateOf(alarm: AlarmProperties, data: MetricData, minute: number, state: AlarmState): AlarmState {
  const { EvaluationPeriods: periods, DatapointsToAlarm: toAlarm = periods } = alarm;
  const minutes = Array.from({ length: periods + furtherBack }, (_, back) => minute - back * periodOf(alarm));
  // Newest first.
  const values = seriesOf(alarm, data, minutes);
  const breaches = values.map((value) => (value === undefined ? undefined : isBreach(alarm, value)));
  const there = breaches.filter((breach) => breach !== undefined);
  if (there.length >= periods) return judged(there.slice(0, periods), toAlarm);

  const treated = isOfDynamo(alarm) ? 'ignore' : (alarm.TreatMissingData ?? 'missing');
  if (treated === 'ignore') return state;
  if (treated === 'missing') {
    // The data that there are decide alone.
    return there.length === 0 ? 'INSUFFICIENT_DATA' : judged(there, Math.min(toAlarm, there.length));
  }
  // The data that there are count, and the rest is filled in.
  const filled = Array.from({ length: periods - there.length }, () => treated === 'breaching');
  return judged([...there, ...filled], toAlarm);
}

const judged = (breaches: readonly boolean[], toAlarm: number): AlarmState =>
  breaches.filter(Boolean).length >= toAlarm ? 'ALARM' : 'OK';

function seriesOf(alarm: AlarmProperties, data: MetricData, minutes: readonly number[]): Series {
  if (!alarm.Metrics) {
    const { Namespace: namespace = '', MetricName: name = '', Dimensions, Statistic = '', Period = 0 } = alarm;
    return read(data, { namespace, name, dimensions: named(Dimensions) }, Statistic, Period, minutes);
  }
  const series: Record<string, Series> = {};
  for (const { Id, MetricStat } of alarm.Metrics) {
    if (!MetricStat) continue;
    const { Namespace: namespace, MetricName: name, Dimensions } = MetricStat.Metric;
    const metric = { namespace, name, dimensions: named(Dimensions) };
    series[Id] = read(data, metric, MetricStat.Stat, MetricStat.Period, minutes);
  }
  const returned = alarm.Metrics.filter(({ ReturnData = true }) => ReturnData);
  const [query, ...more] = returned;
  if (!query || more.length > 0) throw new Error('an alarm must return the data of one query');
  if (query.Expression !== undefined && isQuery(query.Expression)) {
    if (query.Period !== 60) throw new Error('a query is evaluated here by the minute');
    const asked = readQuery(query.Expression);
    if (asked.groupBy !== undefined) throw new Error('an alarm on each of many series is not evaluated here');
    return minutes.map((minute) => data.matching(asked, minute)?.sum);
  }
  return query.Expression === undefined ? (series[query.Id] ?? []) : evaluateExpression(query.Expression, series);
}

const named = (dimensions: readonly Dimension[] = []) =>
  Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value]));

/** A period longer than a minute is the minutes before, taken together. */
function read(
  data: MetricData,
  metric: MetricName,
  statistic: string,
  period: number,
  ends: readonly number[],
): Series {
  const value = statistics[statistic];
  if (!value) throw new Error(`the statistic ${statistic} is not known here`);
  if (period < 60 || period % 60 !== 0) throw new Error(`a period of ${period} s is not evaluated here`);
  return ends.map((end) => {
    const minutes = Array.from({ length: period / 60 }, (_, back) => data.at(metric, end - back));
    const measured = together(minutes.filter((minute) => minute !== undefined));
    return measured && value(measured);
  });
}

const statistics: Readonly<Record<string, (minute: Minute) => number>> = {
  Sum: ({ sum }) => sum,
  Maximum: ({ max }) => max,
  Minimum: ({ min }) => min,
  Average: ({ sum, count }) => sum / count,
  SampleCount: ({ count }) => count,
};

function isBreach({ ComparisonOperator, Threshold }: AlarmProperties, value: number): boolean {
  switch (ComparisonOperator) {
    case 'GreaterThanThreshold':
      return value > Threshold;
    case 'GreaterThanOrEqualToThreshold':
      return value >= Threshold;
    case 'LessThanThreshold':
      return value < Threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= Threshold;
    default:
      throw new Error(`the comparison ${ComparisonOperator} is not known here`);
  }
}

/** In minutes. */
function periodOf({ Period, Metrics = [] }: AlarmProperties): number {
  return (Period ?? Metrics.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period ?? 60) / 60;
}

/** An expression over metrics of DynamoDB has values of its own if it fills them in. */
function isOfDynamo({ Namespace, Metrics = [] }: AlarmProperties): boolean {
  return [Namespace, ...Metrics.map(({ MetricStat }) => MetricStat?.Metric.Namespace)].includes('AWS/DynamoDB');
}
