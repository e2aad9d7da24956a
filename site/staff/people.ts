import type { StaffPeopleAct, StaffPerson } from '../../contracts/staff.ts';
import { peopleWords } from '../../words/en/staff-people.ts';
import { fieldMessage, type Trouble } from '../api.ts';
import { browser, learnTime, theatreTime } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { signInOver } from '../sign-in/me-api.ts';
import type { SignedInPage } from '../sign-in/signed-in.ts';
import { emptyForm, type GrantForm, type GrantWrong, wishOf } from './grant-wish.ts';
import { grantInWords } from './grants-view.tsx';
import { type Scopes, zoneOf } from './scopes.ts';
import { changePeople, readPeople } from './staff-api.ts';

export interface PeopleState {
  readonly list?: readonly StaffPerson[] | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  readonly typed: string;
  readonly form?: GrantForm | undefined;
  readonly wrong: GrantWrong;
  /** Asked whether that is to be done. */
  readonly sure?: Exclude<StaffPeopleAct, { readonly act: 'grant' }> | undefined;
  /** The last act, in words. */
  readonly done?: string | undefined;
}

export interface PeopleDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => PeopleState | undefined;
  readonly turn: (people: PeopleState) => void;
  readonly scopes: () => Scopes | undefined;
  /** Of whom something was changed. */
  readonly onChanged: (email: string) => void;
}

const first: PeopleState = { busy: false, typed: '', wrong: {} };

/** The owner's side of people and roles. */
export function tendPeople({ ask, state, turn, scopes, onChanged }: PeopleDeps) {
  const change = (changed: Partial<PeopleState>) => turn({ ...(state() ?? first), ...changed });
  const quiet = { trouble: undefined, done: undefined, sure: undefined, wrong: {} };

  const failed = (trouble: Trouble) => {
    const wrong: GrantWrong = {
      ...(fieldMessage(trouble, 'body.email') !== undefined && { email: true }),
      ...(fieldMessage(trouble, 'body.scope.id') !== undefined && { id: true }),
      ...(fieldMessage(trouble, 'body.until') !== undefined && { until: 'untilWrong' }),
    };
    change({ wrong, ...(Object.keys(wrong).length === 0 && trouble !== signInOver && { trouble }) });
    bringToNews();
  };

  const read = async (): Promise<void> => {
    change({ busy: true, trouble: undefined });
    const answer = await ask((access) => readPeople(browser, access));
    change({ busy: false });
    if (!answer.ok) return failed(answer.trouble);
    learnTime(answer.seen);
    change({ list: answer.body.people });
  };

  const perform = async (act: StaffPeopleAct): Promise<void> => {
    if (state()?.busy) return;
    const done = doneInWords(act, state()?.list ?? [], scopes());
    change({ ...quiet, busy: true });
    const answer = await ask((access) => changePeople(browser, access, act));
    change({ busy: false });
    if (!answer.ok) return failed(answer.trouble);
    learnTime(answer.seen);
    change({ list: answer.body.people, form: undefined, done });
    bringToNews();
    onChanged(act.email);
  };

  const openForm = (form: GrantForm) => {
    change({ ...quiet, form });
    document.querySelector<HTMLElement>('.grant-form input, .grant-form select')?.focus();
  };

  return {
    read: () => void read(),
    type: (typed: string) => change({ typed }),
    openForm: (isFor?: string) => openForm({ ...emptyForm, ...(isFor !== undefined && { isFor }) }),
    closeForm: () => {
      change({ form: undefined, wrong: {}, trouble: undefined });
      document.getElementById('give')?.focus();
    },
    fill: (filled: Partial<GrantForm>) => {
      const { form = emptyForm } = state() ?? {};
      change({ form: { ...form, ...filled } });
    },
    give: () => {
      const { form } = state() ?? {};
      if (!form) return;
      const wish = wishOf(form, zoneOf(scopes()), theatreTime());
      if (wish.ok) return void perform(wish.act);
      change({ ...quiet, wrong: wish.wrong });
      bringToNews();
    },
    askSure: (sure: PeopleState['sure']) => {
      change({ ...quiet, sure });
      if (sure) document.querySelector<HTMLElement>('.people-sure button')?.focus();
    },
    act: (act: StaffPeopleAct) => void perform(act),
  };
}

export type PeopleActs = ReturnType<typeof tendPeople>;

function doneInWords(act: StaffPeopleAct, people: readonly StaffPerson[], scopes: Scopes | undefined): string {
  if (act.act === 'remove') return peopleWords.removed(act.email);
  if (act.act === 'grant') return peopleWords.given(grantInWords(act, scopes), act.email);
  const grant = people.find(({ email }) => email === act.email)?.grants.find(({ id }) => id === act.grant);
  return peopleWords.taken(grant ? grantInWords(grant, scopes) : act.grant, act.email);
}
