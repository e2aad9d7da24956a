import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { BeaconChain } from '../../contracts/line.ts';
import { type StandInChain, standsIn, usualChain } from './chain.ts';
import { answerFor, type BeaconFaults, readFaults } from './faults.ts';

/*
 * A stand-in for a relay of drand on this machine, with the paths of drand's HTTP API (v1) and its answers. The round
 * that comes next is 404, as drand's nodes have it; one later than that is 425, as its relays have it.
 *
 *     GET  [/<chain hash>]/public/<round>  [/<chain hash>]/public/latest  [/<chain hash>]/info  /chains
 *     POST /faults  {"silentMs":60000}  {"lateMs":5000}  {"wrong":true}  {}
 */

export interface FakeBeaconOptions {
  /** 0, any free one, if left out. */
  readonly port?: number;
  /** Milliseconds since the epoch; the machine's if left out. */
  readonly clock?: () => number;
  readonly chain?: StandInChain;
}

export interface FakeBeacon {
  /** Of the chain, as a stage's settings name relays: its paths begin after it. */
  readonly relay: string;
  /** Without a path. */
  readonly url: string;
  readonly chain: BeaconChain;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  /** These go wrong from now on, and nothing else. */
  spoil(faults: BeaconFaults): void;
  stop(): Promise<void>;
}

const forAWeek = 'public, max-age=604800, immutable';

export async function startFakeBeacon(options: FakeBeaconOptions = {}): Promise<FakeBeacon> {
  const { port = 0, clock = Date.now, chain = usualChain() } = options;
  const { chainHash } = chain.chain;
  const asked: string[] = [];
  let faults: BeaconFaults = {};

  const server = createServer((request, response) => {
    void serve(request, response).catch((fault: unknown) => {
      console.error(fault);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://beacon');
    if (request.method === 'POST' && pathname === '/faults') return spoilAsAsked(await text(request), response);
    if (request.method !== 'GET') return void response.writeHead(405).end();
    asked.push(pathname);
    const path = pathname.replace(`/${chainHash}/`, '/');
    // Somebody who is silent breaks nothing off: the one who asks gives up.
    if (clock() < (faults.silentUntil ?? 0)) return;
    if (path === '/chains') return json(response, [chainHash]);
    if (path === '/info') return json(response, infoOf(chain), forAWeek);
    const [, round] = /^\/public\/(latest|\d{1,15})$/.exec(path) ?? [];
    if (round === undefined) return void response.writeHead(path.startsWith('/public/') ? 400 : 404).end();
    giveRound(round === 'latest' ? 0 : Number(round), response);
  }

  function giveRound(round: number, response: ServerResponse): void {
    const given = answerFor(chain, round, clock(), faults);
    if (given.answer === 'beacon') json(response, given.beacon, round === 0 ? 'no-cache' : forAWeek);
    else if (given.answer === 'not-yet') response.writeHead(404, { 'cache-control': 'no-cache' }).end();
    else if (given.answer === 'too-early')
      response.writeHead(425, { 'cache-control': 'no-cache' }).end('Requested future beacon');
  }

  function spoilAsAsked(body: string, response: ServerResponse): void {
    const read = readFaults(body, clock());
    if (read) faults = read;
    json(
      response,
      read ?? { fault: 'say silentMs, lateMs or wrong, or nothing for a beacon that works' },
      undefined,
      read ? 200 : 400,
    );
  }

  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    relay: `${url}/${chainHash}`,
    chain: chain.chain,
    asked,
    spoil: (given) => {
      faults = given;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** As drand tells of a chain, and that this one is a stand-in. */
export function infoOf({ chain, facts }: StandInChain) {
  return {
    public_key: chain.publicKey,
    period: chain.period,
    genesis_time: chain.genesis,
    hash: chain.chainHash,
    groupHash: facts.groupHash,
    schemeID: chain.scheme,
    metadata: { beaconID: facts.id },
    standIn: standsIn,
  };
}

function json(response: ServerResponse, body: unknown, cacheControl = 'no-cache', status = 200): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'cache-control': cacheControl,
    })
    .end(JSON.stringify(body));
}
