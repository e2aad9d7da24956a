import { doorTwin } from '../../lambdas/ordering/door.twin.ts';
import type { DoorStore } from '../../lambdas/ordering/door-store.ts';
import { orderTwin } from '../../lambdas/ordering/order.twin.ts';
import type { OrderStore } from '../../lambdas/ordering/order-store.ts';
import { houseTwin } from '../../lambdas/seating/house.twin.ts';
import type { HouseStore } from '../../lambdas/seating/house-store.ts';
import { fanTwin } from '../../lambdas/waiting-room/fan.twin.ts';
import type { FanStore } from '../../lambdas/waiting-room/fan-store.ts';
import { ledgerTwin } from '../../lambdas/waiting-room/ledger.twin.ts';
import type { LedgerStore } from '../../lambdas/waiting-room/ledger-store.ts';
import { lineTwin } from '../../lambdas/waiting-room/line.twin.ts';
import type { LineStore } from '../../lambdas/waiting-room/line-store.ts';
import { roomTwin } from '../../lambdas/waiting-room/room.twin.ts';
import type { RoomStore } from '../../lambdas/waiting-room/room-store.ts';
import { roundTwin } from '../../lambdas/waiting-room/round.twin.ts';
import type { RoundStore } from '../../lambdas/waiting-room/round-store.ts';

/** Everything that is kept, by the name that calls to it have in the chronicle. */
export interface Stores {
  readonly lines: LineStore;
  readonly rounds: RoundStore;
  readonly fans: FanStore;
  readonly room: RoomStore;
  readonly ledger: LedgerStore;
  readonly seats: HouseStore;
  readonly orders: OrderStore;
  readonly door: DoorStore;
}

export const twins = (): Stores => ({
  lines: lineTwin(),
  rounds: roundTwin(),
  fans: fanTwin(),
  room: roomTwin(),
  ledger: ledgerTwin(),
  seats: houseTwin(),
  orders: orderTwin(),
  door: doorTwin(),
});
