import type { StaffAct } from '../../contracts/order.ts';
import { tab } from '../box.store.ts';
import { type BookFilter, noFilter } from './filter.ts';

/*
 * What somebody had on the page when they went to sign in again: for this tab, and for the one return from it. The order
 * that lay open is in the address.
 */

export interface BookDraft {
  readonly typed: string;
  readonly filter: BookFilter;
  readonly asked?: StaffAct['act'];
}

const name = 'stampede.order-book';

export const bookDraft = {
  keep: (draft: BookDraft) => tab.put(name, JSON.stringify(draft)),
  take: (): BookDraft => {
    const kept = tab.read<BookDraft>(name);
    tab.drop(name);
    return kept ?? { typed: '', filter: noFilter };
  },
};
