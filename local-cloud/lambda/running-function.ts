/** A function of this cloud as its callers see it: the HTTP API, a schedule, a queue, an operator. */
import type { Caller } from '../iam/judge.ts';
import type { Cloud } from '../kind.ts';
import type { Properties } from '../properties.ts';
import type { Invocation } from './invocation.ts';

export interface RunningFunction {
  readonly name: string;
  /** With the version or alias by which it was found, if there was one. */
  readonly arn: string;
  /** Its session of its role, for IAM. */
  readonly caller: Caller;
  /** Waits for the answer. @param event JSON. */
  readonly invoke: (event: string) => Promise<Invocation>;
  /** As `invoke`, for a caller who stands and waits: refused when no thread is free within some seconds. @param event JSON. */
  readonly invokeSoon: (event: string) => Promise<Invocation>;
  /** As `invoke`, for work that may take its time: it yields to all other. @param event JSON. */
  readonly invokePatiently: (event: string) => Promise<Invocation>;
  /** Does not wait: tried again when it fails, as Lambda's asynchronous invocations are. @param event JSON. */
  readonly invokeLater: (event: string) => void;
  /** Loads it before an invocation needs it; resolves when that is done, well or not. */
  readonly warm: () => Promise<void>;
  /** Stops whatever it does where it is, for so long: a trouble that somebody asks for. */
  readonly standStill: (ms: number) => void;
}

const key = (name: string, qualifier?: string): string =>
  qualifier === undefined ? `function:${name}` : `function:${name}:${qualifier}`;

export const keepFunction = (cloud: Cloud, running: RunningFunction): void => {
  cloud.registry.set(key(running.name), running);
};

/** A version or an alias. There is one version of the code here, so it is the function itself by another arn. */
export const keepQualified = (cloud: Cloud, running: RunningFunction, qualifier: string): string => {
  const arn = `${running.arn}:${qualifier}`;
  cloud.registry.set(key(running.name, qualifier), { ...running, arn });
  return arn;
};

/** Those whose names have this in them. */
export const functionsNamed = (cloud: Cloud, part: string): readonly RunningFunction[] =>
  [...cloud.registry].flatMap(([id, running]) =>
    /^function:[^:]+$/.test(id) && id.includes(part) ? [running as RunningFunction] : [],
  );

export interface FunctionId {
  readonly name: string;
  /** A version or an alias. */
  readonly qualifier: string | undefined;
}

/**
 * Takes a name, an arn or a partial arn (`account:function:name`), with or without a version or alias after it. Takes
 * also the invocation path that API Gateway uses (`arn:…:lambda:path/…/functions/<arn>/invocations`).
 */
export const functionId = (id: string): FunctionId => {
  const inner = /\/functions\/(.+)\/invocations$/.exec(id)?.[1] ?? id;
  const [name = inner, qualifier] = (/(?:^|:)function:(.+)/.exec(inner)?.[1] ?? inner).split(':');
  return { name, qualifier: qualifier === '$LATEST' ? undefined : qualifier };
};

/** Undefined also for a version or an alias that no template made. */
export const findFunction = (cloud: Cloud, id: string): RunningFunction | undefined => {
  const { name, qualifier } = functionId(id);
  return cloud.registry.get(key(name, qualifier)) as RunningFunction | undefined;
};

/** The function of the property `FunctionName`, which must be made by now. */
export const functionOf = (properties: Properties, cloud: Cloud): RunningFunction => {
  const id = properties.text('FunctionName');
  return findFunction(cloud, id) ?? properties.fail(`no function made so far is ${id}`);
};
