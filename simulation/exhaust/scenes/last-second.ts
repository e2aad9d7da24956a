import { extendBasket } from '../../../lambdas/seating/ask/extend-basket.ts';
import { Breach } from '../../audit/breach.ts';
import { signers } from '../../stage/platform.ts';
import type { SmallScene } from '../scene.ts';
import { askFor, lookAt, passOf } from './shoppers.ts';
import { tinyHouse } from './tiny-house.ts';

const fan = 'one';

/**
 * A fan who may have one seat asks for more time in the last second of a hold, and for another seat a second later. Both
 * asks are worked off at once. The allocator of the first began while the hold was live, and its clock stands still; for
 * the other, the hold is over.
 */
export const lastSecond: SmallScene = {
  tells:
    'more time is asked for in the last second of a hold, and another seat when it is over; one process dies anywhere',
  houses: tinyHouse([1, 1], 1),
  seatsPerFan: 1,
  fromDoors: 60_000,
  mishaps: { kinds: ['dies-after'], most: 1 },
  async prepare(stage) {
    const { morning, onAsked } = stage;
    const { time } = morning;
    morning.name(fan, fan);
    stage.onAsked = () => {};
    const hold = await askFor(stage, { fan, key: 'hold-key-first', wish: { seats: ['part-1-A-1'] } });
    await stage.allocate();
    const view = await lookAt(stage, fan, hold);
    if (view.state !== 'held') throw new Breach('S2', `${hold} is ${view.state}`, [hold]);
    time.now = view.expiresAt - 500;
    const began = time.now;
    await stage.ask(fan, (api, now) =>
      extendBasket(
        { store: api.seats, books: api.books, ...signers, findEnded: api.findEnded, ask: api.ask },
        { pass: passOf(fan) },
        now,
      ),
    );
    time.now = view.expiresAt + 500;
    await askFor(stage, { fan, key: 'hold-key-second', share: 1, wish: { seats: ['part-2-A-1'] } });
    stage.onAsked = onAsked;
    stage.begins = () => {
      stage.spawn('slow allocator', stage.allocate({ at: began }));
      stage.spawn('other allocator', stage.allocate({ share: 1 }));
    };
  },
  play: (stage) => stage.begins(),
  mutants: {
    // An allocator believes its own clock alone, and nothing that a later one wrote.
    'clock-back': () => ({
      allocator: (allocator) => ({
        ...allocator,
        store: {
          ...allocator.store,
          async baskets(keys) {
            const read = await allocator.store.baskets(keys);
            return read.map((basket) => ({
              ...basket,
              entries: basket.entries.map((entry) => ({ ...entry, decidedAt: entry.decidedAt - 60_000 })),
            }));
          },
        },
      }),
    }),
  },
};
