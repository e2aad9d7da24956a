import { createHash } from 'node:crypto';
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { describe, expect, test } from '@jest/globals';
import type { Check, Fault } from '../../contracts/findings.ts';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import type { Beacon, DrawSheet } from '../../contracts/line.ts';
import { isBeaconOf } from '../../verify/src/beacon.ts';
import { checkLine, type LineFiles } from '../../verify/src/check-line.ts';
import fc from '../properties.ts';
import { headOf, ledgerOf, sampleLine, usualRounds } from './sample-line.ts';

/* Long because each published file of a line is tampered with in each way that the verifier must name. */

const sample = sampleLine();
const { line, sheets, receiptOf } = sample;
const files: LineFiles = sample;
/** Pairings and long chains take their time: where neither is the point, a line without does. */
const plain = sampleLine('plain', { withBeacon: false });
const small = sampleLine('small', { rounds: usualRounds.slice(0, 3), withBeacon: false });
const mine = { round: 65_537, shard: 1, index: 2 };

const wholePlain = {
  ...{ commitments: 'ok', rolls: 'ok', counts: 'ok', seeds: 'ok', positions: 'ok' },
  ...{ ledger: 'ok', board: 'ok', called: 'ok' },
};

const outcomes = (given: LineFiles, ...receipt: readonly string[]) =>
  Object.fromEntries(checkLine(given, ...receipt).findings.map(({ check, outcome }) => [check, outcome]));
const faultsOf = (given: LineFiles, ...receipt: readonly string[]): readonly Fault[] =>
  checkLine(given, ...receipt).findings.flatMap((finding) => (finding.outcome === 'wrong' ? finding.faults : []));
const lackOf = (check: Check, given: LineFiles, ...receipt: readonly string[]) =>
  checkLine(given, ...receipt)
    .findings.map((one) => (one.check === check && one.outcome === 'unchecked' ? one.lack : ''))
    .join('');
const sheetOf = (round: number) => sheets.find((sheet) => sheet.round === round) as DrawSheet;
const seedWith = (beacon: Beacon, seed: string) =>
  createHash('sha256')
    .update(Buffer.from(seed + beacon.randomness, 'hex'))
    .digest();

describe('a line that is as it should be', () => {
  test('holds in every check, whole', () => {
    expect(outcomes(files)).toEqual({ ...wholePlain, beacon: 'ok' });
    expect(checkLine(files).trusted).toBe(false);
  });

  test('holds for one receipt, whose position is that of an independent shuffle', () => {
    const verdict = checkLine(files, receiptOf(mine));
    expect(verdict.findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    const { seed, beacon, size, offset } = sheetOf(mine.round);
    const shuffle = new independent.ComputeShuffledIndex(seedWith(beacon as Beacon, seed), size, 90);
    expect(verdict.position).toBe(offset + 1 + shuffle.get(1 + 2));
  });

  test('gives everybody a position of their own, receipt by receipt', () => {
    const positions = small.sheets.flatMap(({ round, bank, counts }) =>
      counts.flatMap((count, at) =>
        Array.from({ length: count }, (_, index) => {
          const shard = bank * line.roll.bank + at;
          return checkLine(small, small.receiptOf({ round, shard, index })).position;
        }),
      ),
    );
    expect(positions.sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: positions.length }, (_, at) => at + 1),
    );
  });

  test('without a beacon is checked all the same, and is trusted', () => {
    expect(outcomes(plain)).toEqual(wholePlain);
    expect(checkLine(plain).trusted).toBe(true);
    expect(checkLine(plain, plain.receiptOf(mine)).trusted).toBe(true);
  });
});

test('a real beacon of drand’s quicknet is recognised, and no other signature', () => {
  const publicKey =
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';
  const real: Beacon = {
    round: 1000,
    randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
    signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  };
  expect(isBeaconOf({ publicKey }, real)).toBe(true);
  expect(isBeaconOf({ publicKey }, { ...real, round: 1001 })).toBe(false);
  expect(isBeaconOf({ publicKey }, sample.beacon.at(1000))).toBe(false);
  expect(isBeaconOf({ publicKey }, { ...real, signature: 'b4'.repeat(48) })).toBe(false);
});

describe('a receipt', () => {
  const receipt = receiptOf(mine);
  test.each([
    [
      'with one letter changed',
      (): string => receipt.replace(/.(?=\.[^.]+$)/, (letter) => (letter === 'Q' ? 'g' : 'Q')),
    ],
    [
      'with a better place written into it',
      () => {
        const [, payload = '', signature] = receipt.split('.');
        const place = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
        return `r2.${Buffer.from(JSON.stringify({ ...place, round: 0, shard: 0, index: 0 })).toString('base64url')}.${signature}`;
      },
    ],
    ['of another line of the same name', () => sampleLine('sample').receiptOf(mine)],
  ])('%s is not the line’s', (_, forged) => {
    expect(['receipt-signature', 'receipt-unreadable']).toContain(faultsOf(files, forged())[0]?.fault);
  });

  test('that was made up is not told what it would be worth', () => {
    const verdict = checkLine(files, sampleLine('sample').receiptOf(mine));
    expect(verdict.position).toBeUndefined();
    expect(verdict.findings.map(({ check }) => check)).not.toContain('position');
  });

  test('of another on-sale, or for a place that was not counted, is said so', () => {
    expect(faultsOf(files, sampleLine('other').receiptOf(mine))).toEqual([
      { fault: 'receipt-elsewhere', onSale: 'other', given: 'sample' },
    ]);
    expect(faultsOf(files, receiptOf({ ...mine, index: 4 }))).toEqual([
      { fault: 'place-not-counted', ...mine, index: 4, count: 4 },
      { fault: 'mark-elsewhere', ...mine, index: 4 },
    ]);
  });

  test('is never a fault of the program, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.base64String(), (head, payload) => {
        expect(faultsOf(files, head).length).toBeGreaterThan(0);
        expect(faultsOf(files, `r2.${payload.replace(/=/g, '')}.${'A'.repeat(86)}`).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a draw sheet that was tampered with is found, and named', () => {
  const changed = (hex: string) => hex.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));

  const cheapest = (round: number) => (round < 2 ? small : plain);
  const plainSheet = (round: number) => cheapest(round).sheets.find((sheet) => sheet.round === round) as DrawSheet;
  const withPlainSheet = (round: number, change: Partial<DrawSheet>): LineFiles => ({
    ...cheapest(round),
    sheets: cheapest(round).sheets.map((sheet) => {
      const { counts, ...ofRound } = change;
      if (sheet.round !== round) return sheet;
      return { ...sheet, ...ofRound, ...(counts && sheet.bank === 0 && { counts }) };
    }),
  });

  test.each(usualRounds.map(({ round }) => round))('round %i: seed, counts, size or offset', (round) => {
    const sheet = plainSheet(round);
    expect(faultsOf(withPlainSheet(round, { seed: changed(sheet.seed) }))).toContainEqual({ fault: 'seed', round });
    const counts = [(sheet.counts[0] ?? 0) + 1, ...sheet.counts.slice(1)];
    const named = faultsOf(withPlainSheet(round, { counts }));
    expect(named).toContainEqual(expect.objectContaining({ fault: 'size', round }));
    expect(named).toContainEqual({ fault: 'sheet-counts', round, bank: 0 });
    expect(faultsOf(withPlainSheet(round, { offset: sheet.offset + 1 }))).toContainEqual(
      expect.objectContaining({ fault: 'offset', round }),
    );
    // A place is slipped in, and all of the sheet is made to fit: the roll gives it away.
    expect(faultsOf(withPlainSheet(round, { counts, size: sheet.size + 1 }))).toContainEqual({
      fault: 'sheet-roll',
      round,
    });
  });

  /** The lobby and a round, both with a beacon: two pairings. */
  const mixed = sampleLine('mixed', { rounds: usualRounds.slice(0, 2) });
  const mixedSheet = (round: number) => mixed.sheets.find((sheet) => sheet.round === round) as DrawSheet;
  const withMixed = (round: number, change: Partial<DrawSheet>): LineFiles => ({
    ...mixed,
    sheets: mixed.sheets.map((sheet) => (sheet.round === round ? { ...sheet, ...change } : sheet)),
  });

  test('the beacon is another round’s, not signed, made up, left out, or never promised', () => {
    const { beacon } = mixed;
    const other = beacon.at((mixedSheet(0).beacon as Beacon).round + 1);
    expect(faultsOf(withMixed(0, { beacon: other }))).toEqual([
      { fault: 'beacon-other', round: 0, taken: other.round, due: other.round - 1 },
    ]);
    const mineIs = mixedSheet(0).beacon as Beacon;
    expect(faultsOf(withMixed(0, { beacon: { ...mineIs, randomness: changed(mineIs.randomness) } }))).toEqual([
      { fault: 'beacon-randomness', round: 0 },
    ]);
    const forged = sampleLine('forger', { rounds: [] }).beacon.at(mineIs.round);
    expect(faultsOf(withMixed(0, { beacon: forged }))).toEqual([{ fault: 'beacon-signature', round: 0 }]);
    const without = mixed.sheets.map(({ beacon, ...sheet }) => (sheet.round === 0 ? sheet : { ...sheet, beacon }));
    expect(faultsOf({ ...mixed, sheets: without as DrawSheet[] })).toEqual([{ fault: 'beacon-absent', round: 0 }]);
    const { beacon: _chain, ...unpromising } = mixed.line;
    expect(faultsOf({ ...mixed, line: unpromising }).map(({ fault }) => fault)).toContain('beacon-unpromised');
  });

  const withMixedBank = (change: Partial<DrawSheet>): LineFiles => ({
    ...small,
    sheets: small.sheets.map((sheet) => (sheet.bank === 1 ? { ...sheet, ...change } : sheet)),
  });

  test('two sheets of one round that differ', () => {
    const twice = { ...small, sheets: [...small.sheets, { ...plainSheet(1), drawnAt: 5 }] };
    expect(faultsOf(twice)).toEqual([{ fault: 'sheets-differ', round: 1 }]);
    expect(faultsOf(withMixedBank({ offset: 3 }))).toContainEqual({ fault: 'sheets-differ', round: 0 });
    expect(faultsOf({ ...small, sheets: [...small.sheets, { ...plainSheet(1) }] })).toEqual([]);
  });

  test('a list of rounds that leaves rounds out', () => {
    const spans = [
      [1, 2],
      [65_536, 65_537],
    ] as const;
    expect(faultsOf({ ...plain, rounds: [{ v: 1, onSale: 'plain', spans }] })).toEqual([
      { fault: 'list-hole', round: 1 },
      { fault: 'sheet-unlisted', round: 0 },
    ]);
  });

  test('no change to any number of a sheet goes unnoticed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...small.sheets),
        fc.constantFrom('counts', 'before', 'size', 'offset', 'seed', 'round', 'bank' as const),
        fc.nat({ max: 1000 }),
        (sheet, field, by) => {
          const value = sheet[field as 'size'] as unknown;
          const change =
            typeof value === 'number'
              ? value + by + 1
              : typeof value === 'string'
                ? changed(value)
                : (value as number[]).map((count, at) => count + (at === by % (value as number[]).length ? 1 : 0));
          const given = {
            ...small,
            sheets: small.sheets.map((one) => (one === sheet ? { ...one, [field]: change } : one)),
          };
          expect(faultsOf(given).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what was not given is not held to be right', () => {
  test('for one place, a missing sheet leaves completeness open, and nothing wrong', () => {
    for (const { round: left } of usualRounds.slice(0, -1)) {
      const given = { ...plain, sheets: plain.sheets.filter(({ round }) => round !== left) };
      const open = checkLine(given, plain.receiptOf(mine)).findings.filter(({ outcome }) => outcome !== 'ok');
      expect(open).toEqual([{ check: 'counts', outcome: 'unchecked', lack: 'some-sheets' }]);
    }
  });

  test('without any of the rolls, the draws are checked and the rolls are open', () => {
    const { commitments: _, banks: __, tiles: ___, ...rest } = sample;
    expect(outcomes(rest)).toEqual({
      ...{ ...wholePlain, commitments: 'unchecked', rolls: 'unchecked', counts: 'unchecked' },
      ...{ beacon: 'unchecked', board: 'unchecked' },
    });
    expect(outcomes({ ...sample, tiles: [] })).toMatchObject({ commitments: 'ok', rolls: 'unchecked', counts: 'ok' });
  });

  test('without the promise the position is computed all the same', () => {
    const { line: _, ...rest } = files;
    const verdict = checkLine(rest, receiptOf(mine));
    expect(verdict.position).toBe(checkLine(files, receiptOf(mine)).position);
    expect(outcomes(rest, receiptOf(mine))).toMatchObject({
      receipt: 'unchecked',
      place: 'ok',
      position: 'ok',
      seeds: 'unchecked',
      beacon: 'unchecked',
      ledger: 'unchecked',
    });
  });

  test('a receipt and its own sheet alone', () => {
    const given = { line, sheets: [sheetOf(mine.round)], accepted: sample.accepted };
    expect(outcomes(given, receiptOf(mine))).toEqual({
      receipt: 'ok',
      place: 'ok',
      mark: 'unchecked',
      commitments: 'unchecked',
      counts: 'unchecked',
      seeds: 'ok',
      beacon: 'unchecked',
      position: 'ok',
      ledger: 'unchecked',
      board: 'unchecked',
    });
  });

  test('a receipt looks itself up with commitment, bank and tile alone', () => {
    const given = {
      line,
      sheets: [],
      commitments: sample.commitments.filter(({ round }) => round === mine.round),
      banks: sample.banks.filter(({ round }) => round === mine.round),
      tiles: sample.tiles.filter(({ round }) => round === mine.round),
    };
    expect(outcomes(given, receiptOf(mine))).toMatchObject({ receipt: 'ok', mark: 'ok' });
    expect(lackOf('mark', { ...given, tiles: [] }, receiptOf(mine))).toBe('own-roll');
  });
});

describe('a ledger that was tampered with is found, and the entry is named', () => {
  const { line, ledger, board } = small;
  const files: LineFiles = small;
  const [segment] = ledger as [Ledger];
  const acts = segment.entries.map(({ text }) => JSON.parse(text) as LedgerLine);
  const withEntries = (entries: Ledger['entries']): LineFiles => ({ ...files, ledger: [{ ...segment, entries }] });
  const withText = (n: number, text: string) =>
    withEntries(segment.entries.map((entry, at) => (at === n - 1 ? { ...entry, text } : entry)));

  test.each(acts.map(({ n }) => n))('entry %i says something else', (n) => {
    const text = JSON.stringify({ ...acts[n - 1], reason: 'nothing to see here' });
    expect(faultsOf(withText(n, text))).toEqual([{ fault: 'entry-changed', n, text }]);
    expect(faultsOf(withText(n, 'burnt'))).toContainEqual({ fault: 'entry-unreadable', n, text: 'burnt' });
  });

  test.each(acts.slice(0, -1).map(({ n }) => n))('entry %i is taken out', (n) => {
    const named = faultsOf(withEntries(segment.entries.filter((_, at) => at !== n - 1)));
    expect(named).toContainEqual({ fault: 'entry-changed', n, text: segment.entries[n]?.text });
    expect(named).toContainEqual({ fault: 'entry-number', n, text: segment.entries[n]?.text });
  });

  test('all of it is written anew: the board had another head', () => {
    const anew = ledgerOf(
      line,
      acts.map((act) => ({ ...act, role: 'owner' })),
    );
    const shown = headOf(line, anew, small.commitments);
    expect(faultsOf({ ...files, ledger: anew })).toEqual([{ fault: 'head', ...board.ledger, hash: shown.head }]);
  });

  test('times that run backwards by more than clocks differ', () => {
    const second = acts[1] as LedgerLine;
    const back = (by: number) =>
      ledgerOf(
        line,
        acts.map((act, at) => ({ ...act, at: at === 2 ? second.at - by : act.at })),
      );
    expect(faultsOf({ ...files, ledger: back(60_000), board: undefined })).toEqual([]);
    const odd = back(60_001);
    expect(faultsOf({ ...files, ledger: odd, board: undefined })).toEqual([
      { fault: 'entry-time', n: 3, text: odd[0]?.entries[2]?.text },
    ]);
  });

  test('a turn of the sale that is told twice, or behind a later one', () => {
    const turns = (all: readonly (number | undefined)[]) =>
      ledgerOf(
        line,
        acts.map((act, at) => {
          const turn = all[at];
          return turn === undefined ? act : { ...act, act: 'selling-stopped', detail: { turn } };
        }),
      );
    expect(faultsOf({ ...files, ledger: turns([1, undefined, 3]), board: undefined })).toEqual([]);
    for (const wrong of [
      [1, undefined, 1],
      [2, undefined, 1],
    ]) {
      const odd = turns(wrong);
      expect(faultsOf({ ...files, ledger: odd, board: undefined })).toEqual([
        { fault: 'entry-turn', n: 3, text: odd[0]?.entries[2]?.text },
      ]);
    }
  });

  test('an act that this verifier does not know is an entry as any other', () => {
    const newer = acts.map((act, at) => (at === 2 ? { ...act, act: 'something-newer' as never } : act));
    expect(faultsOf({ ...files, ledger: ledgerOf(line, newer), board: undefined })).toEqual([]);
  });

  test('an older board is held against what it speaks of', () => {
    const older = (n: number, rolls: number) => {
      const some = [{ ...segment, entries: segment.entries.slice(0, n) }];
      return { ...board, ledger: headOf(line, some, small.commitments.slice(0, rolls)) };
    };
    expect(outcomes({ ...files, board: older(2, 1) }).board).toBe('ok');
    expect(outcomes({ ...files, board: older(0, 0) }).board).toBe('ok');
    expect(faultsOf({ ...files, board: { ...board, ledger: { ...board.ledger, n: 99 } } })).toEqual([
      { fault: 'ledger-short', n: 99, entries: 3 },
    ]);
  });

  test('of several segments, however they were read and kept', () => {
    const many = Array.from({ length: 230 }, (_, at) => ({ ...(acts[0] as LedgerLine), at: at * 1000 }));
    const long = ledgerOf(line, many);
    const told = (given: readonly Ledger[]) => faultsOf({ ...files, ledger: given, board: undefined });
    expect(long.map(({ entries }) => entries.length)).toEqual([100, 100, 30]);
    expect(told([...long].reverse())).toEqual([]);
    const younger = { ...(long[2] as Ledger), entries: long[2]?.entries.slice(0, 7) ?? [] };
    expect(told([...long, younger])).toEqual([]);
    expect(told([long[0] as Ledger, long[2] as Ledger])).toEqual([{ fault: 'segment-missing', segment: 1 }]);
    const other = ledgerOf(
      line,
      many.map((act, at) => (at === 150 ? { ...act, reason: 'another' } : act)),
    );
    expect(told([...long, other[1] as Ledger])).toEqual([{ fault: 'ledger-rewritten', n: 151 }]);
  });
});
