import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../../contracts/ledger.ts';
import type { BeaconChain, DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import { positionOf } from '../../../rules/draw.ts';
import { checkLine } from '../../../verify/src/check-line.ts';
import { type SampleLine, sampleLine } from '../../verify/sample-line.ts';

/* A stranger reads docs/fairness.md and believes only what their own tools say. */

const page = readFileSync(join(import.meta.dirname, '../../../docs/fairness.md'), 'utf8');
const blocks = (info: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map(([, text = '']) => text);
const [line] = blocks('json line').map((text) => JSON.parse(text) as LineFile);
const sheets = blocks('json sheet').map((text) => JSON.parse(text) as DrawSheet);
const [receipt = ''] = blocks('text receipt');

test('the receipt is signed with the key of the promise', () => {
  const [kind, payload, signature = ''] = receipt.split('.');
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const key = Buffer.concat([prefix, Buffer.from(line?.receiptKey ?? '', 'base64url')]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from(`${kind}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('seeds chain and counts add up', () => {
  let before = line?.chain.anchor;
  let offset = 0;
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) {
    expect(createHash('sha256').update(Buffer.from(sheet.seed, 'hex')).digest('hex')).toBe(before);
    expect(sheet.size).toBe(sheet.counts.reduce((sum, count) => sum + count, 0));
    expect(sheet.offset).toBe(offset);
    before = sheet.seed;
    offset += sheet.size;
  }
});

test('the positions of the table are those of an independent shuffle, and ours', () => {
  const rows = [...page.matchAll(/^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(([, ...cells]) =>
    cells.map(Number),
  );
  expect(rows).toHaveLength(8);
  for (const [round = -1, shard = -1, index = -1, position] of rows) {
    const sheet = sheets[round] as DrawSheet;
    const at = sheet.counts.slice(0, shard).reduce((sum, count) => sum + count, index);
    const shuffle = new independent.ComputeShuffledIndex(Buffer.from(sheet.seed, 'hex'), sheet.size, 90);
    expect([sheet.offset + 1 + shuffle.get(at), positionOf(sheet, { shard, index })]).toEqual([position, position]);
  }
  const place = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()) as Place;
  expect(positionOf(sheets[place.round] as DrawSheet, place)).toBe(6);
  expect(page).toContain('the position is\n5 + 1 + 0 = **6**');
});

const [ledger] = blocks('json ledger').map((text) => JSON.parse(text) as Ledger);
const [chain] = blocks('json beacon').map((text) => JSON.parse(text) as BeaconChain);
const [mixed] = blocks('json sheet with a beacon').map((text) => JSON.parse(text) as DrawSheet);

test('the ledger chains from the anchor, in bytes as said', () => {
  let head = line?.chain.anchor ?? '';
  for (const { text, hash } of ledger?.entries ?? []) {
    head = createHash('sha256').update(`${head}${text}`).digest('hex');
    expect(hash).toBe(head);
  }
  const first = Buffer.byteLength(ledger?.entries[0]?.text ?? '');
  expect(page).toContain(`The first hash is over ${64 + first} bytes`);
  expect(page).toContain(`and ${first} bytes of text`);
});

test('the draw with a beacon comes out as said, and holds in every check', () => {
  const { seed, beacon, size, counts } = mixed as DrawSheet;
  const randomness = beacon && 'randomness' in beacon ? beacon.randomness : '';
  const together = createHash('sha256')
    .update(Buffer.from(seed + randomness, 'hex'))
    .digest();
  expect(page).toContain(`SHA-256(seed ‖ randomness) is \`${together.toString('hex')}\``);
  const shuffle = new independent.ComputeShuffledIndex(together, size, 90);
  const positions = Array.from({ length: size }, (_, index) => 1 + shuffle.get(index));
  expect(page).toContain(`the order of the table above, get the positions **${positions.join(', ')}**`);
  const ours = counts.flatMap((count, shard) =>
    Array.from({ length: count }, (_, index) => positionOf(mixed as DrawSheet, { shard, index })),
  );
  expect(ours).toEqual(positions);
  const promise = { ...(line as LineFile), beacon: chain as BeaconChain };
  const { findings } = checkLine({ line: promise, sheets: [mixed as DrawSheet], ledger });
  expect(findings.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
  expect(findings.find(({ check }) => check === 'beacon')?.outcome).toBe('ok');
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

(hasPython ? describe : describe.skip)('the verifier of the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-fairness-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const sample = sampleLine();
  const verifier = join(folder, 'verify.py');
  writeFileSync(verifier, blocks('python')[0] ?? '');
  const run = (given: string, files: readonly unknown[]): string => {
    const names = files.map((file, at) => {
      const name = join(folder, `${at}.json`);
      writeFileSync(name, JSON.stringify(file));
      return name;
    });
    return execFileSync('python3', [verifier, given, ...names], { encoding: 'utf8', stdio: 'pipe' }).trim();
  };

  test('finds the position of the worked example', () => {
    expect(run(receipt, [line, ...sheets, ledger])).toBe('6');
  });

  test('and those of a line with tiers, a beacon, one that was missed, and a ledger, as ours does', () => {
    const files = [sample.line, sample.rounds, sample.ledger, sample.board, ...sample.sheets];
    for (const place of [
      { round: 0, shard: 2, index: 7 },
      { round: 2, shard: 1, index: 0 },
      { round: 65_536, shard: 3, index: 11 },
    ]) {
      const mine = sample.receiptOf(place);
      expect(run(mine, files)).toBe(`${checkLine(sample, mine).position}`);
    }
  });

  test.each<[string, (sample: SampleLine) => readonly unknown[], RegExp]>([
    ['a sheet is missing', ({ sheets: all }) => all.slice(1), /missing/],
    [
      'a seed was changed',
      ({ sheets: [first, ...rest] }) => [{ ...first, seed: 'ab'.repeat(32) }, ...rest],
      /seed of round 0/,
    ],
    [
      'another beacon was taken',
      ({ sheets: [first, ...rest], beacon }) => [{ ...first, beacon: beacon.at(5) }, ...rest],
      /round 0 took another beacon/,
    ],
    [
      'an entry was changed',
      ({ sheets: all, ledger: told }) => [
        ...all,
        { ...told, entries: told.entries.map((entry) => ({ ...entry, text: entry.text.replace('"n":3', '"n":4') })) },
      ],
      /entry 3 was tampered with/,
    ],
  ])('says so when %s', (_, files, words) => {
    const given = files(sample);
    expect(() =>
      run(sample.receiptOf({ round: 0, shard: 0, index: 0 }), [sample.line, sample.rounds, ...given]),
    ).toThrow(words);
  });
});
