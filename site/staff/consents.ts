import type { ConsentPage } from '../../contracts/news-consent.ts';
import { consentSheet, consentsNow } from '../../rules/consents-now.ts';
import { csvOf } from '../../rules/csv.ts';
import type { Trouble } from '../api.ts';
import { browser, learnTime } from '../browser.gateway.ts';
import { keepText } from '../elements/keep-text.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { signInOver } from '../sign-in/me-api.ts';
import type { SignedInPage } from '../sign-in/signed-in.ts';
import { readConsentPage } from './staff-api.ts';

export interface ConsentsState {
  readonly busy: boolean;
  /** Read so far. */
  readonly read: number;
  readonly trouble?: Trouble | undefined;
  /** Addresses of the file, once it was given to the browser. */
  readonly done?: { readonly all: number; readonly may: number } | undefined;
}

export interface ConsentsDeps {
  readonly ask: SignedInPage['ask'];
  readonly turn: (consents: ConsentsState) => void;
}

/** The buyers who may be written to, as one file: read a page at a time, since a season has thousands. */
export function tendConsents({ ask, turn }: ConsentsDeps) {
  let isBusy = false;
  const get = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    const read = await readAll();
    isBusy = false;
    if (!read.ok) {
      turn({ busy: false, read: 0, ...(read.trouble !== signInOver && { trouble: read.trouble }) });
      return bringToNews();
    }
    const now = consentsNow(read.all);
    if (now.length > 0) keepText('consents.csv', 'text/csv;charset=utf-8', csvOf(consentSheet(read.all)));
    const may = now.filter(({ takenBackAt }) => takenBackAt === undefined).length;
    turn({ busy: false, read: read.all.length, done: { all: now.length, may } });
  };
  const readAll = async () => {
    const all: ConsentPage['consents'][number][] = [];
    for (let from: string | undefined; ; ) {
      turn({ busy: true, read: all.length });
      const answer = await ask((access) => readConsentPage(browser, access, from));
      if (!answer.ok) return { ok: false as const, trouble: answer.trouble };
      learnTime(answer.seen);
      all.push(...answer.body.consents);
      from = answer.body.next;
      if (from === undefined) return { ok: true as const, all };
    }
  };
  return { get: () => void get() };
}

export type ConsentsActs = ReturnType<typeof tendConsents>;
