import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../../contracts/ledger.ts';
import type { Beacon, Board, DrawSheet, LineFile, Place, Rounds } from '../../../contracts/line.ts';
import type { RollBank, RollCommitment, RollTile } from '../../../contracts/roll.ts';
import { toBase64 } from '../../../rules/checkpoint.ts';
import { positionOf } from '../../../rules/draw.ts';
import { MerkleTree } from '../../../rules/merkle.ts';
import { boardHead } from '../../../rules/roll.ts';
import { checkLine } from '../../../verify/src/check-line.ts';
import { publishedFiles } from '../../verify/published-files.ts';
import { type SampleLine, sampleLine } from '../../verify/sample-line.ts';

/* A stranger reads docs/fairness.md and believes only what their own tools say. */

const page = readFileSync(join(import.meta.dirname, '../../../docs/fairness.md'), 'utf8');
const blocks = (info: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map(([, text = '']) => text);
const all = <File>(kind: string) => blocks(`json ${kind}`).map((text) => JSON.parse(text) as File);
const [line] = all<LineFile>('line') as [LineFile];
const sheets = all<DrawSheet>('sheet');
const commitments = all<RollCommitment>('commitment');
const banks = all<RollBank>('bank');
const tiles = all<RollTile>('tile');
const rounds = all<Rounds>('rounds');
const ledger = all<Ledger>('ledger');
const [board] = all<Board>('board') as [Board];
const [receipt = ''] = blocks('text receipt');
const hash = (text: string) => createHash('sha256').update(text);

test('the receipt is signed with the key of the promise', () => {
  const [kind, payload, signature = ''] = receipt.split('.');
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const key = Buffer.concat([prefix, Buffer.from(line.receiptKey, 'base64url')]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from(`${kind}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('seeds chain and counts add up', () => {
  let before = line.chain.anchor;
  let offset = 0;
  for (const { round, size, banks: all } of commitments) {
    const own = sheets.filter((sheet) => sheet.round === round);
    expect(own).toHaveLength(all.length);
    for (const sheet of own) expect(sheet).toMatchObject({ size, offset, seed: own[0]?.seed });
    const seed = own[0]?.seed ?? '';
    expect(hash256(Buffer.from(seed, 'hex'))).toBe(before);
    expect(size).toBe(own.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0));
    before = seed;
    offset += size;
  }
});

const hash256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');

test('tiles are those of the banks, banks those of the commitments, in bytes as said', () => {
  const texts = (kind: string) => blocks(`json ${kind}`).map((text) => hash(text).digest('base64url'));
  expect(banks.flatMap((bank) => bank.tiles)).toEqual(texts('tile'));
  expect(commitments.flatMap((commitment) => commitment.banks)).toEqual(texts('bank'));
  let head = line.chain.anchor;
  for (const [at, text] of blocks('json commitment').entries()) {
    expect(commitments[at]).toMatchObject({ n: at + 1, before: head });
    head = hash(head + text).digest('hex');
    expect(page).toContain(`\`${head}\``);
  }
  expect(page).toContain(`the ${Buffer.byteLength(blocks('json commitment')[0] ?? '')} bytes of the first commitment`);
  expect(board.ledger.head).toBe(hash((ledger[0]?.entries.at(-1)?.hash ?? '') + head).digest('hex'));
  expect(page).toContain(`the 64 that begin with \`${head.slice(0, 8)}\``);
});

const seedOf = ({ seed, beacon }: DrawSheet) =>
  createHash('sha256')
    .update(Buffer.from(seed + (beacon as Beacon).randomness, 'hex'))
    .digest();

test('the positions of the table are those of an independent shuffle, and ours', () => {
  const rows = [...page.matchAll(/^\| (\d+) \| (\d+) \| (\d+) \| `([\w-]{22})` \| (\d+) \|$/gm)];
  expect(rows).toHaveLength(8);
  const { roll } = line;
  for (const [, ...cells] of rows) {
    const [round = -1, shard = -1, index = -1, , position] = cells.map(Number);
    const tile = tiles.find((one) => one.round === round && one.tile === Math.floor(shard / roll.tile));
    expect(tile?.shards[shard % roll.tile]?.[index]).toBe(cells[3]);
    const sheet = sheets.find((one) => one.round === round && one.bank === Math.floor(shard / roll.bank)) as DrawSheet;
    const at = sheet.counts.slice(0, shard % roll.bank).reduce((sum, count) => sum + count, sheet.before + index);
    const shuffle = new independent.ComputeShuffledIndex(seedOf(sheet), sheet.size, 90);
    const ours = positionOf(sheet, { shard, index }, roll);
    expect([sheet.offset + 1 + shuffle.get(at), ours]).toEqual([position, position]);
  }
  const place = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()) as Place;
  const own = sheets.find(({ round }) => round === place.round) as DrawSheet;
  expect(positionOf(own, place, roll)).toBe(6);
  expect(page).toContain('the position is\n5 + 1 + 0 = **6**');
  expect(page).toContain(`SHA-256(seed ‖ randomness) is\n\`${seedOf(own).toString('hex')}\``);
});

test('the draw without its beacon would have been another, as said', () => {
  const [{ seed, size }] = sheets as [DrawSheet];
  const shuffle = new independent.ComputeShuffledIndex(Buffer.from(seed, 'hex'), size, 90);
  const positions = Array.from({ length: size }, (_, index) => 1 + shuffle.get(index));
  expect(page).toContain(`would have got the positions **${positions.join(', ')}**`);
  expect(page).toContain(`not with\n\`${seedOf(sheets[0] as DrawSheet).toString('hex')}\``);
});

test('the ledger chains from the anchor, in bytes as said', () => {
  let head = line.chain.anchor;
  for (const { text, hash: said } of ledger[0]?.entries ?? []) {
    head = hash(`${head}${text}`).digest('hex');
    expect(said).toBe(head);
  }
  const first = Buffer.byteLength(ledger[0]?.entries[0]?.text ?? '');
  expect(page).toContain(`The first hash is over ${64 + first} bytes`);
  expect(page).toContain(`and ${first}\nbytes of text`);
});

test('the worked example holds in every check', () => {
  const files = {
    line,
    commitments,
    banks,
    tiles,
    sheets,
    rounds,
    ledger,
    board,
    accepted: line.beacon && [line.beacon],
  };
  const outcomes = [checkLine(files), checkLine(files, receipt)].flatMap(({ findings }) => findings);
  expect(outcomes.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  expect(outcomes.map(({ check }) => check)).toEqual(expect.arrayContaining(['beacon', 'mark', 'rolls', 'positions']));
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

(hasPython ? describe : describe.skip)('the verifier of the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-fairness-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const sample = sampleLine();
  const verifier = join(folder, 'verify.py');
  writeFileSync(verifier, blocks('python')[0] ?? '');
  const run = (given: string, files: readonly string[]): string => {
    const names = files.map((text, at) => {
      const name = join(folder, `${at}.json`);
      writeFileSync(name, text);
      return name;
    });
    return execFileSync('python3', [verifier, given, ...names], { encoding: 'utf8', stdio: 'pipe' }).trim();
  };

  test('finds the position of the worked example', () => {
    const kinds = ['line', 'tile', 'bank', 'commitment', 'rounds', 'sheet', 'ledger', 'board'];
    expect(
      run(
        receipt,
        kinds.flatMap((kind) => blocks(`json ${kind}`)),
      ),
    ).toBe('6');
  });

  test('and those of a line with tiers, banks, a beacon and a ledger, as ours does', () => {
    const files = [...publishedFiles(sample).values()];
    for (const place of [
      { round: 0, shard: 5, index: 6 },
      { round: 2, shard: 1, index: 0 },
      { round: 65_536, shard: 3, index: 11 },
    ]) {
      const mine = sample.receiptOf(place);
      expect(run(mine, files)).toBe(`${checkLine(sample, mine).position}`);
    }
  });

  test.each<[string, (sample: SampleLine) => Partial<SampleLine>, RegExp]>([
    ['a sheet is missing', ({ sheets: all }) => ({ sheets: all.slice(0, -1) }), /missing/],
    [
      'a seed was changed',
      ({ sheets: all }) => ({
        sheets: all.map((sheet) => (sheet.round === 0 ? { ...sheet, seed: 'ab'.repeat(32) } : sheet)),
      }),
      /seed of round 0/,
    ],
    [
      'another beacon was taken',
      ({ sheets: all, beacon }) => ({
        sheets: all.map((sheet) => (sheet.round === 0 ? { ...sheet, beacon: beacon.at(5) } : sheet)),
      }),
      /round 0 took another beacon/,
    ],
    [
      'a draw went on without its beacon',
      ({ sheets: all }) => ({
        sheets: all.map((sheet) => (sheet.round === 1 ? { ...sheet, beacon: { unproved: 'it was out' } } : sheet)),
      }),
      /draw of round 1 is unproved/,
    ],
    [
      'an entry was changed',
      ({ ledger: told }) => ({
        ledger: told.map((segment) => ({
          ...segment,
          entries: segment.entries.map((entry) => ({ ...entry, text: entry.text.replace('"n":3', '"n":4') })),
        })),
      }),
      /entry 3 was tampered with/,
    ],
    [
      'the ledger is shorter than the board says',
      ({ ledger: told }) => ({ ledger: told.map((one) => ({ ...one, entries: one.entries.slice(0, -1) })) }),
      /shorter than the board says/,
    ],
    [
      'a ghost was put into a tile',
      ({ tiles: all }) => ({
        tiles: all.map((tile, at) => (at === 0 ? { ...tile, shards: [['A'.repeat(22)], []] } : tile)),
      }),
      /tile 0 of round 0 is not the one committed to/,
    ],
    [
      'a commitment was replaced',
      ({ commitments: all }) => ({ commitments: all.map((one, at) => (at === 0 ? { ...one, closedAt: 5 } : one)) }),
      /commitment to round 1 is not of the chain/,
    ],
  ])('says so when %s', (_, tampered, words) => {
    const files = [...publishedFiles({ ...sample, ...tampered(sample) }).values()];
    expect(() => run(sample.receiptOf({ round: 0, shard: 0, index: 0 }), files)).toThrow(words);
  });

  test('the log of heads is of these files, and its checkpoints are of the log', () => {
    const { n, rolls, head } = sample.board.ledger;
    const first = `0 0 ${boardHead(sample.line.chain.anchor, sample.line.chain.anchor)}`;
    const logged = (leaves: readonly string[], signed = leaves) => {
      const tree = new MerkleTree();
      for (const leaf of signed) tree.append(leaf);
      const note = (size: number) =>
        `host/lines/sample\n${size}\n${toBase64(tree.root(size))}\n\n— host/lines/sample AAAA\n`;
      return [
        JSON.stringify({ v: 1, onSale: 'sample', segment: 0, leaves }),
        JSON.stringify({ v: 1, onSale: 'sample', note: note(3), cosigned: [{ lobbies: 0, note: note(2) }] }),
      ];
    };
    const leaves = [first, first, `${n} ${rolls} ${head}`];
    const mine = sample.receiptOf({ round: 0, shard: 0, index: 0 });
    const files = [...publishedFiles(sample).values()];
    expect(run(mine, [...files, ...logged(leaves)])).toBe(`${checkLine(sample, mine).position}`);
    expect(() => run(mine, [...files, ...logged(leaves, [...leaves].reverse())])).toThrow(
      /checkpoint is of another log/,
    );
    const other = [first, first, `${n} ${rolls} ${'ab'.repeat(32)}`];
    expect(() => run(mine, [...files, ...logged(other)])).toThrow(/the log has another head/);
  });

  test('a receipt that was back-dated is not in the roll', () => {
    const mark = 'A'.repeat(22);
    const forged = sample.receiptOf({ round: 0, shard: 0, index: 0 }, { mark });
    expect(() => run(forged, [...publishedFiles(sample).values()])).toThrow(/the place is not in the roll/);
  });
});
