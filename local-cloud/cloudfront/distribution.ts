/**
 * One distribution: a viewer's request goes through here as it goes through an edge location.
 *
 *     viewer ─▶ behaviour by path ─▶ viewer-request function ─▶ cache ─▶ origin, or its fallback
 *        ◀── headers policy ◀── viewer-response function ◀───────┘ errors and their pages
 */
import type { Host, HostRequest, HostResponse } from '../kind.ts';
import type { AskOrigin } from './ask-origin.ts';
import type { Behaviour, Counts } from './behaviour.ts';
import { cacheKey, cachesNothing, normalEncoding } from './cache-policy.ts';
import { compressed } from './compression.ts';
import type { DistributionConfig } from './distribution-config.ts';
import { ownError } from './error-pages.ts';
import { errorLifetimeOf, lifetimeOf } from './freshness.ts';
import {
  type EventContext,
  readRequestResult,
  readResponseResult,
  viewerRequestEvent,
  viewerResponseEvent,
} from './function-event.ts';
import { type LocalNames, localResponse, localText } from './local-names.ts';
import { originRequest } from './origin-request.ts';
import { type Fetched, ResponseCache, type Served } from './response-cache.ts';
import { applyHeadersPolicy } from './response-headers-policy.ts';

export interface DistributionParts {
  readonly id: string;
  readonly arn: string;
  readonly domain: string;
  readonly config: DistributionConfig;
  /** In the order of the config. */
  readonly behaviours: readonly Behaviour[];
  readonly ask: AskOrigin;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly requestId: () => string;
  /** Read when the first request comes: other distributions may have been made later. */
  readonly localNames: () => LocalNames;
  /** Whether what is cached is given however old it is. */
  readonly isStuck?: () => boolean;
  /** Hears of every answer: its status, and its bytes. */
  readonly measure?: (status: number, bytes: number) => void;
  readonly log: (line: string) => void;
}

export interface BehaviourStats extends Readonly<Counts> {
  readonly pattern: string;
}

const nothing = Buffer.alloc(0);

export class Distribution {
  readonly #parts: DistributionParts;
  readonly #cache: ResponseCache;
  #names: LocalNames | undefined;

  constructor(parts: DistributionParts) {
    this.#parts = parts;
    this.#cache = new ResponseCache(parts.now, undefined, parts.isStuck);
  }

  readonly host: Host = async (request) => {
    const behaviour = this.#behaviourOf(request.path);
    const { counts } = behaviour;
    counts.requests += 1;
    const response = await this.#answer(request, behaviour);
    if (response.status >= 500) counts.errors += 1;
    this.#parts.measure?.(response.status, response.body.length);
    return response;
  };

  /** The counts of each behaviour since the start. */
  stats(): readonly BehaviourStats[] {
    return this.#parts.behaviours.map(({ config, counts }) => ({ pattern: config.pattern, ...counts }));
  }

  /** Forgets what is cached under these paths; `*` at the end of one stands for any text. */
  invalidate(paths: readonly string[]): void {
    this.#cache.invalidate(paths);
  }

  async #answer(viewer: HostRequest, behaviour: Behaviour): Promise<HostResponse> {
    if (!behaviour.config.methods.has(viewer.method)) {
      return ownError(
        403,
        'This distribution is not configured to allow the HTTP request method that was used.',
        'Error',
      );
    }
    if (viewer.method === 'GET' && viewer.body.length > 0) {
      return ownError(403, 'Bad request: a GET request may not have a body.', 'Error');
    }
    const requestId = this.#parts.requestId();
    const context = { distributionDomainName: this.#parts.domain, distributionId: this.#parts.id, requestId };
    let request = viewer;
    if (behaviour.viewerRequest) {
      try {
        const result = await behaviour.viewerRequest.run(viewerRequestEvent(viewer, context));
        const decision = readRequestResult(result, viewer);
        if (decision.go === 'back') {
          behaviour.counts.answeredAtEdge += 1;
          return this.#dress(decision.response, viewer, behaviour, context, 'FunctionGeneratedResponse');
        }
        request = decision.request;
      } catch (error) {
        return this.#functionFailed(behaviour.viewerRequest.name, error);
      }
    }
    if (request.path === '/' && this.#parts.config.rootObject !== '') {
      request = { ...request, path: `/${this.#parts.config.rootObject}` };
    }
    const served = await this.#serve(request, behaviour, requestId);
    if (served.outcome === 'hit') behaviour.counts.hits += 1;
    return this.#finish(served, request, viewer, behaviour, context);
  }

  async #serve(request: HostRequest, behaviour: Behaviour, requestId: string): Promise<Served> {
    const { cachePolicy, config } = behaviour;
    const fetch = (validators: Readonly<Record<string, string>>) =>
      this.#fetch(request, behaviour, requestId, validators);
    if (!config.cachedMethods.has(request.method)) {
      return { response: (await fetch({})).response, outcome: 'miss' };
    }
    const key = cacheKey(cachePolicy, request);
    if (cachesNothing(cachePolicy)) return this.#cache.pass(keyOf(request.method, key), fetch);
    const whole = request.method === 'HEAD' ? this.#cache.fresh(key) : undefined;
    return whole ?? this.#cache.serve(keyOf(request.method, key), fetch);
  }

  async #fetch(
    request: HostRequest,
    behaviour: Behaviour,
    requestId: string,
    validators: Readonly<Record<string, string>>,
  ): Promise<Fetched> {
    const { now, config } = this.#parts;
    const { cachePolicy } = behaviour;
    const response = await this.#askTarget(request, behaviour, requestId, validators);
    if (response.status < 400) {
      const encodings = behaviour.config.compress
        ? normalEncoding(cachePolicy, request.headers['accept-encoding'])
        : '';
      const local = localResponse(response, this.#localNames());
      return {
        response: await compressed(local, encodings),
        lifetime: lifetimeOf(response.headers, cachePolicy, now()),
        failed: false,
        backOff: 0,
      };
    }
    const settings = config.errors.get(response.status);
    const errorTtl = settings?.ttl ?? 10;
    return {
      response: settings?.page ? await this.#errorPage(settings.page, request) : response,
      lifetime: errorLifetimeOf(response.status, response.headers, errorTtl, cachePolicy.maxTtl, now()),
      failed: response.status >= 500,
      backOff: errorTtl * 1000,
    };
  }

  async #askTarget(
    request: HostRequest,
    behaviour: Behaviour,
    requestId: string,
    validators: Readonly<Record<string, string>>,
  ): Promise<HostResponse> {
    const { primary, fallback } = behaviour.config.target;
    const { cachePolicy: cache, originRequestPolicy } = behaviour;
    const shared = behaviour.config.cachedMethods.has(request.method) && !cachesNothing(cache);
    const forwarding = { cache, origin: originRequestPolicy, shared };
    const identity = { requestId, distributionArn: this.#parts.arn };
    behaviour.counts.originReads += 1;
    const first = await this.#parts.ask(primary, originRequest(request, forwarding, primary, identity, validators));
    if (!fallback?.statuses.has(first.status) || !mayFailOver.has(request.method)) return first;
    behaviour.counts.originReads += 1;
    const { origin } = fallback;
    return this.#parts.ask(origin, originRequest(request, forwarding, origin, identity, validators));
  }

  /**
   * The page comes through the cache like any other, with the headers of its own path; when it cannot be had, the bare
   * status remains.
   */
  async #errorPage(
    page: { readonly path: string; readonly status: number },
    request: HostRequest,
  ): Promise<HostResponse> {
    const asked: HostRequest = { ...request, method: 'GET', path: page.path, query: '', body: nothing };
    const behaviour = this.#behaviourOf(page.path);
    const { response } = await this.#serve(asked, behaviour, this.#parts.requestId());
    const headers = { ...response.headers };
    if (behaviour.headersPolicy) applyHeadersPolicy(behaviour.headersPolicy, headers, request.headers.origin);
    return { ...response, headers, status: response.status < 400 ? page.status : response.status };
  }

  async #finish(
    served: Served,
    request: HostRequest,
    viewer: HostRequest,
    behaviour: Behaviour,
    context: EventContext,
  ): Promise<HostResponse> {
    let { response } = served;
    if (behaviour.viewerResponse && response.status < 400) {
      try {
        const result = await behaviour.viewerResponse.run(viewerResponseEvent(request, response, context));
        response = readResponseResult(result, response);
      } catch (error) {
        return this.#functionFailed(behaviour.viewerResponse.name, error);
      }
    }
    const cause = response.status >= 400 ? 'Error' : causes[served.outcome];
    const dressed = this.#dress(response, viewer, behaviour, context, cause);
    if (served.age !== undefined) dressed.headers.age = String(served.age);
    return isUnchanged(viewer, dressed) ? withoutBody(dressed) : dressed;
  }

  #dress(
    response: HostResponse,
    viewer: HostRequest,
    behaviour: Behaviour,
    context: EventContext,
    cause: string,
  ): { status: number; headers: Record<string, string>; cookies?: readonly string[]; body: Buffer } {
    const headers: Record<string, string> = { ...response.headers };
    for (const name of ofOneConnection) delete headers[name];
    if (behaviour.headersPolicy) {
      applyHeadersPolicy(behaviour.headersPolicy, headers, viewer.headers.origin);
      const policy = headers['content-security-policy'];
      if (policy !== undefined) headers['content-security-policy'] = localText(policy, this.#localNames());
    }
    if (headers.location !== undefined) headers.location = localText(headers.location, this.#localNames());
    if (viewer.method !== 'HEAD' && response.status !== 304) headers['content-length'] = String(response.body.length);
    headers.via = '1.1 local.cloudfront.net (CloudFront)';
    headers['x-cache'] = `${cause} from cloudfront`;
    headers['x-amz-cf-pop'] = 'LOC50-P1';
    headers['x-amz-cf-id'] = context.requestId;
    const body = viewer.method === 'HEAD' ? nothing : response.body;
    return { status: response.status, headers, ...(response.cookies && { cookies: response.cookies }), body };
  }

  #functionFailed(name: string, error: unknown): HostResponse {
    this.#parts.log(`function ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return ownError(
      503,
      'The CloudFront function associated with the distribution is invalid or could not run.',
      'FunctionExecutionError',
    );
  }

  #behaviourOf(path: string): Behaviour {
    for (const behaviour of this.#parts.behaviours) if (behaviour.matches(path)) return behaviour;
    throw new Error(`No behaviour of ${this.#parts.id} answers ${path}; the default one must answer all`);
  }

  #localNames(): LocalNames {
    this.#names ??= this.#parts.localNames();
    return this.#names;
  }
}

const causes = { hit: 'Hit', miss: 'Miss', 'refresh-hit': 'RefreshHit' } as const;
const mayFailOver = new Set(['GET', 'HEAD', 'OPTIONS']);
const ofOneConnection = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'trailer', 'proxy-authenticate'];

function keyOf(method: string, key: string): string {
  return method === 'GET' ? key : `${method} ${key}`;
}

function isUnchanged(viewer: HostRequest, response: HostResponse): boolean {
  const tags = viewer.headers['if-none-match'];
  const etag = response.headers.etag;
  if (tags === undefined || etag === undefined || response.status !== 200) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return tags.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

function withoutBody(response: HostResponse): HostResponse {
  const { 'content-length': _length, 'content-type': _type, ...headers } = response.headers;
  return { status: 304, headers, body: nothing };
}
