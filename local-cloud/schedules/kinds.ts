/** Schedules of EventBridge, as rules or in its Scheduler, that invoke functions. */
import { randomUUID } from 'node:crypto';
import { sessionOf } from '../iam/roles.ts';
import type { Cloud, Kind, Resource } from '../kind.ts';
import { permissionToInvoke } from '../lambda/permission-to-invoke.ts';
import { findFunction, type RunningFunction } from '../lambda/running-function.ts';
import { physicalName } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { switchesOf } from '../switches.store.ts';
import { rulesOf } from './rules.ts';
import { readSchedule, type Schedule } from './schedule-expression.ts';
import { Ticker } from './ticker.ts';

const mostNameCharacters = 64;

interface Target {
  readonly running: RunningFunction;
  /** JSON; undefined for the event that EventBridge writes itself. */
  readonly input: string | undefined;
  /** Of a schedule: the role in which it invokes. */
  readonly role: string;
}

const targetOf = (properties: Properties, cloud: Cloud): Target => {
  const arn = properties.text('Arn');
  return {
    running: findFunction(cloud, arn) ?? properties.fail(`the local cloud fires at functions only, not at ${arn}`),
    input: properties.optionalText('Input'),
    role: properties.optionalText('RoleArn') ?? '',
  };
};

const scheduleOf = (properties: Properties): Schedule => {
  const read = readSchedule(properties.text('ScheduleExpression'));
  return read.ok ? read.schedule : properties.fail(read.problem);
};

const scheduledEvent = (resource: Resource, cloud: Cloud, arn: string, at: number): string =>
  JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: cloud.account,
    time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: resource.region,
    resources: [arn],
    detail: {},
  });

const ruleKind: Kind = {
  type: 'AWS::Events::Rule',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Description',
      'Name',
      'RoleArn',
      'ScheduleExpression',
      'State',
      'Tags',
      'Targets',
    ]);
    const name = properties.optionalText('Name') ?? physicalName(resource, mostNameCharacters);
    const arn = `arn:aws:events:${resource.region}:${cloud.account}:rule/${name}`;
    const targets = properties
      .list('Targets')
      .map((target) =>
        targetOf(target.only(['Arn', 'DeadLetterConfig', 'Id', 'Input', 'RetryPolicy', 'RoleArn']), cloud),
      );
    const mayInvoke = permissionToInvoke(cloud, 'events.amazonaws.com');
    const fire = (at: number): void => {
      for (const target of targets.filter((each) => mayInvoke(each.running, arn))) {
        target.running.invokeLater(target.input ?? scheduledEvent(resource, cloud, arn, at));
      }
    };
    const byTemplate = properties.optionalText('State') !== 'DISABLED';
    const ticker = new Ticker(scheduleOf(properties), fire);
    const switches = switchesOf(cloud);
    const isOn = (): boolean => switches.isOn(arn, byTemplate);
    rulesOf(cloud).set(arn, {
      name,
      arn,
      description: properties.optionalText('Description'),
      expression: properties.text('ScheduleExpression'),
      isOn,
      turn: (on) => {
        if (on === isOn()) return;
        switches.turn(arn, on);
        if (on) ticker.start(Date.now());
        else ticker.stop();
      },
    });
    return {
      ref: name,
      attributes: { Arn: arn },
      start: async () => {
        if (isOn()) ticker.start(Date.now());
      },
      stop: async () => ticker.stop(),
    };
  },
};

const scheduleKind: Kind = {
  type: 'AWS::Scheduler::Schedule',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Description',
      'FlexibleTimeWindow',
      'GroupName',
      'KmsKeyArn',
      'Name',
      'ScheduleExpression',
      'ScheduleExpressionTimezone',
      'State',
      'Target',
    ]);
    const zone = properties.optionalText('ScheduleExpressionTimezone') ?? 'UTC';
    if (!['UTC', 'Etc/UTC'].includes(zone)) properties.refuse(`the local cloud keeps UTC, not ${zone}`);
    const name = properties.optionalText('Name') ?? physicalName(resource, mostNameCharacters);
    const arn = `arn:aws:scheduler:${resource.region}:${cloud.account}:schedule/default/${name}`;
    const target = targetOf(properties.inside('Target') ?? properties.fail('Target is missing'), cloud);
    const caller = sessionOf(cloud, properties, {
      role: target.role,
      service: 'scheduler.amazonaws.com',
      session: name,
    });
    const fire = (): void => {
      const ask = { action: 'lambda:InvokeFunction', resource: target.running.arn };
      if (cloud.iam.gate.refusalOfService(caller, ask) === undefined) target.running.invokeLater(target.input ?? '{}');
    };
    const enabled = properties.optionalText('State') !== 'DISABLED';
    const ticker = new Ticker(scheduleOf(properties), fire);
    return {
      ref: name,
      attributes: { Arn: arn },
      start: async () => {
        if (enabled) ticker.start(Date.now());
      },
      stop: async () => ticker.stop(),
    };
  },
};

export const scheduleKinds: readonly Kind[] = [ruleKind, scheduleKind];
