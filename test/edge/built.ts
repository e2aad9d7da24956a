import { createHmac } from 'node:crypto';
import { buildFunction } from '../../edge/build.ts';
import { edgeFunction } from '../../local-cloud/cloudfront/edge-function.ts';
import {
  type EdgeEvent,
  type RequestDecision,
  readRequestResult,
  viewerRequestEvent,
} from '../../local-cloud/cloudfront/function-event.ts';
import type { HostRequest } from '../../local-cloud/kind.ts';
import fc from '../properties.ts';
import { findNjs, type Outcome, runInNjs, type StoreInNjs } from './njs.ts';

export const keys = {
  a: 'first-key-of-forty-eight-characters-0123456789ab',
  b: 'second-key-of-forty-eight-characters-123456789ab',
};

/** The store at the edge, with the keys of passes. */
export const keyStore: StoreInNjs = { values: keys, fails: false };

/** The built bundle with pages, and sites that may link, where a deployment puts them. */
export async function deployedFunction(name: string, linkedFrom: readonly string[] | null = []): Promise<string> {
  const { code } = await buildFunction(name);
  return code
    .replace('__LINKED_FROM__', JSON.stringify(linkedFrom))
    .replace(
      '__NOT_FOUND_PAGES__',
      JSON.stringify({ en: 'Not here', cy: 'Ddim yma', fr: 'Rien', de: 'Nichts', es: 'Nada' }),
    );
}

/** Runs a function's text on events, each by itself, and says what became of each. */
export type Engine = (code: string, events: readonly EdgeEvent[], store: StoreInNjs) => Promise<readonly Outcome[]>;

/** The local cloud's imitation of CloudFront's engine. */
export const inTheLocalCloud: Engine = (code, events, { values, fails }) => {
  const store = {
    id: 'a-store',
    createdAt: '2027-01-01T00:00:00Z',
    changedAt: '2027-01-01T00:00:00Z',
    entries: Object.entries(values),
    get(key: string) {
      if (fails) throw new Error('the store cannot be read');
      return Object.hasOwn(values, key) ? values[key] : undefined;
    },
  };
  const edge = edgeFunction('edge', code, () => undefined, store);
  return Promise.all(
    events.map(async (event) => {
      try {
        return { ok: true, result: await edge.run(event) } as const;
      } catch (error) {
        return { ok: false, error: String(error) } as const;
      }
    }),
  );
};

const njs = findNjs();

/** njs, or undefined where it is not found and may be missing. */
export const inNjs: Engine | undefined =
  njs === undefined ? undefined : async (code, events, store) => runInNjs(njs, code, events, store);

/** A function must do its work in all of these. */
export const engines: readonly (readonly [name: string, engine: Engine])[] = [
  ...(inNjs ? ([['njs', inNjs]] as const) : []),
  ['the local cloud', inTheLocalCloud],
];

export interface Edge {
  readonly ask: (request: Partial<HostRequest>) => Promise<RequestDecision>;
  /** Many at once, because an engine may be a process of its own that has to be started. */
  readonly askAll: (requests: readonly Partial<HostRequest>[]) => Promise<readonly RequestDecision[]>;
}

export function edgeOf(code: string, engine: Engine, store = keyStore): Edge {
  const askAll: Edge['askAll'] = async (requests) => {
    const whole = requests.map(wholeRequest);
    const outcomes = await engine(code, whole.map(eventOf), store);
    return outcomes.map((outcome, index) => {
      if (!outcome.ok) throw new Error(`CloudFront would answer 503: ${outcome.error}`);
      return readRequestResult(outcome.result, whole[index] as HostRequest);
    });
  };
  return { askAll, ask: async (request) => (await askAll([request]))[0] as RequestDecision };
}

export function wholeRequest(more: Partial<HostRequest>): HostRequest {
  return { method: 'GET', path: '/', query: '', headers: {}, body: Buffer.alloc(0), clientIp: '192.0.2.7', ...more };
}

/** The event as CloudFront hands it over. */
export function eventOf(request: HostRequest): EdgeEvent {
  return viewerRequestEvent(request, {
    distributionDomainName: 'd111111abcdef8.cloudfront.net',
    distributionId: 'EDFDVBD6EXAMPLE',
    requestId: '4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ==',
  });
}

/** Up to fifty examples for one run of an engine. */
export const batchesOf = <Example>(example: fc.Arbitrary<Example>): fc.Arbitrary<Example[]> =>
  fc.array(example, { minLength: 1, maxLength: 50, size: 'max' });

/** A pass as the waiting room signs it (`contracts/pass.ts`). */
export function aPass(
  payload: unknown = { o: 'friends', f: 'fan-1', i: 'pass-1', x: 4_102_444_800 },
  keyId = 'a',
  key = keys.a,
): string {
  const signed = `p1.${keyId}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
