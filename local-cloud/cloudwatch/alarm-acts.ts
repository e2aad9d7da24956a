/** CloudWatch's calls about alarms: how each stands, and when it changed. */
import type { JsonCall, JsonReply } from '../http/aws-apis.ts';
import type { WatchedAlarms } from './watched-alarms.ts';

const mostHistory = 100;
const seconds = (ms: number): number => ms / 1000;

const named = (alarms: WatchedAlarms, names: unknown) =>
  alarms.all().filter(({ name }) => !Array.isArray(names) || names.includes(name));

const describeAlarms = (alarms: WatchedAlarms, { AlarmNames, AlarmNamePrefix = '', StateValue }: JsonCall['input']) =>
  named(alarms, AlarmNames)
    .filter(({ name, state }) => name.startsWith(`${AlarmNamePrefix}`) && (StateValue ?? state) === state)
    .map(({ name, arn, description, state, changes, properties }) => ({
      ...properties,
      AlarmName: name,
      AlarmArn: arn,
      ...(description !== undefined && { AlarmDescription: description }),
      StateValue: state,
      StateUpdatedTimestamp: seconds(changes.at(-1)?.at ?? 0),
    }));

/** The newest first, as CloudWatch has it unless it is asked otherwise. */
const describeHistory = (alarms: WatchedAlarms, input: JsonCall['input']) => {
  const { AlarmName, StartDate = 0, EndDate = Number.POSITIVE_INFINITY, MaxRecords = mostHistory } = input;
  return named(alarms, AlarmName === undefined ? undefined : [AlarmName])
    .flatMap(({ name, changes }) => changes.map((change) => ({ name, ...change })))
    .filter(({ at }) => seconds(at) >= Number(StartDate) && seconds(at) <= Number(EndDate))
    .sort((one, other) => other.at - one.at)
    .slice(0, Number(MaxRecords))
    .map(({ name, at, from, to }) => ({
      AlarmName: name,
      AlarmType: 'MetricAlarm',
      Timestamp: seconds(at),
      HistoryItemType: 'StateUpdate',
      HistorySummary: `Alarm updated from ${from} to ${to}`,
      HistoryData: JSON.stringify({
        version: '1.0',
        oldState: { stateValue: from },
        newState: { stateValue: to },
      }),
    }));
};

/** Undefined: it is another call. */
export const answerAlarms = (alarms: WatchedAlarms, { action, input }: JsonCall): JsonReply | undefined => {
  if (action === 'DescribeAlarms')
    return { ok: true, body: { MetricAlarms: describeAlarms(alarms, input), CompositeAlarms: [] } };
  if (action === 'DescribeAlarmHistory')
    return { ok: true, body: { AlarmHistoryItems: describeHistory(alarms, input) } };
  return undefined;
};
