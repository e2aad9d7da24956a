import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import { type KeptFile, keptFile } from '../../foundation/kept-file.ts';
import { emptyBook, type StaffBook, staffBookPath } from '../../foundation/staff/staff-book.ts';

/** The book of the staff. */
export type PeopleStore = KeptFile<StaffBook>;

export const peopleStore = (files: Pick<FilesByPath, 'readTagged' | 'writeIf'>): PeopleStore =>
  keptFile(files, staffBookPath, emptyBook);
