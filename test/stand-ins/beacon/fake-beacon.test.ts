import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fetchBeacon, HttpCachingChain, HttpChainClient } from 'drand-client';
import { beaconSource } from '../../../lambdas/waiting-room/draw/beacon.gateway.ts';
import { beaconAfter } from '../../../rules/beacon.ts';
import { chainHashOf, StandInChain } from '../../../stand-ins/beacon/chain.ts';
import { type FakeBeacon, startFakeBeacon } from '../../../stand-ins/beacon/fake-beacon.ts';
import { isBeaconOf } from '../../../verify/src/beacon.ts';

const genesis = 1_800_000_000;
const chain = new StandInChain('this test', { genesis, period: 3 });
let now = 0;
let beacon: FakeBeacon;

/** The moment at which a round comes out. */
const outAt = (round: number) => (genesis + (round - 1) * 3) * 1000;

beforeAll(async () => {
  beacon = await startFakeBeacon({ clock: () => now, chain });
  // The library says on the console what it finds wrong with a beacon.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => beacon.spoil({}));
afterAll(() => beacon.stop());

const get = async (path: string) => {
  const answer = await fetch(`${beacon.url}${path}`);
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined,
  };
};

describe('the chain', () => {
  test('is named as drand names quicknet', () => {
    const quicknet = {
      publicKey:
        '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
      genesis: 1_692_803_367,
      period: 3,
      groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
      id: 'quicknet',
    };
    expect(chainHashOf(quicknet)).toBe('52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971');
  });

  test('counts rounds as the draw does', () => {
    for (const at of [outAt(1), outAt(1) + 1, outAt(7) - 1, outAt(7), outAt(500) + 2999]) {
      const { round, outAt: comesOut } = beaconAfter(chain.chain, at);
      expect(chain.newest(at)).toBe(comesOut === at ? round : round - 1);
    }
    expect(chain.newest(outAt(1) - 1)).toBe(0);
  });

  test('is the same each time, and another for another name', () => {
    const again = new StandInChain('this test', { genesis, period: 3 });
    expect(again.chain).toEqual(chain.chain);
    expect(again.at(5)).toEqual(chain.at(5));
    expect(new StandInChain('another', { genesis, period: 3 }).chain.chainHash).not.toBe(chain.chain.chainHash);
  });
});

describe('its relay', () => {
  test('gives the rounds whose time has come, under both paths', async () => {
    now = outAt(12);
    const { status, body } = await get('/public/12');
    expect({ status, body }).toEqual({ status: 200, body: chain.at(12) });
    expect(isBeaconOf(chain.chain, body)).toBe(true);
    for (const path of [
      '/public/latest',
      `/${beacon.chain.chainHash}/public/12`,
      `/${beacon.chain.chainHash}/public/latest`,
    ])
      expect((await get(path)).body).toEqual(chain.at(12));
    expect((await get('/public/3')).body).toEqual(chain.at(3));
  });

  test.each([
    ['/public/13', 404],
    ['/public/14', 425],
    ['/public/0', 200],
    ['/public/soon', 400],
    [`/${'0'.repeat(64)}/public/12`, 404],
    ['/', 404],
  ])('answers %s with %d before the time of round 13', async (path, status) => {
    now = outAt(13) - 1;
    expect((await get(path)).status).toBe(status);
  });

  test('tells of its chain as drand does, and that it is a stand-in', async () => {
    for (const path of ['/info', `/${beacon.chain.chainHash}/info`])
      expect((await get(path)).body).toMatchObject({
        public_key: beacon.chain.publicKey,
        period: 3,
        genesis_time: genesis,
        hash: beacon.chain.chainHash,
        schemeID: 'bls-unchained-g1-rfc9380',
        metadata: { beaconID: 'stand-in' },
        standIn: expect.stringContaining('proves nothing'),
      });
    expect((await get('/chains')).body).toEqual([beacon.chain.chainHash]);
  });

  test('is believed by drand’s own client, which asks it for its chain', async () => {
    now = outAt(21);
    const options = { disableBeaconVerification: false, noCache: false, chainVerificationParams: verified() };
    const client = new HttpChainClient(new HttpCachingChain(beacon.relay, options), options);
    expect(await fetchBeacon(client, 20)).toMatchObject(chain.at(20));
  });

  test('is read by ours', async () => {
    now = outAt(30);
    const source = beaconSource({ urls: [beacon.relay], chain: beacon.chain });
    expect(await source.at(30)).toEqual(chain.at(30));
    expect(await source.at(31)).toBeUndefined();
  });
});

describe('its faults', () => {
  const ask = async (faults: unknown) =>
    (await fetch(`${beacon.url}/faults`, { method: 'POST', body: JSON.stringify(faults) })).status;

  test('a wrong signature is a round that nobody believes', async () => {
    now = outAt(40);
    const source = beaconSource({ urls: [beacon.relay], chain: beacon.chain });
    expect(await ask({ wrong: true })).toBe(200);
    const { body } = await get('/public/40');
    expect(body).toMatchObject({ round: 40 });
    expect(isBeaconOf(chain.chain, body)).toBe(false);
    expect(await source.at(40)).toBeUndefined();
    expect(await ask({})).toBe(200);
    expect(await source.at(40)).toEqual(chain.at(40));
  });

  test('a late one comes out after its time', async () => {
    await ask({ lateMs: 5000 });
    now = outAt(50) + 4999;
    expect((await get('/public/50')).status).toBe(404);
    now += 1;
    expect((await get('/public/50')).body).toEqual(chain.at(50));
  });

  test('a silent one says nothing for a while, and then everything', async () => {
    now = outAt(60);
    await ask({ silentMs: 60_000 });
    const giveUp = new AbortController();
    const asking = fetch(`${beacon.url}/public/60`, { signal: giveUp.signal });
    const before = beacon.asked.length;
    while (beacon.asked.length === before) await ask({ silentMs: 60_000 });
    now += 60_000;
    expect((await get('/public/60')).body).toEqual(chain.at(60));
    giveUp.abort();
    await expect(asking).rejects.toThrow();
  });

  test.each([[{ silentMs: -1 }], [{ loud: true }], ['nothing']])('%j is none that can be asked for', async (faults) => {
    expect(await ask(faults)).toBe(400);
  });
});

function verified() {
  return { chainHash: beacon.chain.chainHash, publicKey: beacon.chain.publicKey };
}
