/** `ready`, `todo` for a person, or `unknown`: it could not be asked, or AWS tells nobody. */
export type Readiness = 'ready' | 'todo' | 'unknown';

export interface CheckOutcome {
  readonly state: Readiness;
  /** What was found, in one sentence. */
  readonly says: string;
  /** What a person does about it. */
  readonly todo?: string;
  /** Nobody answered, or these credentials may not ask: it says nothing of the stage, and no run-up is told of it. */
  readonly unasked?: true;
}

export const ready = (says: string): CheckOutcome => ({ state: 'ready', says });
export const todo = (says: string, what: string): CheckOutcome => ({ state: 'todo', says, todo: what });
export const unknown = (says: string, what: string): CheckOutcome => ({ state: 'unknown', says, todo: what });

export const notDeployed = (what: string): CheckOutcome =>
  unknown(`${what} is not deployed yet.`, 'Deploy the stage, then run this again.');

/** Of a question that AWS did not answer. */
export const unanswered = ({ fault, says }: { readonly fault: string; readonly says: string }): CheckOutcome =>
  unasked(`AWS answered ${fault}: ${says}`, 'Run it with credentials that may read this, or look at it by hand.');

/** Of what could not be looked at from here. */
export const unasked = (says: string, what: string): CheckOutcome => ({ ...unknown(says, what), unasked: true });
