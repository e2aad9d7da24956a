/** All kinds of one cloud share this of IAM: the book of the templates' policies, the gate, and the record of its decisions. */
import { Gate, type Heard, type IamMode } from './gate.ts';
import { OpenBook } from './policy-book.ts';
import { Usage } from './usage.ts';

export interface Iam {
  /** Filled while resources are made, and only read from then on. */
  readonly book: OpenBook;
  readonly gate: Gate;
  readonly usage: Usage;
  /** For gates of other threads, which tell what they saw. */
  readonly hear: (heard: Heard) => void;
}

/** @param log hears of each refusal once. */
export const iamOf = (mode: IamMode, account: string, log: (line: string) => void): Iam => {
  const book = new OpenBook(account);
  const usage = new Usage();
  const said = new Set<string>();
  const hear = (heard: Heard): void => {
    usage.hear(heard);
    if (heard.is !== 'refused' || said.has(heard.sentence)) return;
    said.add(heard.sentence);
    log(`${mode === 'enforce' ? '' : 'would be refused: '}${heard.sentence}`);
  };
  return { book, usage, hear, gate: new Gate(mode, book, hear) };
};
