import type { OrderRequest } from '../../../contracts/order.ts';
import { Breach } from '../../audit/breach.ts';
import { stores } from '../../mutant.ts';
import { mutants } from '../../mutants.ts';
import { hear, place, tend } from '../../ordering.ts';
import type { SceneStage, SmallScene } from '../scene.ts';
import { askFor, lookAt, passOf } from './shoppers.ts';
import { tinyHouse } from './tiny-house.ts';

const fan = 'one';

/** When an order that is not paid is given up: ten minutes after its seats lapse, and these are held for one. */
const givenUpMs = 12 * 60_000;

/**
 * A fan orders the seat they hold. The bank thinks it over, and says so twice; whoever looks after orders comes when the
 * order's time is just over. All of it at the same time.
 */
export const oneOrder: SmallScene = {
  tells:
    'one order, whose bank is late and speaks twice, is looked after as its time ends, and one process dies anywhere',
  houses: tinyHouse([1], 1),
  seatsPerFan: 1,
  fromDoors: 60_000,
  mishaps: { kinds: ['dies-after'], most: 1 },
  async prepare(stage) {
    stage.morning.name(fan, fan);
    const { onAsked } = stage;
    stage.onAsked = () => {};
    const hold = await askFor(stage, { fan, key: 'hold-key-one', wish: { seats: ['part-1-A-1'] } });
    await stage.allocate();
    stage.onAsked = onAsked;
    const { time } = stage.morning;
    stage.onDecided = (order, at) => stage.spawn('bank', decided(stage, order, at));
    const view = await lookAt(stage, fan, hold);
    if (view.state !== 'held') throw new Breach('S2', `${hold} is ${view.state}`, [hold]);
    const request: OrderRequest = {
      slips: [view.slip],
      buyer: { name: 'Buyer One', email: 'buyer-1@example.org' },
      payment: { method: 'sandbox-card', card: 'twice' },
    };
    const { now } = time;
    stage.begins = () => stage.spawn(fan, order(stage, request, now));
    stage.onOrdered = () => stage.spawn('clock', lookAfter(stage, now + givenUpMs));
  },
  play: (stage) => stage.begins(),
  mutants: {
    'order-version': mutants['order-version'].spoils,
    // Needs two outcomes of one sale at the same time, the second read before all that the first leads to, and written after.
    'late-outcome': stores(({ orders }) => ({
      orders: {
        ...orders,
        async write(order) {
          const put = await orders.write(order);
          if (put.ok || order.state !== 'placed' || Object.keys(order.outcomes).length === 0) return put;
          const standing = (await orders.get(order.id))?.version ?? 0;
          return orders.write({ ...order, version: standing + 1 });
        },
      },
    })),
  },
};

/** The fan asks again until there is an answer. */
async function order(stage: SceneStage, request: OrderRequest, now: number): Promise<void> {
  const placed = await stage.ask(fan, (api) =>
    place(api, { pass: passOf(fan), idempotencyKey: 'order-key-one', request }, now),
  );
  if (!placed.ok) throw new Error(placed.detail);
}

/** Its message comes until it was heard. */
async function decided(stage: SceneStage, id: string, at: number): Promise<void> {
  await stage.ask('bank', (api) => hear(api, id, at));
}

/** Once: if it dies, the next minute's comes when all else is over. */
async function lookAfter(stage: SceneStage, now: number): Promise<void> {
  const { platform } = stage.morning;
  const looked = await stage.run('tender', (by) => tend(platform.api(by), () => now, now + 48_000));
  if (looked.ended === 'well') for (const { error } of looked.result.failed) stage.failed(error);
}
