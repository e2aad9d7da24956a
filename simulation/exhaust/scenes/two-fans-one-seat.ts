import { mutants } from '../../mutants.ts';
import type { SceneStage, SmallScene } from '../scene.ts';
import { askFor, expectHeld, lookAt } from './shoppers.ts';
import { tinyHouse } from './tiny-house.ts';

/** Their asks go in two shares, as in a large house, so that two allocators are at work. */
const asks = [
  { fan: 'one', key: 'hold-key-one', share: 0 },
  { fan: 'two', key: 'hold-key-two', share: 1 },
] as const;

/** Each asks for the seat and looks for the answer, whatever the other does. For each ask an allocator comes. */
export const twoFansOneSeat: SmallScene = {
  tells: 'two fans ask for the one seat there is and look for the answer, and one process dies anywhere',
  houses: tinyHouse([1], 1),
  seatsPerFan: 1,
  fromDoors: 60_000,
  mishaps: { kinds: ['dies-after'], most: 1 },
  async prepare({ morning }) {
    for (const { fan } of asks) morning.name(fan, fan);
  },
  play(stage) {
    for (const ask of asks) stage.spawn(ask.fan, askAndLook(stage, ask));
  },
  atEnd: (stage) => expectHeld(stage, asks, (held) => held === 1),
  mutants: { 'section-version': mutants['section-version'].spoils },
};

async function askAndLook(stage: SceneStage, ask: (typeof asks)[number]): Promise<void> {
  await lookAt(stage, ask.fan, await askFor(stage, { ...ask, wish: { seats: ['part-1-A-1'] } }));
}
