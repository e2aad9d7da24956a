import type { Refusal } from '../../../contracts/refusals.ts';
import type { StaffPeople } from '../../../contracts/staff.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { peopleShown } from './people-shown.ts';
import type { PeopleStore } from './people-store.ts';

export interface ListPeopleDeps {
  readonly people: Pick<PeopleStore, 'read'>;
  readonly owners: readonly string[];
}

/** All people and grants: for who may grant everything. */
export async function listPeople(
  { people, owners }: ListPeopleDeps,
  asker: StaffMember,
): Promise<{ readonly ok: true; readonly body: StaffPeople } | Refusal> {
  if (!asker.may('grant-roles', [everywhere])) return notAllowed();
  return { ok: true, body: peopleShown(await people.read(), owners) };
}
