import type { StaffPeople } from '../../../contracts/staff.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import { peopleShown } from './people-shown.ts';
import type { PeopleStore } from './people-store.ts';

export interface ListPeopleDeps {
  readonly people: Pick<PeopleStore, 'read'>;
  readonly owners: readonly string[];
}

/** The people and grants that the asker may change. */
export async function listPeople({ people, owners }: ListPeopleDeps, asker: StaffMember): Promise<StaffPeople> {
  return peopleShown(await people.read(), owners, asker);
}
