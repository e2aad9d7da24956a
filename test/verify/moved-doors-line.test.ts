import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import type { LeverPulled, LineLevers } from '../../contracts/levers.ts';
import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Claimed, Joined } from '../../contracts/line-requests.ts';
import { header, published } from '../../contracts/paths.ts';
import { beaconOutAt } from '../../rules/beacon.ts';
import { lobbyBeacon } from '../../rules/roll.ts';
import { beaconAtHand } from '../../simulation/stage/beacon-at-hand.ts';
import { runUntilDone } from '../../simulation/stage/run-virtual.ts';
import { Stage } from '../../simulation/stage/stage.ts';
import { VirtualTime } from '../../simulation/stage/virtual-time.ts';
import { usualChain } from '../../stand-ins/beacon/chain.ts';
import { infoOf } from '../../stand-ins/beacon/fake-beacon.ts';
import { run } from '../../verify/src/cli.ts';
import { recognise } from '../../verify/src/recognise.ts';
import { staffOf } from '../site/theatre/staff.ts';
import { memoryDisk } from './memory-disk.ts';
import { headOf, ledgerOf } from './sample-line.ts';

/*
 * A whole line whose doors are moved while people join: by the real routes and schedules, in virtual time, with the stand-in
 * of the beacon. What it published is then in the hands of two strangers: the command, and the Python of docs/fairness.md.
 */

const onSale = 'friends';
const opensAt = 1_800_000_000_000;
const minute = 60_000;
const closesAt = opensAt + 8 * minute;
const { chain } = usualChain();
const friends = Array.from({ length: 14 }, (_, nth) => ({ member: `M${100 + nth}`, postcode: 'N1 1AA' }));
const opening: SeasonDraft['onSales'][number] = {
  ...{ id: onSale, title: 'Friends', audienceName: 'Friends', opensAt, closesAt, entry: 'members', roster: onSale },
  ...{ audience: friends.length, seatsPerFan: 4, holdMinutes: 8 },
  dials: { shopping: 100, perMinute: 1000, paused: false, passMinutes: 2, claimMinutes: 1 },
};

interface Played {
  /** Published files by path, as text. */
  readonly files: ReadonlyMap<string, string>;
  readonly receipts: readonly Joined[];
  readonly claims: readonly { readonly status: number }[];
  readonly board: Board;
  readonly faults: readonly unknown[];
}

interface Move {
  /** When the lever is pulled; milliseconds since the epoch. */
  readonly at: number;
  readonly opensAt: number | 'now';
}

/** The line from its opening to its end. Some fans come before the first move, some after each, the rest after the doors. */
async function play(moves: readonly Move[]): Promise<Played> {
  const time = new VirtualTime(opensAt - 3 * minute);
  const stage = new Stage({ time, beacon: beaconAtHand(() => time.now) });
  const boss = staffOf(stage, 'ops');
  const receipts: Joined[] = [];
  const until = (moment: number) => time.wait(Math.max(0, moment - time.now));
  const board = () => stage.platform.published<Board>(published.board(onSale)) as Board;

  async function join(from: number, to: number): Promise<void> {
    const { method, url } = api('POST lines/{onSale}/join', { onSale });
    for (const fan of friends.slice(from, to)) {
      const { status, body } = await stage.ask<Joined>(method, url, { body: { entry: 'members', ...fan } });
      expect(status).toBe(201);
      receipts.push(body);
    }
  }

  async function move(to: Move['opensAt'], key: string): Promise<void> {
    const { method, url } = api('POST staff/lines/{onSale}/levers', { onSale });
    const { body } = await stage.ask<LineLevers>('GET', url, boss);
    const act = { act: 'move-doors', opensAt: to, reason: 'the trains are late', seen: body.turns, key };
    const pulled = await stage.ask<LeverPulled>(method, url, { ...boss, body: act });
    expect(pulled).toMatchObject({ status: 200, body: { outcome: 'done' } });
  }

  function claim(from: number, to: number) {
    const { method, url } = api('POST lines/{onSale}/claim', { onSale });
    const headersOf = ({ receipt }: Joined) => ({ headers: { [header.receipt]: receipt } });
    return Promise.all(receipts.slice(from, to).map((fan) => stage.ask<Claimed>(method, url, headersOf(fan))));
  }

  async function morning(): Promise<readonly { readonly status: number }[]> {
    await stage.operators.enrol({ roster: onSale, members: friends });
    await stage.operators.openLinesOf({ onSales: [opening] });
    void stage.tending.keepOn(closesAt + 3 * minute);
    await join(0, 5);
    for (const [nth, { at, opensAt: to }] of moves.entries()) {
      await until(at);
      await move(to, `the-move-of-the-doors-${nth}`);
      await join(5 + 2 * nth, 7 + 2 * nth);
    }
    // The pacemaker writes the board within seconds, and the doors are then as it says.
    await time.wait(10_000);
    await until(board().opensAt + 30_000);
    const early = await claim(0, receipts.length);
    await join(receipts.length, friends.length);
    await time.wait(30_000);
    const late = await claim(early.length, receipts.length);
    await until(closesAt + 2 * minute);
    return [...early, ...late];
  }

  const claims = await runUntilDone(time, morning());
  const files = new Map(
    [...stage.platform.files]
      .filter(([path]) => path.startsWith(`/lines/${onSale}/`))
      .map(([path, file]) => [path, JSON.stringify(file)]),
  );
  return { files, receipts, claims, board: board(), faults: stage.faults };
}

const file = <File>({ files }: Pick<Played, 'files'>, path: string) => JSON.parse(files.get(path) ?? '') as File;
const lobbyOf = (played: Played) => file<DrawSheet>(played, published.drawSheet(onSale, 0, 0));
const actsOf = (played: Played) =>
  file<Ledger>(played, published.ledger(onSale, 0)).entries.map(({ text }) => JSON.parse(text) as LedgerLine);

/** As somebody would who accepts the stand-in, with all the files or with these in their place. */
async function verified(given: ReadonlyMap<string, string>, ...receipts: readonly string[]) {
  const all = new Map([...given, ['/info.json', JSON.stringify(infoOf(usualChain()))]]);
  const said: string[] = [];
  const site = { read: async () => undefined, wait: async () => undefined };
  const deps = { disk: memoryDisk(all), site, now: () => 0, say: (line: string) => void said.push(line) };
  const status = await run([...receipts, '/lines', '--beacon', '/info.json'], deps);
  return { status, text: said.join('\n') };
}

/** The files with another ledger, which the board shows as if it had always been so. */
function retold(played: Played, tell: (entries: readonly LedgerLine[]) => readonly LedgerLine[]): Map<string, string> {
  const line = file<LineFile>(played, published.line(onSale));
  const board = file<Board>(played, published.board(onSale));
  const commitments = [...played.files.values()]
    .map((text) => recognise(text))
    .flatMap((one) => (one.kind === 'commitment' ? [one.file] : []))
    .sort((one, other) => one.n - other.n);
  const ledger = ledgerOf(line, tell(actsOf(played)));
  return new Map([
    ...played.files,
    ...ledger.map((one) => [published.ledger(onSale, one.segment), JSON.stringify(one)] as const),
    [published.board(onSale), JSON.stringify({ ...board, ledger: headOf(line, ledger, commitments) })],
  ]);
}

const positionIn = /^Position (\d+)\.$/m;
const isMove = ({ act }: LedgerLine) => act === 'doors-moved';

type Morning = readonly [string, readonly Move[], number];
const mornings: readonly [Morning, ...Morning[]] = [
  ['held back', [{ at: opensAt - minute, opensAt: opensAt + minute }], opensAt + minute],
  ['opened early', [{ at: opensAt - 2 * minute, opensAt: 'now' }], opensAt - 2 * minute + 10_000],
  [
    'held back, and then opened sooner than that',
    [
      { at: opensAt - 2 * minute, opensAt: opensAt + 2 * minute },
      { at: opensAt + minute, opensAt: 'now' },
    ],
    opensAt + minute + 10_000,
  ],
];

const hasPython = spawnSync('python3', ['--version']).status === 0;
const page = readFileSync(join(import.meta.dirname, '../../docs/fairness.md'), 'utf8');

describe.each(mornings)('a line whose doors are %s', (_, moves, newDoors) => {
  let played: Played;
  beforeAll(async () => {
    played = await play(moves);
  });

  test('is drawn at the new doors by the beacon of them, with all who came before', () => {
    expect(played.faults).toEqual([]);
    expect(file<LineFile>(played, published.line(onSale)).opensAt).toBe(opensAt);
    expect(played.board).toMatchObject({ opensAt: newDoors, phase: 'closed', drawn: friends.length });
    const lobby = lobbyOf(played);
    expect(lobby.beacon).toMatchObject({ round: lobbyBeacon(chain, newDoors, friends.length) });
    expect(lobby.drawnAt).toBeGreaterThan(newDoors);
    expect(lobby.size).toBe(5 + 2 * moves.length);
    const told = actsOf(played).filter(isMove);
    expect(told.map(({ detail }) => detail.decides).at(-1)).toBe(lobbyBeacon(chain, newDoors, friends.length));
    // Nobody could know either draw.
    const oldBeacon = file<LineFile>(played, published.line(onSale)).beacon?.lobby ?? 0;
    expect(told).toHaveLength(moves.length);
    expect(told[0]?.at).toBeLessThan(beaconOutAt(chain, oldBeacon));
    expect(played.claims.map(({ status }) => status)).toEqual(friends.map(() => 201));
  });

  test('is proved to a stranger: the line, and places in it, by the command and by the Python of the page', async () => {
    const whole = await verified(played.files);
    expect(whole.text).not.toMatch(/[✗–]/);
    expect(whole.status).toBe(0);
    // One from before the move, one from after it, one from after the doors.
    const { size } = lobbyOf(played);
    const positions = [];
    for (const { receipt } of [played.receipts[0], played.receipts[size - 1], played.receipts.at(-1)] as Joined[]) {
      const { status, text } = await verified(played.files, receipt);
      expect([status, text]).toEqual([0, expect.not.stringMatching(/✗/)]);
      const position = Number(positionIn.exec(text)?.[1]);
      if (hasPython) expect(python(played.files, receipt)).toBe(`${position}`);
      positions.push(position);
    }
    expect(new Set(positions).size).toBe(3);
    expect(positions.map((position) => position <= size)).toEqual([true, true, false]);
  });
});

describe('of a line whose doors were moved, a stranger is told', () => {
  let played: Played;
  beforeAll(async () => {
    played = await play(mornings[0][1]);
  });

  test.each<[string, (of: Played) => ReadonlyMap<string, string>, RegExp, RegExp]>([
    [
      'a move that was taken out of the ledger',
      (of) => {
        const ledger = file<Ledger>(of, published.ledger(onSale, 0));
        const entries = ledger.entries.filter(({ text }) => !isMove(JSON.parse(text)));
        return new Map([...of.files, [published.ledger(onSale, 0), JSON.stringify({ ...ledger, entries })]]);
      },
      /✗ The ledger: wrong/,
      /tampered with/,
    ],
    [
      'a move that was taken out of a ledger which was written anew',
      (of) => retold(of, (entries) => entries.filter((entry) => !isMove(entry))),
      /the commitment to round 0 names the beacon's round/,
      /commitment to round 0 names another beacon/,
    ],
    [
      'a move that was told after the old beacon was out',
      (of) =>
        retold(of, (entries) =>
          entries
            .map((entry) => (isMove(entry) ? { ...entry, at: outAt(entry) + 1 } : entry))
            .toSorted((one, other) => one.at - other.at),
        ),
      /entry \d+ moves the doors too late/,
      /the doors were moved too late/,
    ],
    [
      'a move that names another beacon',
      (of) =>
        retold(of, (entries) =>
          entries.map((entry) =>
            isMove(entry)
              ? { ...entry, detail: { ...entry.detail, decides: Number(entry.detail.decides) + 1 } }
              : entry,
          ),
        ),
      /entry \d+ moves the doors .* of another beacon than the rule's/,
      /the moved doors name another beacon/,
    ],
  ])('of %s', async (_name, tamper, words, pythonWords) => {
    const files = tamper(played);
    const { status, text } = await verified(files);
    expect(text).toMatch(words);
    expect(status).toBe(1);
    if (!hasPython) return;
    expect(() => python(files, played.receipts[0]?.receipt ?? '')).toThrow(pythonWords);
  });
});

/** When the beacon of the doors that were moved came out. */
function outAt({ detail }: LedgerLine): number {
  return beaconOutAt(chain, lobbyBeacon(chain, Number(detail.insteadOf), friends.length));
}

const folder = mkdtempSync(join(tmpdir(), 'stampede-moved-doors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The position that the program of the page finds. It throws what the program says is wrong. */
function python(files: ReadonlyMap<string, string>, receipt: string): string {
  const program = join(folder, 'verify.py');
  writeFileSync(program, /^```python\n([\s\S]*?)\n```$/m.exec(page)?.[1] ?? '');
  const names = [...files.values()].map((text, at) => {
    const name = join(folder, `${at}.json`);
    writeFileSync(name, text);
    return name;
  });
  return execFileSync('python3', [program, receipt, ...names], { encoding: 'utf8', stdio: 'pipe' }).trim();
}
