/** Lambda's API of event source mappings: `/2015-03-31/event-source-mappings/{uuid}`. They are listed, shown and switched. */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Ask } from '../iam/judge.ts';
import type { Mapping, Mappings } from './mappings.ts';
import { json, refuse } from './rest-reply.ts';
import { functionId } from './running-function.ts';

export const mappingsPrefix = '/2015-03-31/event-source-mappings';

const usualAtOnce = 100;

interface Asked {
  /** Undefined for all. */
  readonly uuid: string | undefined;
  readonly by: URLSearchParams;
}

const askedIn = (url: string): Asked => {
  const { pathname, searchParams } = new URL(url, 'http://lambda');
  const uuid = decodeURIComponent(pathname.slice(mappingsPrefix.length).replace(/^\/|\/$/g, ''));
  return { uuid: uuid === '' ? undefined : uuid, by: searchParams };
};

const verbs: Readonly<Record<string, string>> = { GET: 'Get', PUT: 'Update' };

/** A call must be allowed this. */
export const mappingsAsks = (account: string, { method, url, region }: PathCall): readonly Ask[] => {
  const { uuid } = askedIn(url);
  if (uuid === undefined) return [{ action: 'lambda:ListEventSourceMappings', resource: '*' }];
  const resource = `arn:aws:lambda:${region ?? ''}:${account}:event-source-mapping:${uuid}`;
  return [{ action: `lambda:${verbs[method] ?? method}EventSourceMapping`, resource }];
};

const shown = (mapping: Mapping, account: string): object => ({
  UUID: mapping.uuid,
  EventSourceMappingArn: `arn:aws:lambda:${mapping.region}:${account}:event-source-mapping:${mapping.uuid}`,
  EventSourceArn: mapping.eventSourceArn,
  FunctionArn: mapping.functionArn,
  BatchSize: mapping.batchSize,
  MaximumBatchingWindowInSeconds: mapping.windowSeconds,
  FunctionResponseTypes: mapping.responses,
  ...(mapping.mostAtOnce !== undefined && { ScalingConfig: { MaximumConcurrency: mapping.mostAtOnce } }),
  State: mapping.state(),
  StateTransitionReason: 'USER_INITIATED',
  LastModified: mapping.changedAt() / 1000,
});

const isOf = ({ functionArn }: Mapping, id: string): boolean => {
  const [own, asked] = [functionId(functionArn), functionId(id)];
  return own.name === asked.name && own.qualifier === asked.qualifier;
};

const list = (all: readonly Mapping[], by: URLSearchParams, account: string): PathReply => {
  const queue = by.get('EventSourceArn');
  const id = by.get('FunctionName');
  const found = all.filter(
    (each) => (queue === null || each.eventSourceArn === queue) && (id === null || isOf(each, id)),
  );
  const from = Number(by.get('Marker') ?? 0);
  const to = from + Number(by.get('MaxItems') ?? usualAtOnce);
  return json(200, {
    EventSourceMappings: found.slice(from, to).map((each) => shown(each, account)),
    ...(to < found.length && { NextMarker: String(to) }),
  });
};

const update = (mapping: Mapping, body: Buffer, account: string): PathReply => {
  const { Enabled, ...others } = JSON.parse(body.toString('utf8') || '{}') as Readonly<Record<string, unknown>>;
  const [other] = Object.keys(others);
  if (other !== undefined)
    return refuse(400, 'InvalidParameterValueException', `The local cloud does not change ${other} of a mapping`);
  if (mapping.state() === 'Disabling')
    return refuse(400, 'ResourceInUseException', 'The event source mapping is in use: it is being disabled');
  if (typeof Enabled === 'boolean') mapping.turn(Enabled);
  return json(202, shown(mapping, account));
};

/** A caller sees the mappings of the region that it signs for. */
export const answerMappings = (mappings: Mappings, account: string, call: PathCall): PathReply => {
  const { uuid, by } = askedIn(call.url);
  if (verbs[call.method] === undefined || (uuid === undefined && call.method !== 'GET'))
    return refuse(404, 'UnknownOperationException', `The local cloud does not run ${call.method} of mappings.`);
  const ofRegion = [...mappings.values()].filter(({ region }) => region === call.region);
  if (uuid === undefined) return list(ofRegion, by, account);
  const mapping = ofRegion.find((each) => each.uuid === uuid);
  if (mapping === undefined)
    return refuse(404, 'ResourceNotFoundException', 'The resource you requested does not exist.');
  return call.method === 'PUT' ? update(mapping, call.body, account) : json(200, shown(mapping, account));
};
