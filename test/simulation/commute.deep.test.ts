import { expect, test } from '@jest/globals';
import { chanceOf } from '../../rehearsal/fans/chance.ts';
import { depend } from '../../simulation/exhaust/races.ts';
import { copyFast, SceneStage, type SmallScene } from '../../simulation/exhaust/scene.ts';
import { scenes } from '../../simulation/exhaust/scenes.ts';
import type { WaitingCall } from '../../simulation/exhaust/scheduler.ts';

/*
 * The enumeration leaves out one of two orders where footprint.ts says that two calls touch nothing in common. Here such
 * pairs of the real scenes are let through in both orders, and must be answered alike. Pairs that are said to touch each
 * other are tried as well: some of them must be answered otherwise, or the comparison sees nothing.
 */

const pairs = 60;

const way = ({ by, footprint }: WaitingCall) => ({ by, footprint, fate: 'well' as const });

async function begun(scene: SmallScene, prefix: readonly number[]): Promise<SceneStage> {
  const stage = new SceneStage({ ...scene, mishaps: { ...scene.mishaps, most: 0 } }, { kept: true, spoils: {} });
  await stage.begin();
  for (const id of prefix) await stage.letThrough(callOf(stage, id), 'well');
  return stage;
}

function callOf(stage: SceneStage, id: number): WaitingCall {
  const call = stage.waiting.find((one) => one.id === id);
  if (!call) throw new Error(`Call ${id} does not wait`);
  return call;
}

/** Queues number receipts and messages as they come: those are names, and nobody looks at their order. */
const counted = /"receipt":\d+|"id":"[mn]\d+"/g;

/** What the calls did and were answered, whatever their order. */
async function answers(scene: SmallScene, prefix: readonly number[], order: readonly WaitingCall[]): Promise<string[]> {
  const stage = await begun(scene, prefix);
  const { happenings } = stage.morning.chronicle;
  const before = happenings.length;
  for (const { id } of order) await stage.letThrough(callOf(stage, id), 'well');
  return happenings
    .slice(before)
    .filter(({ who, what }) => order.some(({ by, call }) => by === who && what.startsWith(call)))
    .map(({ who, what }) => `${who} ${what.replace(counted, '')}`)
    .sort();
}

test.each(Object.entries(scenes))(
  '%s: calls that touch nothing in common are answered alike in both orders',
  async (_, scene) => {
    const restore = copyFast();
    const chance = chanceOf(7);
    const tried = { apart: 0, together: 0, otherwise: 0 };
    try {
      for (let walk = 0; walk < 500 && tried.apart < pairs; walk += 1) {
        const prefix: number[] = [];
        const stage = await begun(scene, []);
        for (let steps = chance.whole(0, 40); steps > 0 && stage.waiting.length > 0; steps -= 1) {
          const next = stage.waiting[chance.whole(0, stage.waiting.length - 1)] as WaitingCall;
          prefix.push(next.id);
          await stage.letThrough(next, 'well');
        }
        const [one, other] = [...stage.waiting].sort(() => chance.next() - 0.5);
        if (!one || !other) continue;
        const isApart = !depend(way(one), way(other));
        const [first, second] = [
          await answers(scene, prefix, [one, other]),
          await answers(scene, prefix, [other, one]),
        ];
        if (isApart) {
          expect([prefix, second]).toEqual([prefix, first]);
          tried.apart += 1;
        } else {
          tried.together += 1;
          if (first.join() !== second.join()) tried.otherwise += 1;
        }
      }
    } finally {
      restore();
    }
    expect(tried.apart).toBeGreaterThan(pairs / 4);
    expect(tried.otherwise).toBeGreaterThan(0);
  },
);
