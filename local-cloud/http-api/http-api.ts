/** One HTTP API: takes a request for its domain to a route, a function and back. */
import { randomUUID } from 'node:crypto';
import type { HostRequest, HostResponse } from '../kind.ts';
import type { Invocation } from '../lambda/invocation.ts';
import type { RunningFunction } from '../lambda/running-function.ts';
import { answerPreflight, type CorsRules, isPreflight, withCors } from './cors.ts';
import type { JwtAuthorizer } from './jwt-authorizer.ts';
import { requestPayload } from './request-payload.ts';
import { plainAnswer, refusedAnswer, responseOf } from './response-payload.ts';
import { matchRoute, type RoutePattern, sortRoutes } from './routes.ts';

export interface Integration {
  readonly running: RunningFunction;
  readonly timeoutMs: number;
}

export interface Route extends RoutePattern {
  readonly integration: Integration;
  /** Absent where anybody may call. */
  readonly authorization?: Authorization;
}

export interface Authorization {
  readonly authorizer: JwtAuthorizer;
  /** A token needs one of them. */
  readonly scopes: readonly string[];
}

export interface Stage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>> | undefined;
  /** Writes a line of the access log, if the stage keeps one. */
  readonly accessLog?: ((context: AccessContext) => void) | undefined;
}

/** A request as the access log can tell of it. */
export interface AccessContext {
  readonly requestId: string;
  readonly requestTimeEpoch: number;
  /** `-` if no route was found. */
  readonly routeKey: string;
  readonly status: number;
  readonly responseLatency: number;
  readonly responseLength: number;
  /** Of Lambda, and not of the function; `-` if it was not asked. */
  readonly integrationStatus: string;
}

interface Answered {
  readonly response: HostResponse;
  readonly routeKey?: string;
  readonly integrationStatus?: string;
}

const largestBody = 10 * 1024 * 1024;
/** A function is handed at most this much. */
const largestEvent = 6 * 1024 * 1024;
const defaultStage = '$default';
/** Functions stay loaded for longer than this. */
const visitMs = 300_000;

export class HttpApi {
  readonly id: string;
  readonly domainName: string;
  readonly #account: string;
  readonly #cors: CorsRules | undefined;
  readonly #mayInvoke: (running: RunningFunction, request: string) => boolean;
  readonly #stages = new Map<string, Stage>();
  #routes: readonly Route[] = [];
  #askedAt = Number.NEGATIVE_INFINITY;

  /** @param mayInvoke whether the API may invoke a function for the request of that arn. */
  constructor(
    id: string,
    domainName: string,
    account: string,
    cors: CorsRules | undefined,
    mayInvoke: (running: RunningFunction, request: string) => boolean,
  ) {
    this.id = id;
    this.domainName = domainName;
    this.#account = account;
    this.#cors = cors;
    this.#mayInvoke = mayInvoke;
  }

  addRoute(route: Route): void {
    this.#routes = sortRoutes([...this.#routes, route]);
  }

  addStage(stage: Stage): void {
    this.#stages.set(stage.name, stage);
  }

  async answer(request: HostRequest): Promise<HostResponse> {
    this.#expectMore(Date.now());
    const response = await this.#answerAndLog(request);
    return this.#cors === undefined ? response : withCors(this.#cors, request, response);
  }

  /**
   * The first request after a while is taken for a visitor, who will want other functions too: one thread of each is
   * loaded, one after another, so that a rush that begins later does not have to wait for that. Without visitors
   * nothing is loaded.
   */
  #expectMore(now: number): void {
    const isFirst = now - this.#askedAt > visitMs;
    this.#askedAt = now;
    if (isFirst) void this.#warmInTurn();
  }

  async #warmInTurn(): Promise<void> {
    for (const running of this.#functions()) await running.warm();
  }

  #functions(): ReadonlySet<RunningFunction> {
    return new Set(this.#routes.map(({ integration }) => integration.running));
  }

  /** Loads one thread of every function, as many at once as the machine can, for a rush that comes soon. */
  async warm(): Promise<void> {
    this.#askedAt = Date.now();
    await Promise.all([...this.#functions()].map((running) => running.warm()));
  }

  /** A stage other than `$default` is the first segment of the path, which routes do not see. */
  #stageOf(path: string): { readonly stage: Stage; readonly path: string } | undefined {
    const first = path.split('/')[1] ?? '';
    const named = first === defaultStage ? undefined : this.#stages.get(first);
    if (named !== undefined) return { stage: named, path: path.slice(first.length + 1) || '/' };
    const usual = this.#stages.get(defaultStage);
    return usual === undefined ? undefined : { stage: usual, path };
  }

  async #answerAndLog(request: HostRequest): Promise<HostResponse> {
    const staged = this.#stageOf(request.path);
    if (staged === undefined) return plainAnswer(404, 'Not Found');
    const { accessLog } = staged.stage;
    const requestTimeEpoch = Date.now();
    const requestId = randomUUID();
    const { response, routeKey = '-', integrationStatus = '-' } = await this.#route(request, staged, requestId);
    accessLog?.({
      ...{ requestId, requestTimeEpoch, routeKey, integrationStatus },
      status: response.status,
      responseLatency: Date.now() - requestTimeEpoch,
      responseLength: response.body.length,
    });
    return response;
  }

  async #route(
    request: HostRequest,
    staged: { readonly stage: Stage; readonly path: string },
    requestId: string,
  ): Promise<Answered> {
    const match = matchRoute(this.#routes, request.method, staged.path);
    if (this.#cors !== undefined && isPreflight(request) && match?.route.method !== 'OPTIONS') {
      return { response: answerPreflight(this.#cors, request) };
    }
    if (match === undefined) return { response: plainAnswer(404, 'Not Found') };
    const { authorization, key: routeKey } = match.route;
    const refused = (response: HostResponse): Answered => ({ response, routeKey });
    const authorized = await authorization?.authorizer.judge(request, authorization.scopes);
    if (authorized?.ok === false) return refused(refusedAnswer(authorized.status, authorized.challenge));
    if (request.body.length > largestBody) return refused(plainAnswer(413, 'Request Entity Too Large'));

    const payload = requestPayload(request, {
      accountId: this.#account,
      apiId: this.id,
      domainName: this.domainName,
      stage: staged.stage.name,
      stageVariables: staged.stage.variables,
      routeKey,
      pathParameters: match.parameters,
      requestId,
      authorizer: authorized?.authorizer,
      now: Date.now(),
    });
    if (payload === undefined) return refused(plainAnswer(400, 'Bad Request'));
    const event = JSON.stringify(payload);
    if (event.length > largestEvent) return refused(plainAnswer(413, 'Request Entity Too Large'));

    const { running, timeoutMs } = match.route.integration;
    if (!this.#mayInvoke(running, requestOf(staged.stage.name, request.method, routeKey))) {
      return refused(plainAnswer(500, 'Internal Server Error'));
    }
    const invocation = await within(timeoutMs, running.invokeSoon(event));
    if (invocation === 'late') return refused(plainAnswer(503, 'Service Unavailable'));
    if (invocation.outcome === 'throttled')
      return { ...refused(plainAnswer(503, 'Service Unavailable')), integrationStatus: '429' };
    const response =
      invocation.outcome === 'failed' ? plainAnswer(500, 'Internal Server Error') : responseOf(invocation.payload);
    return { response, routeKey, integrationStatus: '200' };
  }
}

/** As the end of an arn: stage, method, and the path as the route has it. */
const requestOf = (stage: string, method: string, routeKey: string): string => {
  const [, path] = routeKey.split(' ');
  return path === undefined ? `${stage}/${routeKey}` : `${stage}/${method}${path}`;
};

/** The function goes on when the API has stopped waiting, as in AWS. */
const within = (ms: number, invocation: Promise<Invocation>): Promise<Invocation | 'late'> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('late'), ms);
    invocation.then(resolve, reject).finally(() => clearTimeout(timer));
  });
