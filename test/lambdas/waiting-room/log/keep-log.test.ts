import { beforeEach, describe, expect, test } from '@jest/globals';
import { type CheckpointFile, type HeadLog, logSegment } from '../../../../contracts/head-log.ts';
import type { Board, LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import type { LineRecord } from '../../../../lambdas/waiting-room/line/line-store.ts';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import type { AskWitness } from '../../../../lambdas/waiting-room/log/ask-witnesses.ts';
import { type LogDeps, putLeaf, signLog } from '../../../../lambdas/waiting-room/log/keep-log.ts';
import { LogMemory } from '../../../../lambdas/waiting-room/log/log-memory.ts';
import { openLine } from '../../../../lambdas/waiting-room/opening/open-line.ts';
import { tickLine } from '../../../../lambdas/waiting-room/pace/tick-line.ts';
import { readCheckpoint, readNote, toBase64 } from '../../../../rules/checkpoint.ts';
import { filesIn } from '../../../files-in.ts';
import { WitnessStandIn } from '../../../witness-stand-in.ts';
import { anOpening, keys, newMarkKey, onSale, opensAt, SmallStage } from '../small-stage.ts';

/* The log of a line's heads, and witnesses that are not ours. Long because pacemakers and witnesses die in every call. */

let stage: SmallStage;
let line: LineRecord;
let promise: LineFile;
let one: WitnessStandIn;
let other: WitnessStandIn;
let now: number;
let ask: AskWitness;
let memory: LogMemory;

beforeEach(async () => {
  stage = new SmallStage();
  [one, other] = [new WitnessStandIn('one.example/w'), new WitnessStandIn('other.example/w')];
  const { lines, marks } = stage.stores;
  const witnesses = [one, other].map(({ vkey }) => ({ key: vkey }));
  const log = { host: 'tickets.example.org', quorum: 2, witnesses };
  const opened = await openLine(
    { lines, marks, files: stage.publisher, keys, newMarkKey, log },
    anOpening(),
    stage.now,
  );
  if (!opened.ok) throw new Error('The line was not opened');
  promise = opened.line;
  line = (await lines.read(onSale)) as LineRecord;
  now = opensAt;
  memory = new LogMemory();
  ask = async (url, body) => (url.startsWith('http://one') ? one : other).add(body, promise.log?.key ?? '', now);
});

const urls = () =>
  new Map([
    [one.vkey, 'http://one'],
    [other.vkey, 'http://other'],
  ]);
const deps = (files: LogDeps['files'] = stage.publisher): LogDeps => ({
  files,
  keys,
  witnesses: { urls: urls(), ask: (...given) => ask(...given) },
});
/** The line with so many entries and commitments. */
const at = (n: number, rolls: number, lobbies = 0): LineRecord => {
  const head = (of: number) => `${of}`.padStart(64, '0');
  const progress = { ...line.progress, ledger: { n, head: head(n) }, rolls: { n: rolls, head: head(rolls) }, lobbies };
  return { ...line, progress };
};
const keepLog = async (deps: LogDeps, of: LogMemory, state: LineRecord, at: number) => {
  await putLeaf(deps, of, state);
  await signLog(deps, of, state, at);
};
const answered = (of = memory) => Promise.all([...of.witnesses.values()].map(({ asking }) => asking));
const tick = async (state: LineRecord, of = memory) => {
  await keepLog(deps(), of, state, now);
  await answered(of);
  now += 1000;
};
const log = (segment = 0) => stage.files.get(published.headLog(onSale, segment)) as HeadLog;
const checkpoint = () => stage.files.get(published.checkpoint(onSale)) as CheckpointFile;
const sizeOf = (note: string) => readCheckpoint(readNote(note)?.text ?? '')?.size;
const namesOf = (note: string) => readNote(note)?.signatures.map(({ name }) => name);

describe('the log', () => {
  test('is promised with the line, by the key that signs it', () => {
    expect(promise.log).toMatchObject({ witnesses: [one.vkey, other.vkey], quorum: 2 });
    expect(promise.log?.key).toMatch(/^tickets\.example\.org\/lines\/friends\+[0-9a-f]{8}\+/);
  });

  test('has a leaf for every head, once, and its checkpoint', async () => {
    for (const state of [at(1, 0), at(1, 0), at(2, 0), at(2, 1)]) await tick(state);
    expect(log().leaves.map((leaf) => leaf.split(' ').slice(0, 2).join('/'))).toEqual(['1/0', '2/0', '2/1']);
    expect(sizeOf(checkpoint().note)).toBe(3);
    expect(namesOf(checkpoint().note)).toEqual(['tickets.example.org/lines/friends']);
  });

  test('goes on in a next segment, also for a pacemaker that knows nothing of it', async () => {
    for (let n = 1; n <= logSegment + 2; n += 1)
      await keepLog({ ...deps(), witnesses: undefined }, memory, at(n, 0), now);
    const next = new LogMemory();
    await keepLog(deps(), next, at(logSegment + 3, 0), now);
    expect([log(0).leaves.length, log(1).leaves.length]).toEqual([logSegment, 3]);
    expect(sizeOf(checkpoint().note)).toBe(logSegment + 3);
    expect(next.known?.tree.size).toBe(logSegment + 3);
  });

  test('is signed once for each head, however many ticks find nothing new', async () => {
    let signatures = 0;
    const sign = (text: string) => {
      signatures += 1;
      return keys.log.sign(text);
    };
    const counting = { ...deps(), keys: { log: { sign, publicKey: keys.log.publicKey } as LogDeps['keys']['log'] } };
    for (const n of [1, 1, 1, 2, 2]) await keepLog(counting, memory, at(n, 0), now);
    expect(signatures).toBe(2);
    expect(sizeOf(checkpoint().note)).toBe(2);
  });

  test('a pacemaker that is behind puts nothing, and takes no checkpoint back', async () => {
    await tick(at(1, 0));
    const late = new LogMemory();
    await keepLog(deps(), late, at(1, 0), now);
    for (const state of [at(2, 0), at(3, 1)]) await tick(state);
    await keepLog(deps(), late, at(2, 0), now);
    await keepLog(deps(), late, at(2, 1), now);
    expect(log().leaves.length).toBe(3);
    expect(sizeOf(checkpoint().note)).toBe(3);
  });

  test('a pacemaker that is behind hears that it must not tell its board', async () => {
    const late = new LogMemory();
    expect(await putLeaf(deps(), memory, at(2, 0))).toBe(true);
    expect(await putLeaf(deps(), late, at(2, 0))).toBe(true);
    expect(await putLeaf(deps(), memory, at(3, 1))).toBe(true);
    expect(await putLeaf(deps(), late, at(2, 1))).toBe(false);
  });

  test('has every head before the board tells it, whatever call a pacemaker died in', async () => {
    const told = () => {
      const board = stage.files.get(published.board(onSale)) as Board;
      const { n, rolls, head } = board.ledger;
      return n === 0 || (log()?.leaves ?? []).includes(`${n} ${rolls} ${head}`);
    };
    for (let dies = 0; dies < 10; dies += 1) {
      const files = filesIn(stage.files);
      let calls = 0;
      const mortal: LogDeps['files'] = {
        ...files,
        writeIf: async (...given) => {
          calls += 1;
          if (calls > dies) throw new Error('It died');
          return files.writeIf(...given);
        },
      };
      stage.now += 5000;
      const act = { onSale, dials: { perMinute: 100 + dies }, reason: 'as planned' } as const;
      await turnDials(stage.stores, act, stage.now);
      await tickLine({ ...stage.tickDeps(), files: { ...stage.tickDeps().files, ...mortal } }, onSale, stage.now).catch(
        () => {},
      );
      expect(told()).toBe(true);
    }
    expect((stage.files.get(published.board(onSale)) as Board).ledger.n).toBeGreaterThan(3);
  });

  test('of two pacemakers that write at once, each leaf has one place', async () => {
    await tick(at(1, 0));
    const second = new LogMemory();
    await keepLog(deps(), second, at(1, 0), now);
    const files = filesIn(stage.files);
    let isFirst = true;
    const slow: LogDeps['files'] = {
      ...files,
      writeIf: async (...given) => {
        if (isFirst) {
          isFirst = false;
          await keepLog(deps(), second, at(2, 0), now);
        }
        return files.writeIf(...given);
      },
    };
    await keepLog(deps(slow), memory, at(3, 0), now);
    expect(log().leaves.map((leaf) => leaf.split(' ')[0])).toEqual(['1', '2', '3']);
  });

  test('is whole whatever call a pacemaker died in, and all that was ever signed is of it', async () => {
    const states = [at(1, 0), at(2, 1), at(2, 2)];
    for (let dies = 0; dies < 12; dies += 1) {
      for (const isDone of [false, true]) {
        stage.files.delete(published.headLog(onSale, 0));
        stage.files.delete(published.checkpoint(onSale));
        const signed: string[] = [];
        const files = filesIn(stage.files);
        let calls = 0;
        const call = async <Of>(act: () => Promise<Of>): Promise<Of> => {
          const isLast = calls === dies;
          calls += 1;
          if (isLast && !isDone) throw new Error('It died');
          const done = await act();
          if (isLast) throw new Error('It died');
          return done;
        };
        const mortal: LogDeps['files'] = {
          ...files,
          readTagged: (path) => call(() => files.readTagged(path)),
          writeIf: (path, file, ...rest) => {
            if (path === published.checkpoint(onSale)) signed.push((file as CheckpointFile).note);
            return call(() => files.writeIf(path, file, ...rest));
          },
        };
        let mine = new LogMemory();
        for (const state of states) {
          const kept = () => keepLog({ ...deps(mortal), witnesses: undefined }, mine, state, now);
          await kept().catch(() => {
            mine = new LogMemory();
            return kept();
          });
        }
        expect(log().leaves.map((leaf) => leaf.slice(0, 3))).toEqual(['1 0', '2 1', '2 2']);
        expect(sizeOf(checkpoint().note)).toBe(3);
        for (const note of signed) {
          const { size = 0, root } = readCheckpoint(readNote(note)?.text ?? '') ?? {};
          expect(root).toBe(toBase64(mine.known?.tree.root(size) ?? new Uint8Array()));
        }
      }
    }
  });

  test('is not kept for a line that promised none', async () => {
    const { log: _, ...facts } = line.facts;
    await keepLog(deps(), memory, { ...line, facts }, now);
    expect(stage.files.has(published.checkpoint(onSale))).toBe(false);
  });
});

describe('witnesses', () => {
  test('cosign each checkpoint that grew out of the last, and what they cosigned is published', async () => {
    await tick(at(1, 0));
    await tick(at(2, 0));
    await tick(at(5, 0));
    await tick(at(5, 0));
    expect([one.size, other.size]).toEqual([3, 3]);
    const newest = checkpoint().cosigned.at(-1)?.note ?? '';
    expect(sizeOf(newest)).toBe(3);
    expect(namesOf(newest)).toEqual(['tickets.example.org/lines/friends', 'one.example/w', 'other.example/w']);
  });

  test('that know more or less of the log than a new pacemaker are asked from where they are', async () => {
    for (const state of [at(1, 0), at(2, 0), at(3, 0)]) await tick(state);
    const next = new LogMemory();
    await tick(at(4, 1), next);
    expect([one.size, other.size]).toEqual([4, 4]);
    expect(one.asked.slice(-2).map((body) => body.split('\n')[0])).toEqual(['old 0', 'old 3']);
  });

  test('hold nothing up: one that never answers, lies or fails is as good as none', async () => {
    const answers: Awaited<ReturnType<AskWitness>>[] = [
      undefined,
      { status: 200, body: '— one.example/w AAAA\n' },
      { status: 200, body: new WitnessStandIn('one.example/w').cosign('x', now) },
      { status: 500, body: '' },
      { status: 409, body: '999999\n' },
    ];
    ask = async (url, body) => {
      if (url.startsWith('http://other')) return new Promise(() => {});
      return answers.length > 0 ? answers.shift() : one.add(body, promise.log?.key ?? '', now);
    };
    for (let n = 1; n <= 5; n += 1) {
      await keepLog(deps(), memory, at(n, 0), now);
      await memory.witnesses.get(one.vkey)?.asking;
      now += 20_000;
    }
    expect(log().leaves.length).toBe(5);
    expect(checkpoint().cosigned).toEqual([]);
    await keepLog(deps(), memory, at(6, 0), now);
    await memory.witnesses.get(one.vkey)?.asking;
    await keepLog(deps(), memory, at(6, 0), now);
    expect(namesOf(checkpoint().cosigned[0]?.note ?? '')).toEqual([
      'tickets.example.org/lines/friends',
      'one.example/w',
    ]);
  });

  test('that failed rest for a while', async () => {
    let asked = 0;
    ask = async () => {
      asked += 1;
      return { status: 503, body: '' };
    };
    for (let n = 1; n <= 14; n += 1) await tick(at(n, 0));
    expect(asked).toBe(2);
    now += 2000;
    await tick(at(15, 0));
    expect(asked).toBe(4);
  });

  test('the first checkpoint after each lobby that a quorum cosigned stays, and the newest', async () => {
    ask = async (url, body) => (url.startsWith('http://one') ? one.add(body, promise.log?.key ?? '', now) : undefined);
    await tick(at(1, 0, 0));
    await tick(at(1, 1, 1));
    now += 20_000;
    ask = async (url, body) => (url.startsWith('http://one') ? one : other).add(body, promise.log?.key ?? '', now);
    for (let rolls = 2; rolls <= 6; rolls += 1) await tick(at(1, rolls, 1));
    await tick(at(1, 7, 2));
    await tick(at(1, 8, 2));
    await tick(at(1, 8, 2));
    expect(checkpoint().cosigned.map(({ lobbies, note }) => [lobbies, sizeOf(note), namesOf(note)?.length])).toEqual([
      [0, 1, 2],
      [1, 3, 3],
      [2, 8, 3],
      [2, 9, 3],
    ]);
  });
});
