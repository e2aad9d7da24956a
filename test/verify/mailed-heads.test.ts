import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SeenHeads } from '../../contracts/heads.ts';
import { headText } from '../../rules/head-text.ts';
import { run } from '../../verify/src/cli.ts';
import { disk } from '../../verify/src/disk.gateway.ts';
import { recognise } from '../../verify/src/recognise.ts';
import { site } from '../../verify/src/site.gateway.ts';
import { publishedFiles } from './published-files.ts';
import { sampleLine, usualRounds } from './sample-line.ts';

const sample = sampleLine('sample', { rounds: usualRounds.slice(0, 3) });
const head = headText(sample.board);
const other = head.replace(sample.board.ledger.head, 'ab'.repeat(32));
const url = (of: string) => `https://tickets.example.org/ledger?on-sale=sample#head=${of}`;

/** As a reader's mail program saves it: the stamp of their own server first, then those of whoever sent it. */
const saved = (of: string) =>
  [
    'Received: from mx.theatre.example (mx.theatre.example [192.0.2.1])',
    '\tby mail.example.org with ESMTPS id 4;',
    '\tFri, 15 Jan 2027 08:00:05 +0000 (UTC)',
    'Received: from inside; Fri, 15 Jan 2027 07:00:00 +0000',
    'Date: Fri, 15 Jan 2027 07:00:00 +0000',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `Keep this mail. ${url(of).replace('#head=', '#head=3D').slice(0, 75)}=`,
    url(of).replace('#head=', '#head=3D').slice(75),
  ].join('\r\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stampede-mailed-'));
  for (const [at, text] of [...publishedFiles(sample).values()].entries())
    writeFileSync(join(folder, `${at}.json`), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function asked(...args: string[]): Promise<{ readonly status: number; readonly text: string }> {
  const said: string[] = [];
  const status = await run(args, { disk, site, now: () => 0, say: (line) => said.push(line) });
  return { status, text: said.join('\n') };
}

function inFile(text: string): string {
  const path = join(folder, 'mail.eml');
  writeFileSync(path, text);
  return path;
}

describe('a head that a mail brought', () => {
  test.each([
    ['the word itself', (of: string) => of],
    ['its address', url],
    ['a file with the copied line', (of: string) => inFile(`Keep this mail: ${url(of)}\n`)],
    ['a saved mail', (of: string) => inFile(saved(of))],
  ])('is taken as %s, and held against the files', async (_, given) => {
    rmSync(join(folder, 'mail.eml'), { force: true });
    const well = await asked(given(head), folder);
    expect(well.text).toContain('✓ Every head kept from before is that of these files');
    // Nothing is wrong; and the beacon of this line is one that anybody could have made.
    expect(well.status).toBe(3);
    rmSync(join(folder, 'mail.eml'), { force: true });
    const wrong = await asked(given(other), folder);
    expect(wrong.text).toContain('they were written anew');
    expect(wrong.status).toBe(1);
  });

  test('is as early as the stamp of the reader’s own server says, and never as the mail itself does', () => {
    const [seen] = (recognise(saved(head)) as { readonly file: SeenHeads }).file.heads;
    expect(seen?.seenAt).toBe(Date.UTC(2027, 0, 15, 8, 0, 5));
    expect((recognise(head) as { readonly file: SeenHeads }).file.heads[0]?.seenAt).toBeUndefined();
  });

  test('of two lines in one file is no file of heads', () => {
    expect(recognise(`${head} ${head.replace('sample', 'other')}`)).toEqual({ kind: 'damaged', as: 'heads' });
  });
});
