import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Joined } from '../../contracts/line-requests.ts';
import { turnDials } from '../../lambdas/waiting-room/line/turn-dials.ts';
import { openLine } from '../../lambdas/waiting-room/opening/open-line.ts';
import { tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import type { BeaconSource } from '../../rules/beacon.ts';
import { checkLine, type LineFiles } from '../../verify/src/check-line.ts';
import { recogniseFile } from '../../verify/src/recognise.ts';
import {
  anOpening,
  joined,
  keys,
  newMarkKey,
  onSale,
  opensAt,
  SmallStage,
} from '../lambdas/waiting-room/small-stage.ts';
import { SampleBeacon } from './sample-line.ts';

/* The files that the waiting room really publishes, in the eyes of a stranger: a line of two tiers with a beacon that
   cannot be had for a while: then its draws wait. */

const beacon = new SampleBeacon('published', opensAt / 1000 - 3000);
const second = opensAt + 20_000;
const stage = new SmallStage();
const receipts: Joined[] = [];
let files: LineFiles;

beforeAll(async () => {
  const tiers = {
    tier: { id: 'friends', name: 'Friends' },
    later: [{ id: 'everyone', name: 'Everyone', entry: 'open' as const, opensAt: second }],
  };
  const { stores, publisher } = stage;
  const { lines, marks } = stores;
  await openLine(
    { lines, marks, files: publisher, keys, newMarkKey, beacon: beacon.chain },
    anOpening(tiers),
    stage.now,
  );
  let fails = false;
  const source: BeaconSource = { chain: beacon.chain, at: async (round) => (fails ? undefined : beacon.at(round)) };
  const runUntil = async (until: number) => {
    while (stage.now < until) {
      stage.now = Math.min(until, stage.now + 1000);
      await tickLine({ ...stage.tickDeps(), beacon: source }, onSale, stage.now);
    }
  };
  const join = async (from: number, to: number) => {
    for (let fan = from; fan < to; fan += 1) receipts.push(joined(await stage.join(fan)));
  };
  await join(0, 12);
  await runUntil(opensAt + 5000);
  await join(12, 15);
  fails = true;
  await runUntil(opensAt + 18_000);
  fails = false;
  await turnDials(stores, { onSale, dials: { paused: true }, reason: 'a fire drill' }, stage.now);
  await join(15, 17);
  await runUntil(second + 15_000);
  await turnDials(stores, { onSale, dials: { paused: false, perMinute: 30 }, role: 'owner' }, stage.now);
  await runUntil(second + 25_000);
  const all = [...stage.files.values()].map(recogniseFile);
  const one = <Kind extends string>(kind: Kind) => all.filter((file) => file.kind === kind) as never[];
  const fileOf = (file: { file: never }) => file.file;
  files = {
    line: one('line').map(fileOf)[0],
    board: one('board').map(fileOf)[0],
    rounds: one('rounds').map(fileOf),
    ledger: one('ledger').map(fileOf),
    commitments: one('commitment').map(fileOf),
    banks: one('bank').map(fileOf),
    tiles: one('tile').map(fileOf),
    sheets: one('sheet').map(fileOf),
    accepted: [beacon.chain],
  };
});

describe('a line that was really published', () => {
  test('is recognised, file by file', () => {
    expect([...stage.files.values()].map(recogniseFile).filter(({ kind }) => /damaged|unknown/.test(kind))).toEqual([]);
    expect(files.sheets.length).toBeGreaterThan(2);
    expect(files.sheets.some((sheet) => sheet.round >= 65_536)).toBe(true);
    expect(files.sheets.every(({ beacon }) => beacon && 'signature' in beacon)).toBe(true);
  });

  test('holds in every check', () => {
    const { findings } = checkLine(files);
    expect(findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      ...['commitments', 'rolls', 'counts', 'seeds', 'beacon', 'positions', 'ledger', 'board', 'called'],
    ]);
    const acts = (files.ledger ?? [])
      .flatMap(({ entries }) => entries)
      .map(({ text }) => (JSON.parse(text) as { act: string }).act);
    expect(acts).toEqual(expect.arrayContaining(['opened', 'paused', 'tier-drawn', 'resumed']));
  });

  test('gives each fan the number that their receipt proves', () => {
    const drawn = receipts.filter(({ place }) => files.sheets.some(({ round }) => round === place.round));
    expect(drawn.length).toBe(receipts.length);
    for (const { receipt, place } of [drawn[0], drawn[13], drawn.at(-1)] as Joined[]) {
      const verdict = checkLine(files, receipt);
      expect(verdict.findings.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
      expect(verdict.position).toBe(stage.position(place));
    }
  });
});
