import { joinLine } from '../../../lambdas/waiting-room/entry/join-line.ts';
import { loadRoster } from '../../../lambdas/waiting-room/entry/load-roster.ts';
import { memberIdentity } from '../../../lambdas/waiting-room/line/line-keys.ts';
import { openLine } from '../../../lambdas/waiting-room/opening/open-line.ts';
import { tickLine } from '../../../lambdas/waiting-room/pace/tick-line.ts';
import { memberOf, roster } from '../../fans/entrant.ts';
import { onSale, opensAt } from '../../morning.ts';
import { mutants } from '../../mutants.ts';
import { promiseChain } from '../../seeds.ts';
import { keys, newMarkKey } from '../../stage/platform.ts';
import type { SceneStage, SmallScene } from '../scene.ts';
import { tinyHouse } from './tiny-house.ts';

/** A round of the time after the doors is open for 3 s, and a lease is as long. */
const laterMs = 4000;

/**
 * One fan stands in the open round, which is due. Two pacemakers close it: the lease of the first is over while it is
 * still at work. Three more fans join meanwhile, two of them on one shard.
 */
export const sealing: SmallScene = {
  tells: 'two pacemakers close one round while three fans join it',
  houses: tinyHouse([3], 1),
  seatsPerFan: 1,
  fromDoors: 0,
  mishaps: { kinds: ['dies-after'], most: 0 },
  hasLine: true,
  async prepare(stage) {
    const { morning } = stage;
    const { publisher, stores } = morning.platform;
    const numbers = [1, 2, 3, 4];
    for (const number of numbers) {
      const { member } = memberOf({ number });
      morning.name(keys.line.fanKey(onSale, memberIdentity([roster], member)), `fan ${number}`);
    }
    const members = numbers.map((number) => memberOf({ number }));
    await loadRoster({ fans: stores.fans, keys: keys.line }, { roster, members });
    const opened = await openLine(
      {
        lines: stores.lines,
        marks: stores.marks,
        files: publisher,
        keys: keys.line,
        newMarkKey,
        layout: morning.of.layout,
      },
      {
        onSale,
        title: 'Friends of the theatre',
        opensAt,
        closesAt: opensAt + 60 * 60_000,
        entry: 'members',
        roster,
        audience: numbers.length,
        dials: morning.of.dials,
      },
      morning.time.now - 1000,
    );
    if (!opened.ok) throw new Error(opened.detail);
    promiseChain(opened.line.chain.anchor);
    await tick(stage, morning.time.now);
    await join(stage, 1, 0.9);
    morning.time.now += laterMs;
  },
  play(stage) {
    const { now } = stage.morning.time;
    stage.spawn('first pacemaker', tick(stage, now));
    stage.spawn('second pacemaker', tick(stage, now + laterMs));
    for (const [at, shard] of [0, 0, 0.5].entries()) stage.spawn(`fan ${at + 2}`, join(stage, at + 2, shard));
  },
  mutants: {
    'sealed-shard': mutants['sealed-shard'].spoils,
    'line-version': mutants['line-version'].spoils,
    'told-before-drawn': mutants['told-before-drawn'].spoils,
  },
};

/** If it dies, another comes at its next turn: see the end of the scene. */
async function tick(stage: SceneStage, now: number): Promise<void> {
  await stage.run('pacemaker', (by) => tickLine(stage.morning.platform.tickDeps(by, new Map()), onSale, now));
}

/** `shard`: the part of the shards before theirs. */
async function join(stage: SceneStage, number: number, shard: number): Promise<void> {
  const request = { entry: 'members' as const, ...memberOf({ number }) };
  const answer = await stage.ask(`fan ${number}`, (api, now) =>
    joinLine({ ...api, keys: keys.line, random: () => shard }, { onSale, request }, now),
  );
  if (!answer.ok) throw new Error(answer.detail);
}
