import type { HoldRequest } from '../../../contracts/house.ts';
import { mutants } from '../../mutants.ts';
import type { SceneStage, SmallScene } from '../scene.ts';
import { askFor, expectHeld } from './shoppers.ts';
import { tinyHouse } from './tiny-house.ts';

/**
 * Two fans ask for four of three seats. The asks of the first are in one share, the ask of the second in another. Then
 * the second allocator takes from the first what it is slow with.
 */
const asks: readonly {
  readonly fan: string;
  readonly key: string;
  readonly share: number;
  readonly wish: HoldRequest;
}[] = [
  { fan: 'one', key: 'hold-key-first', share: 0, wish: { best: { count: 1 } } },
  { fan: 'one', key: 'hold-key-again', share: 0, wish: { seats: ['part-1-A-1'] } },
  { fan: 'two', key: 'hold-key-both', share: 1, wish: { best: { count: 2 } } },
];

export const twoAllocators: SmallScene = {
  tells: 'two allocators work on three asks, one of them takes the other one’s, and one process dies anywhere',
  houses: tinyHouse([2, 1], 2),
  seatsPerFan: 2,
  fromDoors: 60_000,
  mishaps: { kinds: ['dies-after'], most: 1 },
  async prepare(stage) {
    const { onAsked } = stage;
    stage.onAsked = () => {};
    for (const fan of ['one', 'two']) stage.morning.name(fan, fan);
    for (const ask of asks) await askFor(stage, ask);
    stage.onAsked = onAsked;
  },
  play(stage) {
    stage.spawn('first allocator', stage.allocate());
    stage.spawn('second allocator', workOffAll(stage));
  },
  atEnd: (stage) => expectHeld(stage, asks, (held) => held >= 1),
  mutants: { 'section-version': mutants['section-version'].spoils },
};

async function workOffAll(stage: SceneStage): Promise<void> {
  await stage.allocate({ share: 1 });
  await stage.allocate({ early: true });
}
