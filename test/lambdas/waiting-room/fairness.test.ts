import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { expect, test } from '@jest/globals';
import type { DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import { positionOf } from '../../../lambdas/waiting-room/draw.ts';

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
