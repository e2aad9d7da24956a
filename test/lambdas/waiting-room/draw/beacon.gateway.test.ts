import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { beaconSource } from '../../../../lambdas/waiting-room/draw/beacon.gateway.ts';
import { testMs } from '../../../patience.ts';
import { SampleBeacon } from '../../../verify/sample-line.ts';

/* Relays of a beacon of our own, which signs as drand's quicknet does. */
const beacon = new SampleBeacon('relay');
const { chain } = beacon;
let answer: (response: ServerResponse, round: number) => void;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(response, Number(request.url?.split('/').at(-1)));
});
const json = (response: ServerResponse, file: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(file));
let base: string;
let nobody: string;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${chain.chainHash}`;
  // A port that was free a moment ago, and that nobody listens on.
  const gone = createServer();
  await new Promise<void>((listening) => gone.listen(0, '127.0.0.1', listening));
  nobody = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
  await new Promise((closed) => gone.close(closed));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  asked.length = 0;
  answer = (response, round) => json(response, beacon.at(round));
  // The library says on the console what it finds wrong with a beacon.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

test('one round of the beacon, from the relay’s address of it', async () => {
  expect(await beaconSource({ urls: [`${base}/`], chain }, testMs).at(4711)).toEqual(beacon.at(4711));
  expect(asked).toEqual([`/${chain.chainHash}/public/4711`]);
});

test('the next relay, where one cannot be reached', async () => {
  expect(await beaconSource({ urls: [nobody, base], chain }, testMs).at(7)).toEqual(beacon.at(7));
});

test.each<[string, (response: ServerResponse, round: number) => void]>([
  ['it is not out yet', (response) => response.writeHead(404).end('{}')],
  ['a relay answers with a page', (response) => response.writeHead(200).end('<html>')],
  ['it is another round’s', (response, round) => json(response, { ...beacon.at(round + 1), round })],
  ['it is another beacon’s', (response, round) => json(response, new SampleBeacon('liar').at(round))],
  ['it is half of one', (response, round) => json(response, { round })],
  ['a relay says nothing', () => undefined],
])('none, where %s', async (_, given) => {
  answer = given;
  expect(await beaconSource({ urls: [base], chain }).at(12)).toBeUndefined();
});
