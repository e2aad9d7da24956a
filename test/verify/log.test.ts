import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CheckpointFile, HeadLog } from '../../contracts/head-log.ts';
import type { Ledger } from '../../contracts/ledger.ts';
import type { LineFile } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import { run } from '../../verify/src/cli.ts';
import { collectCommitments } from '../../verify/src/commitments.ts';
import { headOf } from '../../verify/src/heads.ts';
import { readLedger } from '../../verify/src/ledger.ts';
import { onSale, opensAt } from '../lambdas/waiting-room/small-stage.ts';
import { memoryDisk } from './memory-disk.ts';
import { type WitnessedLine, witnessedLine } from './witnessed-line.ts';

/* The log of a line that was really published, with two witnesses and a third that never answers, in the eyes of a stranger. */

let beacon: WitnessedLine['beacon'];
let mine: WitnessedLine['mine'];
let files: Map<string, string>;
let early: Map<string, string>;

beforeAll(async () => {
  ({ beacon, mine, files, early } = await witnessedLine());
});

const at = { log: published.headLog(onSale, 0), checkpoint: published.checkpoint(onSale) };
const logOf = (of = files) => JSON.parse(of.get(at.log) ?? '') as HeadLog;
const checkpointOf = (of = files) => JSON.parse(of.get(at.checkpoint) ?? '') as CheckpointFile;

async function checked(change: Readonly<Record<string, unknown>> = {}, of = files, receipts: readonly string[] = []) {
  const all = new Map(of);
  for (const [path, file] of Object.entries(change)) {
    if (file === undefined) all.delete(path);
    else all.set(path, JSON.stringify(file));
  }
  all.set('/info.json', JSON.stringify(beacon.info));
  const said: string[] = [];
  const site = { read: async () => undefined, wait: async () => undefined };
  const deps = { disk: memoryDisk(all), site, now: () => 0, say: (line: string) => void said.push(line) };
  return { status: await run([...receipts, '/lines', '--beacon', '/info.json'], deps), text: said.join('\n') };
}

describe('a line with witnesses', () => {
  test('is well: the log is of these files, and a quorum of the witnesses saw every roll before its beacon', async () => {
    const { status, text } = await checked();
    expect(text).toMatch(/✓ The log has the heads of these files, and its checkpoints are signed: \d+ heads/);
    expect(text).toMatch(
      /✓ Witnesses cosigned \d+ heads \(one\.example\/w at 20.*, two\.example\/w at 20.*\); 2 rolls before/,
    );
    expect(text).not.toMatch(/[✗–]/);
    expect(status).toBe(0);
    const place = await checked({}, files, [mine.receipt]);
    expect([place.status, place.text.includes('✓ Witnesses cosigned')]).toEqual([0, true]);
  });

  test('is well before its draw, when the witnesses know the roll already', async () => {
    const { text } = await checked({}, early);
    expect(text).toMatch(/✓ Witnesses cosigned .*; 1 roll before the beacon/);
    expect(text).not.toContain('✗');
  });

  test('whose witnesses are too few says who did cosign, and is not called wrong', async () => {
    const file = checkpointOf();
    const lines = (note: string) => note.split('\n').filter((line) => !line.startsWith('— two.'));
    const fewer = file.cosigned.map(({ lobbies, note }) => ({ lobbies, note: lines(note).join('\n') }));
    const { status, text } = await checked({ [at.checkpoint]: { ...file, cosigned: fewer } });
    expect(text).toMatch(
      /– The witnesses: not checked\n.*fewer .* promised, 2; of \d+ heads only one\.example\/w at 20/,
    );
    expect(status).toBe(0);
    const none = await checked({ [at.checkpoint]: { ...file, cosigned: [] } });
    expect(none.text).toContain('fewer witnesses cosigned than the line promised, 2; none did');
  });

  test('without its log, or the checkpoint, says that it was not given', async () => {
    for (const path of [at.log, at.checkpoint]) {
      const { text, status } = await checked({ [path]: undefined });
      expect(text).toMatch(/– The log of heads: not checked\n.*not all given/);
      expect(status).toBe(0);
    }
  });
});

describe('a log that was tampered with', () => {
  const leaf = (nth: number, change: (text: string) => string) => {
    const { leaves, ...log } = logOf();
    return { [at.log]: { ...log, leaves: leaves.map((one, at) => (at === nth ? change(one) : one)) } };
  };
  const note = (change: (text: string) => string) => {
    const file = checkpointOf();
    return { [at.checkpoint]: { ...file, note: change(file.note) } };
  };

  test.each<[string, () => Readonly<Record<string, unknown>>, RegExp]>([
    [
      'a head that is none of these files',
      () => leaf(1, (text) => text.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))),
      /head 2 of the log is not that of these files/,
    ],
    ['a leaf that is nothing', () => leaf(1, () => 'nothing'), /head 2 of the log is not that of these files/],
    [
      'heads that go back',
      () => {
        const { leaves, ...log } = logOf();
        return { [at.log]: { ...log, leaves: [...leaves, leaves[0]] } };
      },
      /head \d+ of the log is not beyond the one before it/,
    ],
    [
      'a head twice',
      () => {
        const { leaves, ...log } = logOf();
        return { [at.log]: { ...log, leaves: [...leaves, leaves.at(-1)] } };
      },
      /head \d+ of the log is not beyond the one before it/,
    ],
    [
      'a head that was shown to somebody, and to no witness',
      () => {
        const line = JSON.parse(files.get(published.line(onSale)) ?? '') as LineFile;
        const ledger = readLedger([JSON.parse(files.get(published.ledger(onSale, 0)) ?? '') as Ledger], line);
        const rolls = [...files].filter(([path]) => /\/rolls\/\d+\.json$/.test(path));
        const commitments = collectCommitments(
          rolls.map(([, text]) => JSON.parse(text) as RollCommitment),
          line,
        );
        // Genuine in all, but no board of the line ever showed it: both rolls, and the first act alone.
        const shown = { n: 1, rolls: commitments.inOrder.length };
        const given = headOf(shown, { line, ledger, commitments });
        if (!('hash' in given)) throw new Error('These files give no head');
        return { '/lines/heads.json': { v: 1, onSale, heads: [{ ...shown, head: given.hash }] } };
      },
      /the head of 1 entries and 2 rolls was shown, and the log does not have it/,
    ],
    [
      'a log that is shorter than a checkpoint',
      () => {
        const { leaves, ...log } = logOf();
        return { [at.log]: { ...log, leaves: leaves.slice(0, -1) } };
      },
      /a checkpoint is of \d+ heads; the log has \d+: it was cut/,
    ],
    [
      'a checkpoint that somebody else signed',
      () => note((text) => text.replace(/ ([A-Za-z0-9+/]{6})([^ ]*)\n$/, ' $1AAAA$2\n').replace(/AAAA(.{4})/, 'AAAA')),
      /the checkpoint of \d+ heads is not signed by the key that the line promised/,
    ],
    [
      'a checkpoint of another size',
      () => note((text) => text.replace(/\n(\d+)\n/, '\n1\n')),
      /the checkpoint of 1 heads is not signed/,
    ],
    [
      'a cosignature of somebody else by the name of a witness',
      () => {
        const file = checkpointOf();
        const other = file.cosigned[0]?.note.split('\n').find((line) => line.startsWith('— one.')) ?? '';
        const cosigned = file.cosigned.map((one, at) =>
          at === 0 ? one : { ...one, note: one.note.replace(/— one\.[^\n]*/, other) },
        );
        return { [at.checkpoint]: { ...file, cosigned } };
      },
      /the cosignature of one\.example\/w under \d+ heads is none of its key/,
    ],
  ])('%s', async (_, change, words) => {
    const { status, text } = await checked(change());
    expect(text).toMatch(words);
    expect(status).toBe(1);
  });

  test('a log that was signed anew, with a board of its own, differs from the one that was cosigned', async () => {
    const { leaves, ...log } = logOf();
    const { text, status } = await checked({ [at.log]: { ...log, leaves: leaves.slice(1) } });
    expect(text).toMatch(/the checkpoint of \d+ heads is of another log than these files/);
    expect(status).toBe(1);
  });
});

test('fetch keeps the log, and names one that was taken away or written anew', async () => {
  const kept = new Map<string, string>();
  const said: string[] = [];
  let of = early;
  const deps = {
    disk: memoryDisk(kept),
    site: { read: async (url: string) => of.get(url.replace('http://t', '')), wait: async () => undefined },
    now: () => opensAt + 5000,
    say: (line: string) => void said.push(line),
  };
  const fetched = () => run(['fetch', 'http://t', onSale, '/kept'], deps);
  expect(await fetched()).toBe(0);
  of = files;
  expect(await fetched()).toBe(0);
  expect([...kept.keys()]).toEqual(expect.arrayContaining(['/kept/log/0.json', '/kept/checkpoint.json']));
  of = new Map(files);
  of.delete(at.log);
  expect(await fetched()).toBe(1);
  expect(said.join('\n')).toContain('✗ log/0.json is not published, though it is listed');
  const { leaves, ...log } = logOf();
  of = new Map(files).set(at.log, JSON.stringify({ ...log, leaves: [...leaves.slice(1), leaves[0]] }));
  expect(await fetched()).toBe(1);
  expect(said.join('\n')).toContain('✗ log/0.json is not the file that was published before');
});

test('fetch of a line that is live waits for a log that a cache has from before its board, and takes one that is beyond it', async () => {
  const { leaves, ...log } = logOf();
  const stale = JSON.stringify({ ...log, leaves: leaves.slice(0, -1) });
  let reads = 0;
  let waits = 0;
  const slow = async (url: string) => {
    const path = url.replace('http://t', '');
    if (path !== at.log) return files.get(path);
    reads += 1;
    return reads < 3 ? stale : files.get(path);
  };
  const fetchedWith = async (read: (url: string) => Promise<string | undefined>) => {
    const kept = new Map<string, string>();
    const said: string[] = [];
    const wait = async () => {
      waits += 1;
    };
    const say = (line: string) => void said.push(line);
    const deps = { disk: memoryDisk(kept), site: { read, wait }, now: () => opensAt + 30_000, say };
    const fetched = await run(['fetch', 'http://t', onSale, '/kept'], deps);
    kept.set('/info.json', JSON.stringify(beacon.info));
    const checkedNow = await run(['/kept', '--beacon', '/info.json'], deps);
    return { fetched, checkedNow, said: said.join('\n') };
  };
  expect(await fetchedWith(slow)).toMatchObject({ fetched: 0, checkedNow: 0 });
  expect([reads, waits]).toEqual([3, 2]);
  // An act was done while it fetched: the board is of before it, and all that was read later of after it.
  const before = early.get(published.board(onSale));
  const live = async (url: string) => (url.endsWith('/board.json') ? before : files.get(url.replace('http://t', '')));
  expect(await fetchedWith(live)).toMatchObject({ fetched: 0, checkedNow: 0 });
});
