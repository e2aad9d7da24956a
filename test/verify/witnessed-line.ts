import type { Joined } from '../../contracts/line-requests.ts';
import { turnDials } from '../../lambdas/waiting-room/line/turn-dials.ts';
import { openLine } from '../../lambdas/waiting-room/opening/open-line.ts';
import { tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import {
  anOpening,
  joined,
  keys,
  newMarkKey,
  onSale,
  opensAt,
  SmallStage,
} from '../lambdas/waiting-room/small-stage.ts';
import { WitnessStandIn } from '../witness-stand-in.ts';
import { SampleBeacon } from './sample-line.ts';

/** What a line with two witnesses, and a third that never answers, published; two of three are promised. */
export interface WitnessedLine {
  readonly beacon: SampleBeacon;
  /** Texts by their paths, when all was done. */
  readonly files: Map<string, string>;
  /** The same after the lobby was committed to, and before its beacon. */
  readonly early: Map<string, string>;
  /** A fan's place: the last who joined. */
  readonly mine: Joined;
  readonly witnesses: readonly [one: WitnessStandIn, two: WitnessStandIn, silent: WitnessStandIn];
}

/** Plays the line on a small stage, tick by tick, as the pacemaker and the witnesses would. */
export async function witnessedLine(): Promise<WitnessedLine> {
  const beacon = new SampleBeacon('logged', opensAt / 1000 - 3000);
  const stage = new SmallStage();
  const witnesses = ['one', 'two', 'silent'].map((name) => new WitnessStandIn(`${name}.example/w`)) as [
    WitnessStandIn,
    WitnessStandIn,
    WitnessStandIn,
  ];
  const [one, two] = witnesses;
  const { stores, publisher } = stage;
  const { lines, marks } = stores;
  const log = { host: 'tickets.example.org', quorum: 2, witnesses: witnesses.map(({ vkey }) => ({ key: vkey })) };
  const opening = { lines, marks, files: publisher, keys, newMarkKey, beacon: beacon.chain, log };
  const opened = await openLine(opening, anOpening(), stage.now);
  const logKey = opened.ok ? (opened.line.log?.key ?? '') : '';
  const ask = async (url: string, body: string) =>
    url.startsWith('silent') ? undefined : (url.startsWith('one') ? one : two).add(body, logKey, stage.now);
  const urls = new Map(witnesses.map(({ name, vkey }) => [vkey, name]));
  const source = { chain: beacon.chain, at: async (round: number) => beacon.at(round) };
  const runUntil = async (until: number) => {
    while (stage.now < until) {
      stage.now = Math.min(until, stage.now + 1000);
      const deps = { ...stage.tickDeps(), beacon: source, witnesses: { urls, ask } };
      await tickLine(deps, onSale, stage.now);
      const { log: memory } = deps.memory.get(onSale) ?? {};
      await Promise.all([...(memory?.witnesses.values() ?? [])].map(({ asking }) => asking));
    }
  };
  const textsNow = () => new Map([...stage.files].map(([path, file]) => [path, JSON.stringify(file)] as const));
  for (let fan = 0; fan < 6; fan += 1) await stage.join(fan);
  await runUntil(opensAt + 5000);
  const early = textsNow();
  await runUntil(opensAt + 15_000);
  await turnDials(stores, { onSale, dials: { paused: true }, reason: 'a fire drill' }, stage.now);
  const mine = joined(await stage.join(7));
  await runUntil(opensAt + 30_000);
  return { beacon, files: textsNow(), early, mine, witnesses };
}
