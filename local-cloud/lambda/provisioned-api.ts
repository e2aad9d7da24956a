/**
 * Lambda's API of provisioned concurrency: `/2019-09-30/functions/{name}/provisioned-concurrency?Qualifier={alias}`. What is
 * asked for is kept and shown, and changes nothing else: an instance here is a thread, and starts at once.
 */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Ask } from '../iam/judge.ts';
import { json, refuse } from './rest-reply.ts';
import type { RunningFunction } from './running-function.ts';

export const provisionedPrefix = '/2019-09-30/functions/';

const verbs: Readonly<Record<string, string>> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' };

type Find = (id: string) => RunningFunction | undefined;

interface Named {
  readonly name: string;
  readonly qualifier: string;
}

const namedIn = (url: string): Named | undefined => {
  const { pathname, searchParams } = new URL(url, 'http://lambda');
  const name = /^\/2019-09-30\/functions\/(.+)\/provisioned-concurrency$/.exec(pathname)?.[1];
  const qualifier = searchParams.get('Qualifier');
  return name === undefined || qualifier === null ? undefined : { name: decodeURIComponent(name), qualifier };
};

const arnOf = (find: Find, { name, qualifier }: Named): string => {
  const { arn = name } = find(name) ?? {};
  return `${arn}:${qualifier}`;
};

/** A call must be allowed this, on the alias. */
export const provisionedAsks = (find: Find, { method, url }: PathCall): readonly Ask[] => {
  const named = namedIn(url);
  const action = `lambda:${verbs[method] ?? method}ProvisionedConcurrencyConfig`;
  return [{ action, resource: named ? arnOf(find, named) : url }];
};

/** @param kept instances by the alias's arn. */
export const answerProvisioned = async (
  find: Find,
  kept: Map<string, number>,
  { method, url, body }: PathCall,
): Promise<PathReply> => {
  const named = namedIn(url);
  if (named === undefined || verbs[method] === undefined)
    return refuse(404, 'UnknownOperationException', `The local cloud does not run ${method} ${url} of Lambda.`);
  const { name, qualifier } = named;
  if (qualifier === '$LATEST')
    return refuse(
      400,
      'InvalidParameterValueException',
      'Provisioned Concurrency Configs cannot be applied to $LATEST',
    );
  if (find(`${name}:${qualifier}`) === undefined)
    return refuse(404, 'ResourceNotFoundException', `Cannot find alias arn: ${arnOf(find, named)}`);
  const at = arnOf(find, named);
  if (method === 'DELETE') {
    kept.delete(at);
    return { status: 204, headers: {}, body: '' };
  }
  if (method === 'PUT') {
    const instances = (JSON.parse(body.toString('utf8')) as { ProvisionedConcurrentExecutions?: unknown })
      .ProvisionedConcurrentExecutions;
    if (typeof instances !== 'number' || !Number.isInteger(instances) || instances < 1)
      return refuse(400, 'InvalidParameterValueException', 'ProvisionedConcurrentExecutions must be at least 1');
    kept.set(at, instances);
  }
  const instances = kept.get(at);
  if (instances === undefined)
    return refuse(
      404,
      'ProvisionedConcurrencyConfigNotFoundException',
      `No Provisioned Concurrency Config found for ${at}`,
    );
  return json(method === 'PUT' ? 202 : 200, {
    RequestedProvisionedConcurrentExecutions: instances,
    AvailableProvisionedConcurrentExecutions: instances,
    AllocatedProvisionedConcurrentExecutions: instances,
    Status: 'READY',
  });
};
