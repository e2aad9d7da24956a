import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { published } from '../../contracts/paths.ts';
import { buildVerifier } from '../../verify/build.ts';
import { run } from '../../verify/src/cli.ts';
import { disk } from '../../verify/src/disk.gateway.ts';
import { site } from '../../verify/src/site.gateway.ts';
import { sampleLine, usualRounds } from './sample-line.ts';

const sample = sampleLine('sample', { rounds: usualRounds.slice(0, 3) });
const receipt = sample.receiptOf({ round: 1, shard: 1, index: 1 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stampede-verify-'));
  mkdirSync(join(folder, 'rounds'));
  const { line, sheets, rounds, ledger, board } = sample;
  for (const [name, file] of Object.entries({ line, rounds, ledger, board })) write(`${name}.json`, file);
  for (const sheet of sheets) write(`rounds/${sheet.round}.json`, sheet);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, file: unknown) => writeFileSync(join(folder, name), JSON.stringify(file));

async function asked(...args: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  const said: string[] = [];
  const status = await run(args, { disk, site, say: (line) => void said.push(line) });
  return { status, text: said.join('\n') };
}

describe('stampede-verify', () => {
  test('checks a whole line from a folder', async () => {
    const { status, text } = await asked(folder);
    expect(text).toContain('✓ Every position from 1 to 106 is given exactly once');
    expect(text).toContain('missed in 1, as the ledger says');
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
  });

  test('checks one place, from a receipt typed or in a file, by whatever names the files have', async () => {
    const { status, text } = await asked(receipt, folder);
    expect(text).toMatch(/^Position \d+\.$/m);
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
    const other = mkdtempSync(join(tmpdir(), 'stampede-verify-'));
    cpSync(join(folder, 'rounds/1.json'), join(other, 'what.json'));
    cpSync(join(folder, 'line.json'), join(other, 'promise.txt'));
    writeFileSync(join(other, 'mine.txt'), `${receipt}\n`);
    const few = await asked(other);
    expect(few.text).toContain('✓ The receipt is signed by the line');
    expect(few.text).toContain('not every draw sheet up to the last was given');
    expect(few.status).toBe(0);
    rmSync(other, { recursive: true });
  });

  test('names what was tampered with, and ends with 1', async () => {
    const entries = sample.ledger.entries.map((entry, at) =>
      at === 1 ? { ...entry, text: entry.text.replace('could not be had', 'was not to our liking') } : entry,
    );
    write('ledger.json', { ...sample.ledger, entries });
    write('rounds/2.json', { ...sample.sheets[2], seed: 'ab'.repeat(32) });
    const { status, text } = await asked(folder);
    expect(text).toMatch(/entry 2 does not fit its hash.*was not to our liking/);
    expect(text).toContain('the seed of round 2 does not hash to the one before it');
    expect(status).toBe(1);
    const json = JSON.parse((await asked('--json', folder)).text) as { ok: boolean; findings: { outcome: string }[] };
    expect(json.ok).toBe(false);
    expect(json.findings.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(2);
  });

  test('tells damaged files and strangers’ files apart, by name', async () => {
    write('rounds/1.json', { ...sample.sheets[1], seed: 'not hex' });
    write('shopping.json', { milk: 2 });
    const { status, text } = await asked(folder);
    expect(text).toMatch(/✗ .*rounds\/1\.json looks like a draw sheet, but is damaged/);
    expect(text).toMatch(/– .*shopping\.json is no file of a line/);
    expect(status).toBe(1);
  });

  test.each<[string, () => readonly string[], RegExp]>([
    ['nothing', () => [], /^Checks a Stampede line/],
    ['an option that is none', () => ['--fast', folder], /There is no option --fast/],
    ['a file that is not there', () => [join(folder, 'nowhere.json')], /There is no file or folder/],
    ['a receipt and no files', () => [receipt], /None of these is a file of a line/],
    [
      'two receipts',
      () => [receipt, sampleLine('b').receiptOf({ round: 0, shard: 0, index: 0 }), folder],
      /several receipts/,
    ],
    ['an address that is none', () => ['fetch', 'tickets', 'friends', folder], /Say where from/],
  ])('given %s, says what to do and ends with 2', async (_, args, words) => {
    const { status, text } = await asked(...args());
    expect(text).toMatch(words);
    expect(status).toBe(2);
  });
});

describe('stampede-verify fetch', () => {
  const { line, sheets, rounds, ledger, board } = sample;
  let files: Map<string, unknown>;
  let base: string;
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 403).end(file ? JSON.stringify(file) : '<Error/>');
  });
  beforeEach(async () => {
    files = new Map<string, unknown>([
      [published.line('sample'), line],
      [published.rounds('sample'), rounds],
      [published.ledger('sample'), ledger],
      [published.board('sample'), board],
      ...sheets.map((sheet): [string, unknown] => [published.drawSheet('sample', sheet.round), sheet]),
    ]);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test('keeps all that is published, which then holds', async () => {
    const to = join(folder, 'kept');
    const fetched = await asked('fetch', `${base}/`, 'sample', to);
    expect(fetched).toEqual({ status: 0, text: `✓ 7 files kept in ${to}` });
    const { status, text } = await asked(receipt, to);
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
  });

  test('notices a sheet that was replaced since, keeps both, and the check says which', async () => {
    const to = join(folder, 'kept');
    await asked('fetch', base, 'sample', to);
    files.set(published.drawSheet('sample', 0), { ...sheets[0], drawnAt: 1 });
    const again = await asked('fetch', base, 'sample', to);
    expect(again.text).toContain('✗ rounds/0.json is not the file that was published before');
    expect(again.status).toBe(1);
    expect(JSON.parse(readFileSync(join(to, 'rounds/0.json'), 'utf8'))).toEqual(sheets[0]);
    expect((await asked(to)).text).toContain('two sheets of round 0 were given, and they differ');
  });

  test('says which listed sheet is not there, and that there is no such line', async () => {
    files.delete(published.drawSheet('sample', 1));
    const { status, text } = await asked('fetch', base, 'sample', join(folder, 'kept'));
    expect(text).toContain('– rounds/1.json is not published, though it is listed');
    expect(status).toBe(1);
    expect((await asked('fetch', base, 'nothing', join(folder, 'none'))).status).toBe(2);
  });
});

describe('the built command', () => {
  const place = mkdtempSync(join(tmpdir(), 'stampede-verify-built-'));
  const built = join(place, 'stampede-verify.mjs');
  beforeAll(() => buildVerifier(built));
  afterAll(() => rmSync(place, { recursive: true }));
  const command = (...args: string[]) =>
    new Promise<{ status: number; text: string }>((done) => {
      execFile(process.execPath, [built, ...args], { cwd: folder }, (error, stdout) =>
        done({ status: Number(error?.code ?? 0), text: stdout }),
      );
    });

  test('is one file that runs anywhere, and answers with its status', async () => {
    expect(await command(receipt, '.')).toMatchObject({
      status: 0,
      text: expect.stringContaining('Nothing is wrong.'),
    });
    write('rounds/0.json', { ...sample.sheets[0], size: 99 });
    expect(await command('.')).toMatchObject({ status: 1 });
    expect(await command()).toMatchObject({ status: 2 });
    const imports = [...readFileSync(built, 'utf8').matchAll(/\bfrom\s*["']([^"']+)["']/g)].map(([, name]) => name);
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });
});
