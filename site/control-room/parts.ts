import type { StaffPermission } from '../../contracts/staff.ts';
import { mayNow, type WhoIsIn } from '../sign-in/signed-in.ts';

/** A part of the control room, by the fragment of the address. */
export type ControlPart = keyof typeof opens;

/** What each part needs somewhere, in the order in which they stand. */
const opens = {
  picture: 'see-readings',
  sale: 'sell-levers',
  fans: 'find-fans',
  answers: 'see-readings',
  plan: 'see-readings',
  risks: 'see-readings',
  go: 'see-readings',
  switch: 'turn-switch',
} as const satisfies Readonly<Record<string, StaffPermission>>;

export const opensTo = (who: WhoIsIn, part: ControlPart): boolean => mayNow(who, opens[part]);

/** The parts that are open to somebody. */
export const partsFor = (who: WhoIsIn): readonly ControlPart[] =>
  (Object.keys(opens) as ControlPart[]).filter((part) => opensTo(who, part));

export function partOf(fragment: string): ControlPart {
  const named = fragment.replace(/^#/, '').split('=')[0] ?? '';
  return Object.hasOwn(opens, named) ? (named as ControlPart) : 'picture';
}
