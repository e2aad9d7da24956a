import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import { headersOf, kindOf, type PaymentSources } from '../../../contracts/answer-headers.ts';
import { type SiteConfig, siteCacheControl } from '../../../contracts/site-config.ts';
import type { HostRequest, HostResponse } from '../../../local-cloud/kind.ts';
import { TextFile } from '../published-files.ts';
import type { Stage } from '../stage.ts';
import { type Edge, openEdge } from './edge.ts';
import { FaultsOnTheWay } from './faults.ts';
import { fileOf, notThere, siteFile } from './site-files.ts';

/**
 * A stage as browsers have it: the built site behind the built edge functions, the published files as they were
 * written, the API by its routes; each answer with the headers that the deployed CDN adds.
 *
 *     request ─▶ edge function ─┬▶ published file  /catalogue /lines
 *                               ├▶ route           /api /plain
 *                               └▶ page            all else
 */
export interface ServerOf {
  readonly stage: Stage;
  /** Folder of the built site. */
  readonly site: string;
  readonly payment?: PaymentSources;
  /** The other settings of `/config.json`. */
  readonly config?: Partial<SiteConfig>;
  /** Answers are as small on the wire as the CDN makes them. Left out: whole, which is quicker where no wire is. */
  readonly compress?: boolean;
}

export class StageServer {
  readonly faults = new FaultsOnTheWay();
  /** Each request that came, e.g. `GET /lines/friends/board.json`. */
  readonly asked: string[] = [];
  config: SiteConfig;
  readonly #stage: Stage;
  readonly #site: string;
  readonly #payment: PaymentSources | undefined;
  readonly #compress: boolean;
  #edge: Edge | undefined;
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response).catch((error: unknown) => {
      this.#stage.faults.push(error);
      response.destroy();
    });
  });

  constructor({ stage, site, payment, config, compress = false }: ServerOf) {
    this.#compress = compress;
    this.#stage = stage;
    this.#site = site;
    this.#payment = payment;
    this.config = { live: '', ...config };
  }

  /** Its address. */
  async open(): Promise<string> {
    this.#edge = await openEdge(this.#site);
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    const base = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.#stage.site = base;
    return base;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  get #issuer(): readonly string[] {
    const { signIn } = this.config;
    return signIn ? [new URL(signIn.issuer).origin] : [];
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(incoming.url ?? '/', 'http://stage');
    this.asked.push(`${incoming.method} ${pathname}`);
    const request: HostRequest = {
      method: incoming.method ?? 'GET',
      path: pathname,
      query: search.slice(1),
      headers: incoming.headers as Readonly<Record<string, string>>,
      body: await buffer(incoming),
      clientIp: '192.0.2.7',
    };
    await this.faults.slow.get(pathname);
    const answer = this.faults.isBroken(pathname) ? broken : await this.#answer(request);
    if (this.faults.isUnheard(pathname)) return void outgoing.destroy();
    const { status, headers, cookies = [], body } = answer;
    const isKnown = headers.etag !== undefined && incoming.headers['if-none-match'] === headers.etag;
    outgoing.sendDate = false;
    outgoing.writeHead(isKnown ? 304 : status, {
      ...headers,
      ...headersOf(kindOf(pathname), { live: this.config.live, payment: this.#payment, issuer: this.#issuer }),
      // Pages tell the time by it.
      date: new Date(this.#stage.time.now).toUTCString(),
      ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
      ...(this.#compress && { 'content-encoding': 'br' }),
    });
    outgoing.end(isKnown ? undefined : this.#compress ? brotliCompressSync(body, quickly) : body);
  }

  async #answer(request: HostRequest): Promise<HostResponse> {
    const { path } = request;
    if (path === '/config.json') return json(this.config, siteCacheControl.pages);
    if (path.startsWith('/catalogue/') || path.startsWith('/lines/')) return this.#published(path);
    const toApi = /^\/(?:api|plain)(?:\/|$)/.test(path);
    const decided = await (toApi ? this.#edge?.beforeApi : this.#edge?.beforeSite)?.(request);
    if (!decided) throw new Error('The stage is not open');
    if (decided.go === 'back') return decided.response;
    if (toApi) return this.#route(decided.request);
    const page = this.#published(decided.request.path);
    // A page that is published, or else the build's of the same place.
    return page === notThere ? siteFile(this.#site, decided.request.path) : page;
  }

  #published(path: string): HostResponse {
    const { files, cacheControls } = this.#stage.platform;
    const file = files.get(path);
    if (file === undefined) return notThere;
    if (file instanceof TextFile) return fileOf(Buffer.from(file.text), file.type, cacheControls.get(path));
    return json(file, cacheControls.get(path));
  }

  async #route({ method, path, query, headers, body: sent, clientIp }: HostRequest): Promise<HostResponse> {
    const { cookie, ...others } = headers;
    const {
      status,
      headers: said,
      cookies,
      body = '',
    } = await this.#stage.answer({
      method,
      path: query === '' ? path : `${path}?${query}`,
      headers: { ...others, 'x-forwarded-for': clientIp },
      cookies: cookie?.split('; ') ?? [],
      body: sent.toString('utf8'),
    });
    return { status, headers: said, ...(cookies && { cookies }), body: Buffer.from(body) };
  }
}

/** As CloudFront compresses while a fan waits. */
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const broken: HostResponse = { status: 503, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') };

const json = (file: unknown, cacheControl: string | undefined): HostResponse =>
  fileOf(Buffer.from(JSON.stringify(file)), 'application/json', cacheControl);
