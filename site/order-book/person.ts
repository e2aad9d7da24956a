import type { PersonFound } from '../../contracts/personal-data.ts';
import type { Trouble } from '../api.ts';
import { browser, learnTime } from '../browser.gateway.ts';
import { keepText } from '../elements/keep-text.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { signInOver } from '../sign-in/me-api.ts';
import type { SignedInPage } from '../sign-in/signed-in.ts';
import { actOn, seekPerson } from './book-api.ts';

type PersonOrder = PersonFound['orders'][number];

/** One person, as far as orders know them, and what is being done about it. */
export interface PersonState {
  readonly email: string;
  /** Once the whole book was gone through. */
  readonly orders?: readonly PersonOrder[] | undefined;
  readonly busy?: 'looking' | 'erasing' | undefined;
  /** The question before the erasure. */
  readonly asked?: boolean;
  /** How many were erased by the last press. */
  readonly erased?: number | undefined;
  readonly trouble?: Trouble | undefined;
}

export interface PersonDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => PersonState | undefined;
  readonly turn: (person: PersonState | undefined) => void;
}

/** Those that an erasure takes now; with `although` also those that are still to come. */
export const erasable = (orders: readonly PersonOrder[], although: boolean): readonly PersonOrder[] =>
  orders.filter(({ kept }) => kept === undefined || (although && kept === 'to-come'));

/** Finds, hands over and erases. Each order is erased by an act of its own, so what was cut short is found and gone on with. */
export function tendPerson({ ask, state, turn }: PersonDeps) {
  const change = (changed: Partial<PersonState>) => turn({ email: '', ...state(), ...changed });
  const failed = (trouble: Trouble) => {
    change({ busy: undefined, ...(trouble !== signInOver && { trouble }) });
    bringToNews();
  };
  const look = async (email: string, more: Partial<PersonState> = {}): Promise<void> => {
    if (state()?.busy === 'looking') return;
    change({ email, orders: undefined, asked: false, erased: undefined, trouble: undefined, busy: 'looking' });
    const orders: PersonOrder[] = [];
    for (let from: string | undefined; ; ) {
      const asked = { email, ...(from !== undefined && { from }) };
      const answer = await ask((access) => seekPerson(browser, access, asked));
      if (state()?.email !== email) return;
      if (!answer.ok) return failed(answer.trouble);
      learnTime(answer.seen);
      orders.push(...answer.body.orders);
      from = answer.body.next;
      if (from === undefined) break;
    }
    change({ orders, busy: undefined, ...more });
    bringToNews();
  };
  const erase = async (reason: string, although: boolean): Promise<void> => {
    const { orders = [], email, busy } = state() ?? { email: '' };
    if (busy) return;
    change({ busy: 'erasing', trouble: undefined });
    let erased = 0;
    for (const { order } of erasable(orders, although)) {
      const act = { act: 'erase-person', reason, ...(although && { although: 'to-come' as const }) } as const;
      const answer = await ask((access) => actOn(browser, access, order, act));
      if (!answer.ok) return failed(answer.trouble);
      erased += 1;
    }
    change({ busy: undefined });
    await look(email, { erased });
  };
  return {
    open: () => turn({ email: '' }),
    close: () => turn(undefined),
    look: (email: string) => void look(email),
    ask: (asked: boolean) => change({ asked, trouble: undefined }),
    erase: (reason: string, although: boolean) => void erase(reason, although),
    keep: (words: readonly string[]) => {
      const { email, orders = [] } = state() ?? { email: '' };
      const file = { about: email, madeAt: new Date().toISOString(), orders, notInThisFile: words };
      keepText('person.json', 'application/json', `${JSON.stringify(file, undefined, 2)}\n`);
    },
  };
}

export type PersonActs = ReturnType<typeof tendPerson>;
