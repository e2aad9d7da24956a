/** Keeps what was sent in `<state>/mails.jsonl`, a line a message, so that the mailbox outlives a restart. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mail } from './mail-shape.ts';

export interface MailsStore {
  readonly put: (mail: Mail) => void;
  /** The newest first. */
  readonly all: () => readonly Mail[];
}

const ownerOnly = 0o600;

export const openMailsStore = (state: string): MailsStore => {
  const file = join(state, 'mails.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const mails = lines.flatMap((line): Mail[] => {
    try {
      return [JSON.parse(line) as Mail];
    } catch {
      // Cut short by a crash while it was written: that one is lost, as mail may be.
      return [];
    }
  });
  return {
    put: (mail) => {
      mails.push(mail);
      appendFileSync(file, `${JSON.stringify(mail)}\n`, { mode: ownerOnly });
    },
    all: () => mails.toReversed(),
  };
};
