import { type Behind, neverBehind } from '../../lambdas/foundation/kept-items.ts';
import { auditTwin } from '../../lambdas/foundation/staff/audit.twin.ts';
import type { AuditStore } from '../../lambdas/foundation/staff/audit-store.ts';
import { doorTwin } from '../../lambdas/ordering/door/door.twin.ts';
import type { DoorStore } from '../../lambdas/ordering/door/door-store.ts';
import { followTwin } from '../../lambdas/ordering/follow/follow.twin.ts';
import type { FollowStore } from '../../lambdas/ordering/follow/follow-store.ts';
import { orderTwin } from '../../lambdas/ordering/order/order.twin.ts';
import type { OrderStore } from '../../lambdas/ordering/order/order-store.ts';
import { deviceTwin } from '../../lambdas/ordering/pairing/device.twin.ts';
import type { DeviceStore } from '../../lambdas/ordering/pairing/device-store.ts';
import { houseTwin } from '../../lambdas/seating/house/house.twin.ts';
import type { HouseStore } from '../../lambdas/seating/house/house-store.ts';
import { rollTwin } from '../../lambdas/waiting-room/draw/roll.twin.ts';
import type { RollStore } from '../../lambdas/waiting-room/draw/roll-store.ts';
import { roundTwin } from '../../lambdas/waiting-room/draw/round.twin.ts';
import type { RoundStore } from '../../lambdas/waiting-room/draw/round-store.ts';
import { gateTwin } from '../../lambdas/waiting-room/entry/gate.twin.ts';
import type { GateStore } from '../../lambdas/waiting-room/entry/gate-store.ts';
import { inviteTwin } from '../../lambdas/waiting-room/entry/invite.twin.ts';
import type { InviteStore } from '../../lambdas/waiting-room/entry/invite-store.ts';
import { noteTwin } from '../../lambdas/waiting-room/levers/note.twin.ts';
import type { NoteStore } from '../../lambdas/waiting-room/levers/note-store.ts';
import { ledgerTwin } from '../../lambdas/waiting-room/line/ledger.twin.ts';
import type { LedgerStore } from '../../lambdas/waiting-room/line/ledger-store.ts';
import { lineTwin } from '../../lambdas/waiting-room/line/line.twin.ts';
import type { LineStore } from '../../lambdas/waiting-room/line/line-store.ts';
import { markTwin } from '../../lambdas/waiting-room/line/mark.twin.ts';
import type { MarkStore } from '../../lambdas/waiting-room/line/mark-store.ts';
import { shoppersTwin } from '../../lambdas/waiting-room/line/shoppers.twin.ts';
import type { ShoppersStore } from '../../lambdas/waiting-room/line/shoppers-store.ts';
import { appealTwin } from '../../lambdas/waiting-room/place/appeal.twin.ts';
import type { AppealStore } from '../../lambdas/waiting-room/place/appeal-store.ts';
import { fanTwin } from '../../lambdas/waiting-room/place/fan.twin.ts';
import type { FanStore } from '../../lambdas/waiting-room/place/fan-store.ts';
import { handoverTwin } from '../../lambdas/waiting-room/place/handover.twin.ts';
import type { HandoverStore } from '../../lambdas/waiting-room/place/handover-store.ts';

/** Everything that is kept, by the name that calls to it have in the chronicle. */
export interface Stores {
  readonly lines: LineStore;
  readonly rolls: RollStore;
  readonly rounds: RoundStore;
  readonly marks: MarkStore;
  readonly fans: FanStore;
  readonly shoppers: ShoppersStore;
  readonly ledger: LedgerStore;
  readonly gate: GateStore;
  readonly appeals: AppealStore;
  readonly handovers: HandoverStore;
  readonly invites: InviteStore;
  readonly seats: HouseStore;
  readonly orders: OrderStore;
  readonly door: DoorStore;
  readonly follow: FollowStore;
  readonly devices: DeviceStore;
  readonly audit: AuditStore;
  readonly notes: NoteStore;
}

/** `behind`: how far behind reads are that need not be of the latest. */
export const twins = (behind: Behind = neverBehind): Stores => ({
  lines: lineTwin(behind),
  rolls: rollTwin(behind),
  rounds: roundTwin(),
  marks: markTwin(),
  fans: fanTwin(behind),
  shoppers: shoppersTwin(),
  ledger: ledgerTwin(),
  gate: gateTwin(),
  appeals: appealTwin(),
  handovers: handoverTwin(),
  invites: inviteTwin(),
  seats: houseTwin(behind),
  orders: orderTwin(behind),
  door: doorTwin(behind),
  follow: followTwin(),
  devices: deviceTwin(),
  audit: auditTwin(),
  notes: noteTwin(),
});
