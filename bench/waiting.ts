import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startStampede } from '../bin/start.ts';
import { mostTextBytes } from '../contracts/board-text.ts';
import type { Board } from '../contracts/line.ts';
import { published } from '../contracts/paths.ts';
import { pollsOfWait } from '../rehearsal/audit/polls-of-wait.ts';
import { findCloud, readCdnCounts } from '../rehearsal/cloud.gateway.ts';
import { imagesOf } from '../rules/whole-draw.ts';
import type { Measure } from './measure.ts';
import { arrivalBill, type Bill, totalOf, type Waiting, waitingBill } from './waiting-cost.ts';

/*
 * Measures the cost of waiting: looks at the board, reads at the origin for ten times the fans, and the money. The CDN is the local cloud's own distribution for polls, over loopback.
 */

const minutes = 30;
const fans = 1_000_000;
/** Among whom the bill shares what a line costs whoever waits: the audience of one large on-sale. */
const billed = 40_000;
const pollers = [50, 500] as const;
const pollingMs = 10_000;
/** Each looks once a second. This is oftener than any page does, so that every second has a look. */
const lookEveryMs = 1000;

export interface WaitingResult {
  readonly measures: readonly Measure[];
  readonly bills: readonly Bill[];
}

/** `units`: the measures of a join, by name (bench/units.ts). */
export async function benchWaiting(units: readonly Measure[], say: (line: string) => void): Promise<WaitingResult> {
  const polls = pollsOfWait(minutes);
  say(`a wait of ${minutes} minutes costs ${polls} polls`);
  const drawing = wholeDraw();
  const board = boardBytes();
  const reading = await originReads(say);
  const unit = (name: string) => units.find((measure) => measure.name === name)?.value ?? 0;
  const waiting: Waiting = {
    minutes,
    polls,
    boardBytes: board.usual,
    headerBytes: reading.headerBytes,
    fans: billed,
    writeUnitsAJoin: unit('a join (members): write units'),
    readUnitsAJoin: unit('a join (members): read units'),
  };
  const [wait30, arrival] = [waitingBill(waiting), arrivalBill(waiting)];
  return {
    measures: [
      {
        name: `polls of a ${minutes}-minute wait`,
        value: polls,
        unit: 'polls',
        aim: { atMost: 50 },
        how: 'the rhythm of the page at a steady pace; one every 3 s would be 600',
      },
      ...reading.measures,
      ...drawing,
      {
        name: 'the largest board',
        value: board.largest,
        unit: 'bytes',
        aim: { atMost: 600 },
        how: `${board.usual} as it usually is`,
      },
      {
        name: `a fan’s ${minutes}-minute wait, in millionths of a dollar`,
        value: totalOf(wait30) * 1e6,
        unit: 'µ$',
        aim: { atMost: 60 },
        how: `polls and a share of the line among ${billed.toLocaleString('en')} fans: see the bill`,
      },
      {
        name: 'coming in, in millionths of a dollar',
        value: totalOf(arrival) * 1e6,
        unit: 'µ$',
        how: 'the page and the join, once a fan',
      },
    ],
    bills: [wait30, arrival],
  };
}

/** All positions of a million at once, which nobody needs but a check. */
function wholeDraw(): readonly Measure[] {
  const from = performance.now();
  imagesOf(Buffer.alloc(32, 7), fans);
  const many = fans.toLocaleString('en');
  const how = 'nobody needs them; a check does';
  return [{ name: `all ${many} positions, one machine`, value: performance.now() - from, unit: 'ms', how }];
}

/** Bytes of a board as it usually is, and of one with every field at its longest. The CDN compresses from 1,000 bytes on. */
function boardBytes(): { readonly usual: number; readonly largest: number } {
  const usual: Board = {
    v: 1,
    onSale: 'friends-autumn-2027',
    phase: 'open',
    writtenAt: 1_800_000_000_000,
    opensAt: 1_800_000_000_000,
    round: 312,
    drawn: 38_214,
    calledUpTo: 11_902,
    waiting: 26_312,
    rate: 583,
    wait: { middle: [23, 30], end: [46, 58] },
    odds: { left: 21_733, room: 412, mean: 1.87, sd: 1.4, err: 0.09 },
    ledger: { n: 9, rolls: 312, head: '0123456789abcdef'.repeat(4) },
  };
  // A board that says why nobody is called gives no wait: the two never stand on one board.
  const largest: Board = {
    ...usual,
    onSale: 'x'.repeat(40),
    phase: 'closed',
    round: 262_144,
    drawn: 10_000_000,
    calledUpTo: 10_000_000,
    waiting: 10_000_000,
    rate: 100_000.5,
    wait: { middle: [1234, 1234], end: [1234, 1234] },
    odds: { left: 100_000, room: 100_000, mean: 1.23, sd: 1.23, err: 0.12 },
    effort: 2_000_000,
    ledger: { n: 100_000, rolls: 100_000, head: '0123456789abcdef'.repeat(4) },
    awaits: 12_345_678,
    message: 'x'.repeat(mostTextBytes),
  };
  const bytes = (board: Board) => Buffer.byteLength(JSON.stringify(board));
  return { usual: bytes(usual), largest: bytes(largest) };
}

async function originReads(say: (line: string) => void) {
  const state = mkdtempSync(join(tmpdir(), 'stampede-bench-waiting-'));
  const started = await startStampede({ state, world: 'festival', doorsIn: 'PT20M', port: 0, fresh: true });
  try {
    const cloud = findCloud(state);
    const live = cloud?.addresses.find(({ name }) => name.startsWith('Live'));
    const [first] = started.onSales;
    if (!cloud || !live || !first) throw new Error('The cloud has no distribution for polls, or no on-sale');
    const path = published.board(first.id);
    const reads: number[] = [];
    const looks: number[] = [];
    let headerBytes = 0;
    for (const crowd of pollers) {
      await wait(1200);
      const before = readCdnCounts(cloud);
      const polled = await poll(live.url, path, crowd);
      headerBytes = polled.headerBytes;
      await wait(1200);
      const after = readCdnCounts(cloud);
      if (!before || !after) throw new Error('The local CDN says nothing of what it counted');
      reads.push(after.originReads - before.originReads);
      looks.push(after.requests - before.requests);
      say(`${crowd} pollers, ${pollingMs / 1000} s: ${looks.at(-1)} looks, ${reads.at(-1)} reads at the origin`);
    }
    const measures = pollers.map(
      (crowd, at): Measure => ({
        name: `reads at the origin, ${crowd} pollers`,
        value: reads[at] ?? 0,
        unit: 'reads',
        // A read a second, the first, the last, and one that met a change.
        aim: { atMost: pollingMs / 1000 + 3 },
        how: `${(looks[at] ?? 0).toLocaleString('en')} looks in ${pollingMs / 1000} s through the distribution for polls`,
      }),
    );
    return { measures, headerBytes };
  } finally {
    await started.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

/** So many look once a second for a while; the bytes of an answer's headers. */
async function poll(origin: string, path: string, crowd: number): Promise<{ readonly headerBytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const look = () =>
    new Promise<number>((resolve, reject) => {
      request(`${origin}${path}`, { agent, headers: { 'accept-encoding': 'gzip' } }, (response: IncomingMessage) => {
        response.resume().on('end', () => {
          if (response.statusCode !== 200) reject(new Error(`A look at the board was answered ${response.statusCode}`));
          else resolve(response.rawHeaders.reduce((sum, part) => sum + part.length + 2, 0));
        });
      })
        .on('error', reject)
        .end();
    });
  const until = Date.now() + pollingMs;
  let headerBytes = 0;
  const one = async (at: number) => {
    await wait((at / crowd) * lookEveryMs);
    while (Date.now() < until) {
      const started = Date.now();
      headerBytes = await look();
      await wait(Math.max(0, lookEveryMs - (Date.now() - started)));
    }
  };
  await Promise.all(Array.from({ length: crowd }, (_, at) => one(at)));
  agent.destroy();
  return { headerBytes };
}
