import type { SeenHead } from '../contracts/heads.ts';
import type { Board } from '../contracts/line.ts';

/**
 * The head of a board as one word, `h1.<on-sale>.<n>.<rolls>.<head>.<at>`, as mails carry it. It is found again in any
 * text: a line that was copied, an address, a mail that was saved. Byte by byte in docs/fairness.md.
 */
export type ShownHead = Pick<SeenHead, 'n' | 'rolls' | 'head'> & {
  readonly onSale: string;
  /** Milliseconds since the epoch: when the board was written, as it says itself. */
  readonly at: number;
};

export function headText({
  onSale,
  writtenAt,
  ledger: { n, rolls, head },
}: Pick<Board, 'onSale' | 'writtenAt' | 'ledger'>): string {
  return `h1.${onSale}.${n}.${rolls}.${head}.${writtenAt}`;
}

const word = /(?<![a-z0-9.-])h1\.([a-z0-9-]{1,64})\.(\d{1,15})\.(\d{1,15})\.([0-9a-f]{64})\.(\d{1,15})(?!\d)/g;

/** Every head in a text, each once. Lines of a saved mail that were broken with `=` are read as one. */
export function headsIn(text: string): readonly ShownHead[] {
  const found = new Map<string, ShownHead>();
  for (const [whole, onSale = '', n, rolls, head = '', at] of text.replace(/=\r?\n/g, '').matchAll(word))
    found.set(whole, { onSale, n: Number(n), rolls: Number(rolls), head, at: Number(at) });
  return [...found.values()];
}
