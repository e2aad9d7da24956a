import { describe, expect, test } from '@jest/globals';
import type { SeenHead } from '../../contracts/heads.ts';
import type { LedgerLine } from '../../contracts/ledger.ts';
import type { Beacon, DrawSheet } from '../../contracts/line.ts';
import { quicknetHash } from '../../contracts/public-beacons.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import { run } from '../../verify/src/cli.ts';
import { memoryDisk } from './memory-disk.ts';
import { publishedFiles } from './published-files.ts';
import { headOf, ledgerOf, patienceMs, SampleBeacon, type SampleLine, sampleLine } from './sample-line.ts';
import { commit, factsOf, filesOfRoll, markOf } from './sample-roll.ts';

/* A line is tampered with in every way that docs/fairness.md speaks of. The command must name it and end with 1.
   Long because each way stands here. */

/** Pairings take their time: a line without a beacon where the beacon is not the point, and one lobby where it is. */
const two = [
  { round: 0, counts: [3, 0, 2, 1, 2] },
  { round: 1, counts: [1, 2] },
];
const plain = sampleLine('plain', { rounds: two, withBeacon: false, withTiers: false });
const mixed = sampleLine('mixed', { rounds: [{ round: 0, counts: [3, 0, 2] }], withTiers: false });

interface Tampered extends Partial<SampleLine> {
  readonly receipts?: readonly string[];
  readonly heads?: readonly SeenHead[];
  /** Files by their published path, in place of what was made, or in vain. */
  readonly files?: Readonly<Record<string, unknown>>;
}

async function checked(sample: SampleLine, { receipts = [], heads, files = {}, ...tampered }: Tampered) {
  const all = publishedFiles({ ...sample, ...tampered });
  for (const [name, file] of Object.entries(files)) all.set(name, JSON.stringify(file));
  if (heads) all.set('/lines/heads.json', JSON.stringify({ v: 1, onSale: sample.line.onSale, heads }));
  all.set('/info.json', JSON.stringify(new SampleBeacon('mixed').info));
  const said: string[] = [];
  const site = { read: async () => undefined, wait: async () => undefined };
  const deps = { disk: memoryDisk(all), site, now: () => 0, say: (line: string) => void said.push(line) };
  return { status: await run([...receipts, '/lines', '--beacon', '/info.json'], deps), text: said.join('\n') };
}

/** Commitments chained anew with a change to one, and a board that shows them: all but that is as it should be. */
function committed(sample: SampleLine, round: number, change: Partial<RollCommitment>): Tampered {
  const { line, board, ledger } = sample;
  const all = sample.commitments.map((one) => (one.round === round ? { ...one, ...change } : one));
  const commitments = commit(line, all);
  return { commitments, board: { ...board, ledger: headOf(line, ledger, commitments) } };
}

const withSheet = (sample: SampleLine, round: number, change: Partial<DrawSheet>): Tampered => ({
  sheets: sample.sheets.map((sheet) => (sheet.round === round ? { ...sheet, ...change } : sheet)),
});
const withCommitment = (sample: SampleLine, round: number, change: Partial<RollCommitment>): Tampered => ({
  commitments: sample.commitments.map((one) => (one.round === round ? { ...one, ...change } : one)),
});
const actsOf = ({ ledger }: SampleLine) =>
  ledger.flatMap(({ entries }) => entries.map(({ text }) => JSON.parse(text) as LedgerLine));

/** The lobby of `plain` with other marks, in a tile that fits nothing. */
const withMarks = (shards: readonly (readonly string[])[]): Tampered => ({
  tiles: plain.tiles.map((tile) => (tile.round === 0 && tile.tile === 0 ? { ...tile, shards } : tile)),
});
const [first = []] = plain.tiles[0]?.shards ?? [];
const ghost = markOf('plain', 9, 9, 9);
const mark = (shard: number, index: number) => markOf('plain', 0, shard, index);
const mine = { round: 0, shard: 2, index: 1 };
const due = mixed.line.beacon?.lobby ?? 0;
const outAt = (mixed.beacon.chain.genesis + (due - 1) * mixed.beacon.chain.period) * 1000;
const sheetOf = (sample: SampleLine, round: number) => sample.sheets.find((one) => one.round === round) as DrawSheet;

test('a line that nobody tampered with is well, and says what it rests on', async () => {
  const seen = { ...plain.board.ledger, seenAt: 5 };
  const well = await checked(plain, { heads: [seen], receipts: [plain.receiptOf(mine)] });
  expect(well.text).not.toMatch(/[✗–]/);
  expect(well.status).toBe(3);
  expect(well.text).toContain('This line is trusted: it promised no beacon');
  const proved = await checked(mixed, { heads: [{ ...mixed.board.ledger, seenAt: outAt - 1 }] });
  expect(proved.text).not.toMatch(/[✗–]/);
  expect(proved.text).toContain('1 head; 1 roll seen before the beacon');
  expect(proved.text).not.toContain('trusted');
  expect(proved.status).toBe(0);
});

describe('the ledger and the board', () => {
  test.each<[string, () => Tampered, RegExp]>([
    [
      'a ledger that is shorter than the board says',
      () => ({ ledger: plain.ledger.map((one) => ({ ...one, entries: one.entries.slice(0, -1) })) }),
      /the board showed 3 entries; the ledger has 2/,
    ],
    [
      'a ledger and a board that were written anew, where a head was kept',
      () => {
        const acts = actsOf(plain).map((act) => ({ ...act, role: 'owner' as const }));
        const ledger = ledgerOf(plain.line, acts);
        const board = { ...plain.board, ledger: headOf(plain.line, ledger, plain.commitments) };
        return { ledger, board, heads: [{ ...plain.board.ledger, seenAt: 1_800_000_000_000 }] };
      },
      /the head seen at 2027-01-15T08:00:00.000Z.*written anew/,
    ],
    [
      'a board that went back to what an earlier one showed',
      () => {
        const [segment] = plain.ledger;
        const before = segment ? [{ ...segment, entries: segment.entries.slice(0, 2) }] : [];
        const { writtenAt, ledger } = plain.board;
        const board = { ...plain.board, ledger: headOf(plain.line, before, plain.commitments) };
        return { board, heads: [{ ...ledger, at: writtenAt - 1000 }] };
      },
      /has 2 entries and 2 rolls, fewer than one before it had/,
    ],
    [
      'an end of the line that counts others than were drawn',
      () => {
        const detail = { drawn: 5, called: 3, neverCame: 1 };
        const end = {
          at: plain.board.writtenAt,
          act: 'ended',
          role: 'pacemaker',
          reason: 'it is over',
          detail,
        } as const;
        const ledger = ledgerOf(plain.line, [...actsOf(plain), end]);
        return { ledger, board: { ...plain.board, ledger: headOf(plain.line, ledger, plain.commitments) } };
      },
      /the end of the line is told twice, or otherwise than these files have it, with 11 drawn/,
    ],
    [
      'a ledger that opens the line for other doors than its promise',
      () => {
        const [opened, ...acts] = actsOf(plain);
        if (!opened) throw new Error('The ledger is empty');
        const ledger = ledgerOf(plain.line, [{ ...opened, detail: { opensAt: plain.line.opensAt - 1 } }, ...acts]);
        return { ledger, board: { ...plain.board, ledger: headOf(plain.line, ledger, plain.commitments) } };
      },
      /the line was opened with another opensAt than line.json has/,
    ],
    [
      'a head on the board that is of nothing',
      () => ({ board: { ...plain.board, ledger: { ...plain.board.ledger, head: 'ab'.repeat(32) } } }),
      /the board showed abab/,
    ],
    [
      'more called than drawn',
      () => ({ board: { ...plain.board, calledUpTo: 12 } }),
      /up to 12 are called, but only 11/,
    ],
  ])('%s', async (_, tampered, words) => {
    const { status, text } = await checked(plain, tampered());
    expect(text).toMatch(words);
    expect(status).toBe(1);
  });
});

describe('the rolls', () => {
  test.each<[string, () => Tampered, RegExp]>([
    [
      'a ghost that was added after the commitment, to its tile',
      () => withMarks([[...first, ghost], []]),
      /tile 0 of the roll of round 0 is not the one committed to/,
    ],
    [
      'and to its bank',
      () => {
        const { banks, tiles } = filesOfRoll(plain.line, 0, [[...first, ghost], [], [], [], []]);
        const others = <One extends { readonly round: number }>(all: readonly One[]) =>
          all.filter((one) => one.round > 0);
        return { banks: [...banks, ...others(plain.banks)], tiles: [...tiles, ...others(plain.tiles)] };
      },
      /bank 0 of the roll of round 0 is not the one committed to/,
    ],
    ['a mark that was dropped', () => withMarks([first.slice(1), []]), /tile 0 of the roll of round 0 is not the one/],
    [
      'one mark twice in a roll, committed to as it is',
      () => {
        const shards = [
          [mark(0, 0), mark(0, 1), mark(2, 1)],
          [],
          [mark(2, 0), mark(2, 1)],
          [mark(3, 0)],
          [mark(4, 0), mark(4, 1)],
        ];
        const roll = filesOfRoll(plain.line, 0, shards);
        const others = <One extends { readonly round: number }>(all: readonly One[]) =>
          all.filter((one) => one.round > 0);
        return {
          ...committed(plain, 0, factsOf(roll)),
          banks: [...roll.banks, ...others(plain.banks)],
          tiles: [...roll.tiles, ...others(plain.tiles)],
        };
      },
      new RegExp(`the mark ${mark(2, 1)} stands a second time in round 0`),
    ],
    [
      'counts of a sheet that are not the bank’s',
      () => withSheet(plain, 1, { counts: [2, 1] }),
      /the sheet of bank 0 in round 1 has other counts than the roll/,
    ],
    [
      'a tile that is not there',
      () => ({ tiles: plain.tiles.filter(({ tile }) => tile !== 1) }),
      /tile 1 of the roll of round 0 is missing/,
    ],
    [
      'two fans on one place',
      () => {
        const other = plain.receiptOf(mine, { fan: 'G'.repeat(43), mark: ghost });
        return { receipts: [plain.receiptOf(mine), other] };
      },
      /two fans were given one place: index 1 of shard 2 in round 0/,
    ],
    [
      'one fan on two places',
      () => ({
        receipts: [plain.receiptOf(mine), plain.receiptOf({ round: 1, shard: 0, index: 0 }, { mark: mark(2, 1) })],
      }),
      /one mark has receipts for two places/,
    ],
    [
      'one fan with two marks',
      () => ({ receipts: [plain.receiptOf(mine), plain.receiptOf({ round: 1, shard: 0, index: 0 })] }),
      /one fan has receipts with two marks/,
    ],
    [
      'a receipt that was back-dated: the roll has another mark there',
      () => ({ receipts: [plain.receiptOf(mine, { mark: ghost })] }),
      /the roll of round 0 does not have its mark at index 1 of shard 2/,
    ],
    [
      'a receipt of a join after the round was closed',
      () => ({ receipts: [plain.receiptOf(mine, { joinedAt: (plain.commitments[0]?.closedAt ?? 0) + 1001 })] }),
      /joined at .*, after the round was closed/,
    ],
  ])('%s', async (_, tampered, words) => {
    const { status, text } = await checked(plain, tampered());
    expect(text).toMatch(words);
    expect(status).toBe(1);
  });
});

describe('the commitments', () => {
  test.each<[string, () => [SampleLine, Tampered], RegExp]>([
    [
      'one that was replaced, beside the one that was kept',
      () => {
        const other = { ...(plain.commitments[0] as RollCommitment), committedAt: 1_800_000_009_999 };
        return [plain, { files: { '/lines/plain/rolls/0.changed.json': other } }];
      },
      /two commitments to the roll of round 0 were given, and they differ/,
    ],
    [
      'one that was replaced',
      () => [plain, withCommitment(plain, 0, { size: 9 })],
      /the commitment to round 1 does not follow the one before it/,
    ],
    [
      'a broken chain',
      () => [plain, withCommitment(plain, 1, { before: 'ab'.repeat(32) })],
      /the commitment to round 1 does not follow the one before it/,
    ],
    [
      'one that is missing',
      () => [plain, { commitments: plain.commitments.slice(0, 1) }],
      /round 1 is listed, but the commitment to its roll is missing/,
    ],
    [
      'one that names another beacon than the rule',
      () => [mixed, committed(mixed, 0, { beacon: due + 1 })],
      new RegExp(`round 0 names the beacon's round ${due + 1}; ${due} is due`),
    ],
    [
      'one that was late',
      () => [mixed, committed(mixed, 0, { committedAt: outAt })],
      /round 0 was committed to at .*, when its beacon was out already/,
    ],
    [
      'one that a board did not have when its beacon was out',
      () => {
        const head = headOf(mixed.line, mixed.ledger, []);
        return [mixed, { heads: [{ ...head, seenAt: outAt + 2000, at: outAt + 1000 }] }];
      },
      /did not have the commitment to round 0 yet, whose beacon was out/,
    ],
    [
      'one of a lobby that was closed before its doors',
      () => {
        const times = { closedAt: plain.line.opensAt - 600_000, committedAt: plain.line.opensAt - 590_000 };
        const { sheets = [] } = withSheet(plain, 0, { closedAt: times.closedAt });
        return [plain, { ...committed(plain, 0, times), sheets }];
      },
      /round 0 says that it was closed before its doors/,
    ],
    [
      'one that was written before the one that it follows',
      () => {
        const times = { closedAt: plain.line.opensAt - 600_000, committedAt: plain.line.opensAt - 590_000 };
        const { sheets = [] } = withSheet(plain, 1, { closedAt: times.closedAt });
        return [plain, { ...committed(plain, 1, times), sheets }];
      },
      /round 1 says that it was committed to before it was closed, or either of them before a round that it follows/,
    ],
    [
      'one of a round that was closed before the one that it follows',
      () => {
        const closedAt = plain.line.opensAt - 600_000;
        const { sheets = [] } = withSheet(plain, 1, { closedAt });
        return [plain, { ...committed(plain, 1, { closedAt }), sheets }];
      },
      /round 1 says that it was committed to before it was closed, or either of them before a round that it follows/,
    ],
    [
      'for one place: its own, though the round is listed',
      () => [
        plain,
        {
          receipts: [plain.receiptOf({ round: 1, shard: 0, index: 0 })],
          commitments: plain.commitments.slice(0, 1),
        },
      ],
      /round 1 is listed, but the commitment to its roll is missing/,
    ],
    [
      'for one place: its whole round is gone, and a head with it was kept',
      () => {
        const commitments = plain.commitments.slice(0, 1);
        const ofLobby = <One extends { readonly round: number }>(all: readonly One[]) =>
          all.filter(({ round }) => round === 0);
        return [
          plain,
          {
            ...{ commitments, banks: ofLobby(plain.banks), tiles: ofLobby(plain.tiles), sheets: ofLobby(plain.sheets) },
            rounds: [{ v: 1, onSale: plain.line.onSale, spans: [[0, 0]] }],
            board: { ...plain.board, drawn: 8, ledger: headOf(plain.line, plain.ledger, commitments) },
            receipts: [plain.receiptOf({ round: 1, shard: 0, index: 0 })],
            heads: [{ ...plain.board.ledger, seenAt: 5 }],
          },
        ];
      },
      /the board showed 2 commitments; there are 1/,
    ],
    [
      'a promise of another beacon than the rule’s',
      () => [mixed, { line: { ...mixed.line, beacon: { ...mixed.beacon.chain, lobby: due + 7, patienceMs } } }],
      /the beacon that line.json promises for the lobby of round 0 is not the one that is due/,
    ],
  ])('%s', async (_, tampered, words) => {
    const { status, text } = await checked(...tampered());
    expect(text).toMatch(words);
    expect(status).toBe(1);
  });
});

describe('the draws', () => {
  const untold = { unproved: 'it could not be had' };
  const late = outAt + patienceMs;
  const forger = sampleLine('forger', { rounds: [] }).beacon;
  test.each<[string, () => [SampleLine, Tampered], RegExp]>([
    [
      'a sheet that is listed and missing',
      () => [plain, { sheets: plain.sheets.slice(0, -1) }],
      /a draw sheet of round 1 is missing, though the round is listed/,
    ],
    [
      'a sheet of one bank of several that is missing',
      () => [plain, { sheets: plain.sheets.filter(({ bank }) => bank !== 1) }],
      /a draw sheet of round 0 is missing/,
    ],
    [
      'a line without tiers that jumps to the lobby of one',
      () => {
        const rounds = [...two.slice(0, 1), { round: 65_536, counts: [2] }];
        return [sampleLine('jumping', { rounds, withBeacon: false, withTiers: false }), {}];
      },
      /round 65536 would be the lobby of a tier that line.json does not promise/,
    ],
    [
      'sheets of one round that differ in the seed',
      () => [plain, { sheets: plain.sheets.map((one) => (one.bank === 1 ? { ...one, seed: 'ab'.repeat(32) } : one)) }],
      /two sheets of round 0 were given, and they differ/,
    ],
    [
      'or the offset',
      () => [plain, { sheets: plain.sheets.map((one) => (one.bank === 1 ? { ...one, offset: 4 } : one)) }],
      /two sheets of round 0 were given, and they differ/,
    ],
    [
      'or the size',
      () => [plain, { sheets: plain.sheets.map((one) => (one.bank === 1 ? { ...one, size: 9 } : one)) }],
      /two sheets of round 0 were given, and they differ/,
    ],
    [
      'an offset that is wrong',
      () => [plain, withSheet(plain, 1, { offset: 7 })],
      /round 1 begins after 7 places, but/,
    ],
    [
      'a seed that is not of the chain',
      () => [plain, withSheet(plain, 1, { seed: 'ab'.repeat(32) })],
      /the seed of round 1 does not hash to the one before it/,
    ],
    [
      'a draw before its round was closed',
      () => [plain, withSheet(plain, 1, { drawnAt: sheetOf(plain, 1).closedAt - 1 })],
      /round 1 says that it was drawn before it was closed/,
    ],
    [
      'a draw before its beacon was out',
      () => [mixed, withSheet(mixed, 0, { drawnAt: outAt - 1 })],
      /round 0 says that it was drawn before it was closed/,
    ],
    [
      'a beacon of another round',
      () => [mixed, withSheet(mixed, 0, { beacon: mixed.beacon.at(due + 1) })],
      new RegExp(`round 0 used the beacon's round ${due + 1}; ${due} was promised`),
    ],
    [
      'a forged beacon',
      () => [mixed, withSheet(mixed, 0, { beacon: forger.at(due) })],
      /the beacon of round 0 is not signed by the public beacon/,
    ],
    [
      'a beacon that takes the name of the public one',
      () => [
        mixed,
        {
          line: {
            ...mixed.line,
            beacon: { ...mixed.beacon.chain, chainHash: quicknetHash, lobby: due, patienceMs },
          },
        },
      ],
      /takes the name or the key of a known one, 52db9ba7/,
    ],
    [
      'a beacon whose randomness was made up',
      () => [
        mixed,
        withSheet(mixed, 0, { beacon: { ...(sheetOf(mixed, 0).beacon as Beacon), randomness: 'ab'.repeat(32) } }),
      ],
      /the randomness of round 0 is not the hash/,
    ],
    [
      'a draw without the beacon that was promised',
      () => [mixed, { sheets: mixed.sheets.map(({ beacon: _, ...sheet }) => sheet) }],
      /round 0 was drawn without the beacon that line.json promises/,
    ],
    [
      'a draw that is unproved, as the ledger says',
      () => {
        const rounds = [{ round: 0, counts: [3, 0, 2], ...untold }];
        return [sampleLine('honest', { rounds, withTiers: false }), {}];
      },
      /the draw of round 0 is unproved: it went on without its beacon, so/,
    ],
    [
      'a draw that is unproved, and the ledger is silent',
      () => [mixed, withSheet(mixed, 0, { beacon: untold, drawnAt: late })],
      /the draw of round 0 is unproved: it went on without its beacon, and the ledger does not say so/,
    ],
    [
      'a draw that went on too early',
      () => [mixed, withSheet(mixed, 0, { beacon: untold, drawnAt: late - 1 })],
      /round 0 went on without its beacon before the promised patience was over/,
    ],
  ])('%s', async (_, tampered, words) => {
    const { status, text } = await checked(...tampered());
    expect(text).toMatch(words);
    expect(status).toBe(1);
  });
});
