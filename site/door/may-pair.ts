import { may } from '../../rules/permissions.ts';
import type { Night } from './door-api.ts';
import type { DoorState } from './door-state.ts';

/** The performances whose devices a supervisor may pair, in their order. `now` in milliseconds since the epoch. */
export function nightsToPair({ who, nights }: Pick<DoorState, 'who' | 'nights'>, now: number): readonly Night[] {
  const grants = who.me?.grants ?? [];
  return (nights ?? []).filter(({ id, show }) => may(grants, 'pair-devices', [{ performance: id, show }], now));
}
