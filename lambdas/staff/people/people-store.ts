import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import { emptyBook, type StaffBook, staffBookPath } from '../../foundation/staff/staff-book.ts';

/** The book of the staff, of which each write follows the one that was read. */
export interface PeopleStore {
  read(): Promise<StaffBook>;
  /**
   * Writes what the step makes of the book. Where somebody else wrote meanwhile, the step is done again on theirs.
   * @returns the book as it stands after it.
   */
  change(step: (book: StaffBook) => StaffBook): Promise<StaffBook>;
}

/** Nothing between here and S3 keeps it. */
const cacheControl = 'no-store';

/** People write by hand: more than this many at once is a fault. */
const mostTries = 8;

export function peopleStore(files: Pick<FilesByPath, 'readTagged' | 'writeIf'>): PeopleStore {
  const tagged = async () => {
    const found = await files.readTagged<StaffBook>(staffBookPath);
    return { book: found?.file ?? emptyBook, tag: found?.tag };
  };
  return {
    read: async () => (await tagged()).book,
    async change(step) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const { book, tag } = await tagged();
        const next = step(book);
        if (next === book) return book;
        if ((await files.writeIf(staffBookPath, next, cacheControl, tag)).ok) return next;
      }
      throw new Error(`The book of the staff moved ${mostTries} times while it was changed`);
    },
  };
}
