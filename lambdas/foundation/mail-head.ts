import type { Language } from '../../contracts/languages.ts';
import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { headText } from '../../rules/head-text.ts';
import { mailHeadWords } from '../../words/all/mail-head.ts';
import { escaped } from './mail-text.ts';
import { Memory } from './memory.ts';

/*
 * The head of a line's board in a mail: its reader can show later what had been published by then (docs/fairness.md). It
 * is read from the published board, as everybody reads it, so a mail about an order needs nothing else of a line.
 */

/** The head of a line as text; undefined if its board cannot be read. A mail goes without it rather than not at all. */
export type FindHead = (onSale: string, now: number) => Promise<string | undefined>;

/** Far above the lines that are live at one time. */
const linesKept = 100;

/** As old as a board may be that nothing was changed on. */
const ageMs = 5_000;

export function rememberHeads(read: (path: string) => Promise<Board | undefined>): FindHead {
  const memory = new Memory<string>(linesKept);
  const look = async (onSale: string) => {
    const board = await read(published.board(onSale));
    return board && headText(board);
  };
  return (onSale, now) => memory.recall(onSale, () => look(onSale), { now, ageMs }).catch(() => undefined);
}

/** What a mail says of the head, as its last lines; nothing if there is none. `site`: e.g. `https://tickets.example.org`. */
export function headLines(
  { onSale, head, site }: { readonly onSale: string; readonly head: string | undefined; readonly site: string },
  language: Language,
): { readonly text: readonly string[]; readonly html: readonly string[] } {
  if (head === undefined) return { text: [], html: [] };
  const { keep, look } = mailHeadWords[language];
  // Behind the `#`, so that neither a server nor a log sees which mail was looked into.
  const url = `${site}/ledger?on-sale=${onSale}#head=${head}`;
  return {
    text: [keep, url, ''],
    html: [
      `<p style="margin:2em 0 0;font-size:.875rem;color:#55534f">${escaped(keep)} <a href="${escaped(url)}" style="color:#55534f">${escaped(look)}</a></p>`,
    ],
  };
}
