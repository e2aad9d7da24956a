import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startStampede } from '../bin/start.ts';
import { api } from '../contracts/api.ts';
import type { PerformanceFile } from '../contracts/catalogue.ts';
import type { HoldView } from '../contracts/house.ts';
import type { Board } from '../contracts/line.ts';
import type { Claimed, Joined } from '../contracts/line-requests.ts';
import { header, published } from '../contracts/paths.ts';
import type { Plan } from '../contracts/plan.ts';
import { type FoundCloud, findCloud, operate } from '../rehearsal/cloud.gateway.ts';
import { identities } from '../rehearsal/fans/identity.ts';
import { membersOf } from '../rehearsal/fans/members.gateway.ts';
import { type Programme, readProgramme } from '../rehearsal/fans/programme.ts';
import { percentile } from '../rehearsal/measures.ts';
import { openSite } from '../rehearsal/site.gateway.ts';
import type { Measure } from './measure.ts';
import { fire, type VolleyResult } from './volley.ts';
import type { WireRequest } from './wire.ts';

/*
 * Measures the throughput of a whole local cloud on this machine, from the CDN's listener to the database and back:
 * joins before the doors, claims after them, holds of one performance. The driver is a process of its own; its share of
 * the processor is said beside the result.
 */

const world = 'festival';
/** Enough for every thread to have its hot paths compiled, as functions have in the rush. */
const warmUp = 4000;
const joins = 5000;
/** Of them `warmUpShoppers` warm up in another house. */
const shoppers = 500;
const warmUpShoppers = 100;
const inFlight = 32;
const seatsAHold = 3;

export interface OnSaleParts {
  readonly joins: boolean;
  readonly holds: boolean;
}

interface OnSaleBench {
  readonly cloud: FoundCloud;
  readonly address: string;
  readonly programme: Programme;
  /** Joins of fans by number. */
  readonly joinsOf: (from: number, count: number) => readonly WireRequest[];
}

/** Starts a cloud of its own in a temporary folder, measures, and stops it. */
export async function benchOnSale(parts: OnSaleParts, say: (line: string) => void): Promise<readonly Measure[]> {
  const state = mkdtempSync(join(tmpdir(), 'stampede-bench-'));
  const started = await startStampede({ state, world, doorsIn: parts.joins ? 'PT75S' : 'PT10S', fresh: true });
  try {
    const cloud = findCloud(state);
    if (!cloud) throw new Error('The cloud of the bench was started and is not to be found');
    const bench = await prepare(cloud, started.site);
    const measured: Measure[] = [];
    const receipts: string[] = [];
    if (parts.joins) {
      say(`joining: ${warmUp} to warm up, ${joins} measured, ${inFlight} in flight`);
      receipts.push(...receiptsOf(await fire({ site: started.site, requests: bench.joinsOf(0, warmUp), inFlight })));
      measured.push(...(await measureJoins(bench, say)));
    } else {
      receipts.push(...receiptsOf(await fire({ site: started.site, requests: bench.joinsOf(0, shoppers), inFlight })));
    }
    if (parts.holds) measured.push(...(await measureShopping(bench, receipts.slice(0, shoppers), say)));
    return measured;
  } finally {
    await started.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

async function prepare(cloud: FoundCloud, address: string): Promise<OnSaleBench> {
  const site = openSite(address, () => undefined, Date.now);
  const programme = await readProgramme(site, undefined, 1);
  site.close();
  if (typeof programme === 'string') throw new Error(programme);
  const { id: onSale } = programme.onSale;
  // Joins may take minutes on a slow machine, and nobody is late then.
  const dials = { shopping: 100_000, perMinute: 1_000_000, claimMinutes: 60 };
  await operate(cloud, 'TurnDialsFunction', { onSale, dials });
  const fans = warmUp + joins;
  const identityOf = identities(programme.onSale, await membersOf(world, onSale), { seed: 1, run: 'bench', fans });
  if (typeof identityOf === 'string') throw new Error(identityOf);
  const { url: path } = api('POST lines/{onSale}/join', { onSale });
  const joinsOf = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({ method: 'POST', path, body: JSON.stringify(identityOf(from + n)) }));
  return { cloud, address, programme, joinsOf };
}

function receiptsOf({ responses }: VolleyResult): readonly string[] {
  return responses.map(({ status, body }) => {
    if (status !== 200 && status !== 201) throw new Error(`A join of the bench was answered ${status}: ${body}`);
    return (JSON.parse(body) as Joined).receipt;
  });
}

async function measureJoins(bench: OnSaleBench, say: (line: string) => void): Promise<readonly Measure[]> {
  const before = cpuOf(bench.cloud);
  const result = await fire({ site: bench.address, requests: bench.joinsOf(warmUp, joins), inFlight });
  receiptsOf(result);
  const cloudCpu = cpuOf(bench.cloud) - before;
  const how = `${joins} members through CDN, HTTP API, Lambda and database, ${inFlight} in flight`;
  say(`${(joins / result.seconds).toFixed(0)} joins a second`);
  return [
    { name: 'joins a second', value: joins / result.seconds, unit: '/s', aim: { atLeast: 400 }, how },
    ...latencies('a join', result),
    { name: 'a join: processor, the whole cloud', value: (cloudCpu / joins) * 1000, unit: 'ms' },
    { name: 'a join: processor, the driver', value: (result.driverCpu / joins) * 1000, unit: 'ms' },
  ];
}

function latencies(what: string, { responses }: VolleyResult): readonly Measure[] {
  const took = responses.map((response) => response.took).toSorted((a, b) => a - b);
  return [
    { name: `${what}: median`, value: percentile(took, 0.5), unit: 'ms' },
    { name: `${what}: 99 of 100 within`, value: percentile(took, 0.99), unit: 'ms' },
  ];
}

/** Processor seconds that the cloud's process has used, all its threads together; 0 where /proc does not say. */
function cpuOf({ state }: FoundCloud): number {
  try {
    const { pid } = JSON.parse(readFileSync(join(state, 'local.json'), 'utf8')) as { pid: number };
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // utime and stime, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    // Not Linux: the number is for information only.
    return 0;
  }
}

async function measureShopping(
  bench: OnSaleBench,
  receipts: readonly string[],
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const { programme, address } = bench;
  const { id: onSale, opensAt } = programme.onSale;
  await wait(Math.max(0, opensAt - Date.now()));
  await everyoneCalled(address, onSale, opensAt + 60_000);
  const { url: path } = api('POST lines/{onSale}/claim', { onSale });
  const claims = receipts.map((receipt) => ({ method: 'POST', path, headers: { [header.receipt]: receipt } }));
  const [early, measured] = [claims.slice(0, warmUpShoppers), claims.slice(warmUpShoppers)];
  say(`claiming: ${early.length} to warm up, ${measured.length} measured`);
  const warm = passesOf(await fire({ site: address, requests: early, inFlight }));
  const claimed = await fire({ site: address, requests: measured, inFlight });
  const passes = passesOf(claimed);
  say(`${(passes.length / claimed.seconds).toFixed(0)} passes a second`);
  return [
    { name: 'passes a second', value: passes.length / claimed.seconds, unit: '/s', how: `${passes.length} claims` },
    ...latencies('a claim', claimed),
    ...(await measureHolds(bench, warm, passes, say)),
  ];
}

function passesOf({ responses }: VolleyResult): readonly string[] {
  return responses.map(({ status, body }) => {
    if (status !== 200 && status !== 201) throw new Error(`A claim of the bench was answered ${status}: ${body}`);
    return (JSON.parse(body) as Claimed).pass;
  });
}

async function everyoneCalled(address: string, onSale: string, endsAt: number): Promise<void> {
  for (;;) {
    const board = (await (await fetch(`${address}${published.board(onSale)}`)).json()) as Board;
    if (board.drawn > 0 && board.calledUpTo >= board.drawn && board.round > 0) return;
    if (Date.now() > endsAt)
      throw new Error(`A minute after the doors ${board.calledUpTo} of ${board.drawn} are called`);
    await wait(500);
  }
}

/** A house of the programme that holds everybody's seats, and another one. */
async function twoHouses({
  address,
  programme,
}: OnSaleBench): Promise<{ readonly measured: string; readonly other: string }> {
  const plans = new Map<string, Plan>();
  for (const { id } of programme.performances) {
    const file = (await (await fetch(`${address}${published.performance(id)}`)).json()) as PerformanceFile;
    const plan =
      plans.get(file.plan) ?? ((await (await fetch(`${address}${published.plan(file.plan)}`)).json()) as Plan);
    plans.set(file.plan, plan);
    const other = programme.performances.find((performance) => performance.id !== id);
    if (other && plan.seats >= shoppers * seatsAHold * 0.8) return { measured: id, other: other.id };
  }
  throw new Error(`No house of the world has seats for ${shoppers} parties of ${seatsAHold}`);
}

/** How long a decision may take before the bench gives up. */
const decisionPatience = 60_000;

async function measureHolds(
  bench: OnSaleBench,
  warm: readonly string[],
  passes: readonly string[],
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const { measured, other } = await twoHouses(bench);
  say(`holding: ${warm.length} to warm up, ${passes.length} × ${seatsAHold} seats measured`);
  await holdAll(bench.address, other, warm);
  const { seconds, held, asking } = await holdAll(bench.address, measured, passes);
  say(`${(held / seconds).toFixed(0)} holds a second, asked to held`);
  const how = `${held} of ${passes.length} asks for ${seatsAHold} seats held, first ask to last decision`;
  return [
    { name: 'holds a second, one performance', value: held / seconds, unit: '/s', how },
    { name: 'asks a second', value: passes.length / asking, unit: '/s', how: 'until the queue has them' },
    { name: 'last decision after the last ask', value: (seconds - asking) * 1000, unit: 'ms' },
  ];
}

/** Asks once for every pass, and waits until the last is decided. */
async function holdAll(site: string, night: string, passes: readonly string[]) {
  const run = randomBytes(4).toString('hex');
  const { url: path } = api('POST performances/{performance}/holds', { performance: night });
  const body = JSON.stringify({ best: { count: seatsAHold } });
  const asks = passes.map((pass, fan) => ({
    method: 'POST',
    path,
    headers: { [header.pass]: pass, [header.idempotencyKey]: `bench-${run}-${fan}` },
    body,
  }));
  const asked = await fire({ site, requests: asks, inFlight });
  const polls = asked.responses.map(({ status, body: view }, fan): WireRequest => {
    if (status !== 202) throw new Error(`An ask of the bench was answered ${status}: ${view}`);
    const { hold } = JSON.parse(view) as HoldView;
    return { method: 'GET', path: `${path}/${hold}`, headers: { [header.pass]: passes[fan] ?? '' } };
  });
  // The queue keeps the order of one performance: when the last asks are decided, all are.
  const decidedAt = await decided(site, polls.slice(-inFlight));
  const views = await fire({ site, requests: polls, inFlight });
  const held = views.responses.filter((view) => (JSON.parse(view.body) as HoldView).state === 'held').length;
  return { held, seconds: (decidedAt - asked.startedAt) / 1000, asking: asked.seconds };
}

/** Milliseconds since the epoch when none of the holds was pending any more. */
async function decided(site: string, polls: readonly WireRequest[]): Promise<number> {
  const until = Date.now() + decisionPatience;
  let open = polls;
  while (open.length > 0) {
    if (Date.now() > until) throw new Error(`${open.length} holds were not decided within a minute`);
    const { responses } = await pollHere(site, open);
    open = open.filter((_, index) => {
      const { status, body } = responses[index] ?? { status: 0, body: '' };
      return status === 404 || (status === 200 && (JSON.parse(body) as HoldView).state === 'pending');
    });
    if (open.length > 0) await wait(20);
  }
  return Date.now();
}

/** A few polls, from this process: starting another takes longer than the decision. */
async function pollHere(site: string, polls: readonly WireRequest[]) {
  const responses = await Promise.all(
    polls.map(async ({ path, headers }) => {
      const response = await fetch(`${site}${path}`, { headers: { ...headers } });
      return { status: response.status, body: await response.text() };
    }),
  );
  return { responses };
}
