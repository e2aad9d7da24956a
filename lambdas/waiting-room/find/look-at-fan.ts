import type { FoundFan } from '../../../contracts/find-fan.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import { drawnPosition } from '../draw/remembered-rounds.ts';
import type { RollStore } from '../draw/roll-store.ts';
import type { RoundStore } from '../draw/round-store.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { Marks } from '../line/marks.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import type { AppealStore } from '../place/appeal-store.ts';
import type { FanRecord, FanStore } from '../place/fan-store.ts';
import { foundFan, type KnownOfFan } from './found-fan.ts';

export interface LookDeps {
  readonly fans: Pick<FanStore, 'read'>;
  readonly rolls: Pick<RollStore, 'read'>;
  readonly rounds: Pick<RoundStore, 'sheet'>;
  readonly shoppers: Pick<ShoppersStore, 'wishes'>;
  readonly appeals: Pick<AppealStore, 'find'>;
  readonly marks: Marks;
}

/** Where the fan's mark stands, and the number that the draw gave it. */
export async function placeOf(
  { rolls, rounds, marks }: Pick<LookDeps, 'rolls' | 'rounds' | 'marks'>,
  { facts, progress }: LineRecord,
  { pin }: Pick<FanRecord, 'pin'>,
  now: number,
): Promise<Pick<KnownOfFan, 'place' | 'position'>> {
  const mark = await marks(pin.onSale, pin.fan, now);
  const index = mark === undefined ? -1 : (await rolls.read(pin, 'latest')).marks.indexOf(mark);
  if (index < 0) return { place: undefined, position: undefined };
  const place = { round: pin.round, shard: pin.shard, index };
  const isDrawn = pin.round < progress.drawnRounds;
  return { place, position: isDrawn ? await drawnPosition(rounds, facts, place) : undefined };
}

/** The fan as this member of staff may see them. */
export async function lookAtFan(
  deps: LookDeps,
  asker: Pick<StaffMember, 'may'>,
  line: LineRecord,
  fan: FanRecord,
  now: number,
): Promise<FoundFan> {
  const { onSale } = line.facts;
  const may = (permission: Parameters<StaffMember['may']>[0]) => asker.may(permission, [{ onSale }]);
  const [place, wishes, appeal] = await Promise.all([
    placeOf(deps, line, fan, now),
    deps.shoppers.wishes(onSale, now),
    fan.slowerLane && may('help-fans') ? deps.appeals.find(onSale, fan.pin.fan) : undefined,
  ]);
  const needs = may('see-buyers') ? fan.needs : undefined;
  return foundFan({ line, fan, ...place, wishes, appeal: appeal?.message, needs }, now);
}
