import { openPublishedFiles } from '../aws.gateway.ts';
import { type StaffBook, staffBookPath } from './staff-book.ts';
import { type WhoAsks, whoAsks } from './who-asks.ts';

/** The variables of every handler of staff. */
interface StaffEnv {
  readonly STAFF_BUCKET: string;
  /** Addresses, with a comma between. */
  readonly STAFF_OWNERS: string;
}

export const ownersIn = ({ STAFF_OWNERS }: Pick<StaffEnv, 'STAFF_OWNERS'>): readonly string[] =>
  STAFF_OWNERS.split(',');

/** Who asks, by the book in the bucket. */
export function openWhoAsks(env: StaffEnv): WhoAsks {
  const files = openPublishedFiles(env.STAFF_BUCKET);
  return whoAsks({ readBook: () => files.read<StaffBook>(staffBookPath), owners: ownersIn(env) });
}
