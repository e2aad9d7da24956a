import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import { published } from '../../contracts/paths.ts';
import { beaconAfter } from '../../rules/beacon.ts';
import { usualChain } from '../../stand-ins/beacon/chain.ts';
import { buildVerifier } from '../../verify/build.ts';
import { run } from '../../verify/src/cli.ts';
import { disk } from '../../verify/src/disk.gateway.ts';
import { site } from '../../verify/src/site.gateway.ts';
import { publishedFiles } from './published-files.ts';
import { headOf, ledgerOf, SampleBeacon, sampleLine, usualRounds } from './sample-line.ts';

/* Long because the command is asked in every way that it has, from a folder and over HTTP. */

const sample = sampleLine('sample', { rounds: usualRounds.slice(0, 3) });
const receipt = sample.receiptOf({ round: 1, shard: 1, index: 1 });

let folder: string;
let info: string;
beforeEach(() => {
  info = `${mkdtempSync(join(tmpdir(), 'stampede-beacon-'))}/info.json`;
  writeFileSync(info, JSON.stringify(new SampleBeacon('sample').info));
  folder = mkdtempSync(join(tmpdir(), 'stampede-verify-'));
  for (const [path, text] of publishedFiles(sample)) {
    const name = join(folder, path.replace('/lines/sample/', ''));
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(info), { recursive: true, force: true });
});

const write = (name: string, file: unknown) => writeFileSync(join(folder, name), JSON.stringify(file));

/** When the command is run. */
const clock = 1_800_000_000_000;

interface Told {
  readonly status: number;
  readonly text: string;
}

/** By somebody who accepts the sample's beacon. */
const asked = (...args: readonly string[]) => askedBare(...args, '--beacon', info);

async function askedBare(...args: readonly string[]): Promise<Told> {
  const said: string[] = [];
  const patient = { ...site, wait: async () => undefined };
  const deps = { disk, site: patient, now: () => clock, say: (line: string) => void said.push(line) };
  const status = await run(args, deps);
  return { status, text: said.join('\n') };
}

describe('stampede-verify', () => {
  test('checks a whole line from a folder', async () => {
    const { status, text } = await asked(folder);
    expect(text).toContain('✓ Every position from 1 to 118 is given exactly once');
    expect(text).toContain('✓ Every roll is the one committed to, and no mark stands twice: 118 marks in 3 rolls');
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
  });

  test('checks one place, from a receipt typed or in a file, by whatever names the files have', async () => {
    const { status, text } = await asked(receipt, folder);
    expect(text).toMatch(/^Position \d+\.$/m);
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
    const other = mkdtempSync(join(tmpdir(), 'stampede-verify-'));
    cpSync(join(folder, 'rounds/1/0.json'), join(other, 'what.json'));
    cpSync(join(folder, 'line.json'), join(other, 'promise.txt'));
    writeFileSync(join(other, 'mine.txt'), `${receipt}\n`);
    const few = await asked(other);
    expect(few.text).toContain('✓ The receipt is signed by the line');
    expect(few.text).toContain('not every draw sheet up to the last was given');
    expect(few.status).toBe(0);
    rmSync(other, { recursive: true });
  });

  test('names what was tampered with, and ends with 1', async () => {
    const [segment] = sample.ledger;
    const entries = segment?.entries.map((entry, at) =>
      at === 1 ? { ...entry, text: entry.text.replace('is down', 'was not to our liking') } : entry,
    );
    write('ledger/0.json', { ...segment, entries });
    write('rounds/2/0.json', { ...sample.sheets.find(({ round }) => round === 2), seed: 'ab'.repeat(32) });
    const { status, text } = await asked(folder);
    expect(text).toMatch(/entry 2 does not fit its hash.*was not to our liking/);
    expect(text).toContain('the seed of round 2 does not hash to the one before it');
    expect(status).toBe(1);
    const json = JSON.parse((await asked('--json', folder)).text) as { ok: boolean; findings: { outcome: string }[] };
    expect(json.ok).toBe(false);
    expect(json.findings.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(2);
  });

  test('tells damaged files and strangers’ files apart, by name', async () => {
    write('rounds/1/0.json', { ...sample.sheets[1], seed: 'not hex' });
    writeFileSync(join(folder, 'rolls/0.json'), JSON.stringify(sample.commitments[0], null, 2));
    write('shopping.json', { milk: 2 });
    const { status, text } = await asked(folder);
    expect(text).toMatch(/✗ .*rounds\/1\/0\.json looks like a draw sheet, but is damaged/);
    // The hashes are over the bytes as they were published.
    expect(text).toMatch(/✗ .*rolls\/0\.json looks like a commitment to a roll, but is damaged/);
    expect(text).toMatch(/– .*shopping\.json is no file of a line/);
    expect(status).toBe(1);
  });

  test('says that a draw is not proved whose beacon nobody knows, and ends with 3', async () => {
    const { status, text } = await askedBare(folder);
    expect(text).toContain('? The beacon is not a known public one: the draw is not proved');
    expect(text).toContain(sample.beacon.chain.chainHash);
    expect(text).toMatch(/Nothing is wrong, but the draw is not proved\.$/);
    expect(text).not.toMatch(/public beacon is genuine|[✗–]/);
    expect(status).toBe(3);
    const json = JSON.parse((await askedBare('--json', receipt, folder)).text) as Record<string, unknown>;
    expect(json).toMatchObject({ ok: true, proved: false });
    const known = await asked(folder);
    expect(known.text).toContain('✓ The beacon that you accept is genuine and the one promised: 3 rounds');
    expect(known.status).toBe(0);
  });

  test('names the stand-in of rehearsals, before the draw as after it', async () => {
    const chain = usualChain();
    const after = (at: number) => chain.at(beaconAfter(chain.chain, at).round);
    const rehearsed = sampleLine('sample', {
      rounds: usualRounds.slice(0, 1),
      beacon: { chain: chain.chain, at: (round) => chain.at(round), after },
    });
    for (const sheets of [rehearsed.sheets, []]) {
      rmSync(folder, { recursive: true });
      for (const [path, text] of publishedFiles({ ...rehearsed, sheets })) {
        const name = join(folder, path.replace('/lines/sample/', ''));
        mkdirSync(dirname(name), { recursive: true });
        writeFileSync(name, text);
      }
      const { status, text } = await askedBare(folder);
      expect(text).toContain('? The beacon is a rehearsal stand-in, whose key anyone may have: the draw is not proved');
      expect(text).not.toContain('✓ The public beacon');
      expect(status).toBe(3);
    }
  });

  test.each<[string, () => readonly string[], RegExp]>([
    [
      'a beacon that does not hash to its name',
      () => {
        writeFileSync(info, JSON.stringify({ ...new SampleBeacon('sample').info, genesis_time: 1_799_000_000 }));
        return [folder];
      },
      /does not say what a beacon’s chain is/,
    ],
    ['nothing', () => [], /^Checks a Stampede line/],
    ['an option that is none', () => ['--fast', folder], /There is no option --fast/],
    ['a file that is not there', () => [join(folder, 'nowhere.json')], /There is no file or folder/],
    ['a receipt and no files', () => [receipt], /None of these is a file of a line/],
    ['an address that is none', () => ['fetch', 'tickets', 'friends', folder], /Say where from/],
  ])('given %s, says what to do and ends with 2', async (_, args, words) => {
    const { status, text } = await asked(...args());
    expect(text).toMatch(words);
    expect(status).toBe(2);
  });
});

describe('stampede-verify fetch', () => {
  let files: Map<string, string>;
  let base: string;
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 403).end(file ?? '<Error/>');
  });
  const publish = (path: string, file: unknown) => files.set(path, JSON.stringify(file));
  const kept = () => join(folder, 'kept');
  const fetched = () => asked('fetch', `${base}/`, 'sample', kept());
  const keptFile = (name: string): unknown => JSON.parse(readFileSync(join(kept(), name), 'utf8'));

  beforeEach(async () => {
    files = publishedFiles(sample);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test('keeps all that is published and the head, which then holds', async () => {
    expect(await fetched()).toEqual({ status: 0, text: `✓ ${files.size} files kept in ${kept()}` });
    expect(keptFile('heads.json')).toEqual({
      ...{ v: 1, onSale: 'sample' },
      heads: [{ ...sample.board.ledger, seenAt: clock, at: sample.board.writtenAt }],
    });
    const { status, text } = await asked(receipt, kept());
    expect(text).toContain('✓ Every head kept from before is that of these files: 1 head');
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
  });

  test('leaves out the marks if asked to', async () => {
    const { status } = await asked('fetch', base, 'sample', kept(), '--without-marks');
    expect(status).toBe(0);
    expect(existsSync(join(kept(), 'rolls/0/banks/0.json'))).toBe(true);
    expect(existsSync(join(kept(), 'rolls/0/tiles'))).toBe(false);
  });

  test('keeps a roll that is committed to and not drawn yet', async () => {
    const last = sample.commitments.at(-1)?.round ?? 0;
    publish(published.rounds('sample'), { v: 1, onSale: 'sample', spans: [[0, last - 1]] });
    expect((await fetched()).status).toBe(0);
    expect(keptFile(`rolls/${last}.json`)).toEqual(sample.commitments.at(-1));
    files.delete(published.rollCommitment('sample', last));
    expect((await fetched()).text).toContain(`✗ a commitment after round ${last - 1} is not published`);
  });

  test('notices a sheet that was replaced since, keeps all states, and the check says which', async () => {
    await fetched();
    for (const drawnAt of [1, 2]) {
      publish(published.drawSheet('sample', 1, 0), { ...sample.sheets[2], drawnAt });
      const again = await fetched();
      expect(again.text).toContain('✗ rounds/1/0.json is not the file that was published before');
      expect(again.status).toBe(1);
    }
    expect(keptFile('rounds/1/0.json')).toEqual(sample.sheets[2]);
    expect(keptFile('rounds/1/0.changed.json')).toMatchObject({ drawnAt: 1 });
    expect(keptFile('rounds/1/0.changed-2.json')).toMatchObject({ drawnAt: 2 });
    expect((await asked(kept())).text).toContain('two sheets of round 1 were given, and they differ');
  });

  test('notices a ledger that was written anew together with the board', async () => {
    await fetched();
    const acts = sample.ledger.flatMap(({ entries }) => entries.map(({ text }) => JSON.parse(text) as LedgerLine));
    const anew = ledgerOf(
      sample.line,
      acts.map((act) => ({ ...act, role: 'owner' as const })),
    );
    publish(published.ledger('sample', 0), anew[0]);
    publish(published.board('sample'), {
      ...sample.board,
      writtenAt: sample.board.writtenAt + 1,
      ledger: headOf(sample.line, anew, sample.commitments),
    });
    const again = await fetched();
    expect(again.text).toContain('✗ ledger/0.json is not the file that was published before; both are kept');
    expect(again.text).toContain('✗ the head seen at 2027-01-15T08:00:00.000Z');
    expect(again.status).toBe(1);
    expect(keptFile('ledger/0.json')).toEqual(sample.ledger[0]);
    expect(keptFile('ledger/0.changed.json')).toEqual(anew[0]);
    const { status, text } = await asked(kept());
    expect(text).toContain('two copies of the ledger differ at entry 2');
    expect(status).toBe(1);
  });

  test('a ledger, a list and a board that grew are as they should be', async () => {
    const [segment] = sample.ledger;
    publish(published.ledger('sample', 0), { ...segment, entries: segment?.entries.slice(0, 1) });
    publish(published.rounds('sample'), { v: 1, onSale: 'sample', spans: [[0, 1]] });
    const some = [{ ...(segment as Ledger), entries: segment?.entries.slice(0, 1) ?? [] }];
    const commitments = sample.commitments.slice(0, 2);
    publish(published.board('sample'), {
      ...{ ...sample.board, writtenAt: sample.line.opensAt + 18_000 },
      ledger: headOf(sample.line, some, commitments),
    });
    expect((await fetched()).status).toBe(0);
    files = publishedFiles(sample);
    expect((await fetched()).status).toBe(0);
    const { status, text } = await asked(kept());
    expect(text).toContain('2 heads');
    expect(status).toBe(0);
  });

  test('says which listed file is not there, and that there is no such line', async () => {
    files.delete(published.drawSheet('sample', 1, 0));
    files.delete(published.rollTile('sample', 0, 1));
    const { status, text } = await fetched();
    expect(text).toContain('✗ rounds/1/0.json is not published, though it is listed');
    expect(text).toContain('✗ rolls/0/tiles/1.json is not published, though it is listed');
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
    expect(await command(receipt, '.')).toMatchObject({ status: 3 });
    expect(await command(receipt, '.', '--beacon', info)).toMatchObject({
      status: 0,
      text: expect.stringContaining('Nothing is wrong.'),
    });
    write('rounds/0/0.json', { ...sample.sheets[0], size: 99 });
    expect(await command('.')).toMatchObject({ status: 1 });
    expect(await command()).toMatchObject({ status: 2 });
    const imports = [...readFileSync(built, 'utf8').matchAll(/\bfrom\s*["']([^"']+)["']/g)].map(([, name]) => name);
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });
});
