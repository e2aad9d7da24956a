/** Synthetics' API, of which there is StartCanary (`POST /canary/{name}/start`) and GetCanaryRuns (`POST /canary/{name}/runs`). */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Cloud } from '../kind.ts';
import type { FunctionError, Invocation } from '../lambda/invocation.ts';

export interface CanaryRun {
  readonly startedAt: number;
  /** Undefined while it runs. */
  readonly ended?: { readonly endedAt: number; readonly failedBy?: string };
}

export interface CanaryRuns {
  readonly arn: string;
  /** The newest first. */
  runs: readonly CanaryRun[];
  readonly invoke: () => Promise<Invocation>;
  readonly log: (line: string) => void;
}

const prefix = '/canary/';
/** AWS keeps them for a month; here some are enough. */
const mostRuns = 100;

const json = (status: number, body: object, type?: string): PathReply => ({
  status,
  headers: { 'content-type': 'application/json', ...(type !== undefined && { 'x-amzn-errortype': type }) },
  body: JSON.stringify(body),
});
const refuse = (status: number, type: string, Message: string): PathReply => json(status, { Message }, type);

const askedIn = ({ method, url }: PathCall): { readonly name: string; readonly act: string } | undefined => {
  const [, name, act] = /^\/canary\/([^/?]+)\/(start|runs)(?:\?|$)/.exec(url) ?? [];
  return method === 'POST' && name !== undefined && act !== undefined
    ? { name: decodeURIComponent(name), act }
    : undefined;
};

const actions: Readonly<Record<string, string>> = { start: 'StartCanary', runs: 'GetCanaryRuns' };

/** Why a run failed; undefined if it passed. */
const failureOf = (invocation: Invocation): string | undefined => {
  if (invocation.outcome === 'returned') return undefined;
  if (invocation.outcome === 'throttled') return 'no thread was free';
  return (JSON.parse(invocation.payload) as FunctionError).errorMessage;
};

const start = (canary: CanaryRuns): PathReply => {
  if (canary.runs[0] !== undefined && canary.runs[0].ended === undefined)
    return refuse(409, 'ConflictException', 'The canary is running');
  const run: CanaryRun = { startedAt: Date.now() };
  canary.runs = [run, ...canary.runs].slice(0, mostRuns);
  const end = (failedBy?: string): void => {
    canary.log(failedBy === undefined ? 'a run passed' : `a run failed: ${failedBy}`);
    const ended = { endedAt: Date.now(), ...(failedBy !== undefined && { failedBy }) };
    canary.runs = canary.runs.map((each) => (each === run ? { ...run, ended } : each));
  };
  canary.invoke().then(
    (invocation) => end(failureOf(invocation)),
    (error: unknown) => end(String(error)),
  );
  return json(200, {});
};

const seconds = (at: number): number => at / 1000;

const runsOf = (name: string, { runs }: CanaryRuns): object => ({
  CanaryRuns: runs.map(({ startedAt, ended }) => ({
    Name: name,
    Status: {
      State: ended === undefined ? 'RUNNING' : ended.failedBy === undefined ? 'PASSED' : 'FAILED',
      ...(ended?.failedBy !== undefined && { StateReason: ended.failedBy }),
    },
    Timeline: { Started: seconds(startedAt), ...(ended && { Completed: seconds(ended.endedAt) }) },
  })),
});

export const serveSynthetics = (cloud: Cloud, canaries: ReadonlyMap<string, CanaryRuns>): void => {
  cloud.apis.servePath(
    prefix,
    {
      asks: (call) => {
        const { name = '', act = '' } = askedIn(call) ?? {};
        const action = `synthetics:${actions[act] ?? 'UnknownOperation'}`;
        return [{ action, resource: canaries.get(name)?.arn ?? name }];
      },
    },
    async (call) => {
      const asked = askedIn(call);
      if (asked === undefined) {
        const [path] = call.url.split('?');
        return refuse(404, 'UnknownOperationException', `The local cloud does not run ${call.method} ${path}.`);
      }
      const canary = canaries.get(asked.name);
      if (canary === undefined) return refuse(404, 'ResourceNotFoundException', `There is no canary ${asked.name}`);
      return asked.act === 'start' ? start(canary) : json(200, runsOf(asked.name, canary));
    },
  );
  cloud.endpoints.set('SYNTHETICS', cloud.apis.url);
};
