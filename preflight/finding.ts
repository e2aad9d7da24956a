/** `ready`, `todo` for a person, or `unknown`: it could not be asked, or AWS tells nobody. */
export type State = 'ready' | 'todo' | 'unknown';

export interface Finding {
  readonly state: State;
  /** What was found, in one sentence. */
  readonly says: string;
  /** What a person does about it. */
  readonly todo?: string;
}

export const ready = (says: string): Finding => ({ state: 'ready', says });
export const todo = (says: string, what: string): Finding => ({ state: 'todo', says, todo: what });
export const unknown = (says: string, what: string): Finding => ({ state: 'unknown', says, todo: what });

/** Of a question that AWS did not answer. */
export const unanswered = ({ fault, says }: { readonly fault: string; readonly says: string }): Finding =>
  unknown(`AWS answered ${fault}: ${says}`, 'Run it with credentials that may read this, or look at it by hand.');
