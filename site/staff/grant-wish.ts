import type { GrantScope, StaffPeopleAct, StaffRole } from '../../contracts/staff.ts';
import { typedOnTheWall } from '../../rules/wall-clock.ts';

/*
 * A role that is about to be given, as it stands in the form. It becomes an act, or the fields that must be put right.
 */

export interface GrantForm {
  readonly email: string;
  /** The form is for this person: the address is not asked for. */
  readonly isFor?: string;
  readonly role: StaffRole;
  readonly of: GrantScope['of'];
  /** Of what it is for, as `of` has it. */
  readonly id: string;
  readonly hasEnd: boolean;
  /** `YYYY-MM-DD` and `HH:MM`, by the venue's clocks. */
  readonly day: string;
  readonly time: string;
}

export const emptyForm: GrantForm = {
  email: '',
  role: 'box-office',
  of: 'everything',
  id: '',
  hasEnd: false,
  day: '',
  time: '',
};

/** The field that is wrong, and how. */
export type GrantWrong = {
  readonly email?: true;
  readonly id?: true;
  readonly until?: 'untilWrong' | 'untilPast' | 'untilSkipped';
};

export type GrantWish =
  | { readonly ok: true; readonly act: Extract<StaffPeopleAct, { readonly act: 'grant' }> }
  | { readonly ok: false; readonly wrong: GrantWrong };

/** `now` in milliseconds since the epoch. */
export function wishOf(form: GrantForm, timeZone: string, now: number): GrantWish {
  const until = form.hasEnd ? untilOf(form, timeZone, now) : undefined;
  const email = form.isFor ?? form.email.trim();
  const wrong: GrantWrong = {
    ...(!/^\S+@\S+\.\S+$/.test(email) && { email: true }),
    ...(form.of !== 'everything' && !/^[a-z0-9-]{1,64}$/.test(form.id) && { id: true }),
    ...(typeof until === 'string' && { until }),
  };
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const scope: GrantScope = form.of === 'everything' ? { of: 'everything' } : { of: form.of, id: form.id };
  return {
    ok: true,
    act: { act: 'grant', email, role: form.role, scope, ...(typeof until === 'number' && { until }) },
  };
}

function untilOf({ day, time }: GrantForm, timeZone: string, now: number): number | GrantWrong['until'] {
  const moment = typedOnTheWall(day, time, timeZone);
  if (!moment) return 'untilWrong';
  if (!moment.ok) return 'untilSkipped';
  return moment.at <= now ? 'untilPast' : moment.at;
}
