import type { AuditEntry } from '../../contracts/staff.ts';
import type { Trouble } from '../api.ts';
import { browser, learnTime } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { signInOver } from '../sign-in/me-api.ts';
import type { SignedInPage } from '../sign-in/signed-in.ts';
import { readAuditPage } from './staff-api.ts';

export interface AuditState {
  readonly entries?: readonly AuditEntry[] | undefined;
  readonly next?: string | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  readonly typed: string;
}

export interface AuditDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => AuditState | undefined;
  readonly turn: (audit: AuditState) => void;
}

const first: AuditState = { busy: false, typed: '' };

/** The record of who did what, read a page at a time from its newest entry. */
export function tendAudit({ ask, state, turn }: AuditDeps) {
  const change = (changed: Partial<AuditState>) => turn({ ...(state() ?? first), ...changed });
  const read = async (from?: string): Promise<void> => {
    if (state()?.busy) return;
    change({ busy: true, trouble: undefined });
    const answer = await ask((access) => readAuditPage(browser, access, from));
    change({ busy: false });
    if (!answer.ok) {
      if (answer.trouble === signInOver) return;
      change({ trouble: answer.trouble });
      return bringToNews();
    }
    learnTime(answer.seen);
    const { entries, next } = answer.body;
    change({ entries: from === undefined ? entries : [...(state()?.entries ?? []), ...entries], next });
  };
  return {
    read: () => void read(),
    readOn: () => void read(state()?.next),
    type: (typed: string) => change({ typed }),
  };
}

export type AuditActs = ReturnType<typeof tendAudit>;
