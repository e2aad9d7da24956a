/**
 * The gate in front of every service: finds who calls, asks the judge, and hears of what was needed and what was
 * refused. `enforce` refuses what IAM would refuse, `observe` only notes it, `off` asks nobody.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { callerOf, type FoundCaller } from './caller.ts';
import { type Ask, type Basis, type Caller, Judge, sessionArn } from './judge.ts';
import type { PolicyBook } from './policy-book.ts';

export const iamModes = ['enforce', 'observe', 'off'] as const;
export type IamMode = (typeof iamModes)[number];

export const isIamMode = (name: string): name is IamMode => (iamModes as readonly string[]).includes(name);

/** Why a request is not answered. */
export type Denied =
  /** Nobody signed it. */
  | { readonly is: 'unsigned' }
  /** The one who signed it is not known. */
  | { readonly is: 'unknown' }
  | {
      readonly is: 'denied';
      /** The arn of who asked. */
      readonly user: string;
      readonly action: string;
      readonly resource: string;
      /** In the words of IAM. */
      readonly sentence: string;
    };

/** The gate tells of its decisions: of each ground once, of each refusal every time. */
export type Heard =
  | { readonly is: 'used'; readonly caller: string; readonly ground: Basis }
  | { readonly is: 'refused'; readonly caller: string; readonly ask: Ask; readonly sentence: string };

const userOf = (caller: Caller, account: string): string => {
  if (caller.is === 'role') return sessionArn(account, caller.arn, caller.session);
  if (caller.is === 'service') return caller.name;
  return caller.is === 'operator' ? `arn:aws:iam::${account}:user/operator` : 'anonymous';
};

/** The session of a role is named by its function, which people know. */
const nameOf = (caller: Caller): string =>
  caller.is === 'role' ? caller.session : caller.is === 'service' ? caller.name : caller.is;

export class Gate {
  readonly mode: IamMode;
  readonly #book: PolicyBook;
  readonly #judge: Judge;
  readonly #hear: (heard: Heard) => void;
  readonly #used = new Set<string>();

  constructor(mode: IamMode, book: PolicyBook, hear: (heard: Heard) => void) {
    this.mode = mode;
    this.#book = book;
    this.#judge = new Judge(book);
    this.#hear = hear;
  }

  callerOf(headers: IncomingHttpHeaders, url: string): FoundCaller {
    return callerOf(this.#book.keys, headers, url);
  }

  /** A request of an AWS API. @returns why it is not answered; undefined if it is. */
  refusalOf(headers: IncomingHttpHeaders, url: string, asks: () => readonly Ask[]): Denied | undefined {
    if (this.mode === 'off') return undefined;
    const found = this.callerOf(headers, url);
    if (!found.ok) return this.#unlessObserved({ is: 'unknown' }, 'a key that nobody was given');
    if (found.caller.is === 'operator') return undefined;
    const asked = asks();
    if (
      found.caller.is === 'anybody' &&
      !asked.some(({ owner, resource }) => this.#book.resources.has(owner ?? resource))
    )
      return this.#unlessObserved({ is: 'unsigned' }, 'nobody who signed');
    for (const ask of asked) {
      const denied = this.denialOf(found.caller, ask);
      if (denied !== undefined && this.mode === 'enforce') return denied;
    }
    return undefined;
  }

  /** The decision, whatever the mode; it is noted. */
  denialOf(caller: Caller, ask: Ask): Extract<Denied, { is: 'denied' }> | undefined {
    const decision = this.#judge.decide(caller, ask, Date.now());
    if (decision.allowed) {
      for (const ground of decision.grounds) this.#note(caller, ground);
      return undefined;
    }
    const { action, resource } = ask;
    const user = userOf(caller, this.#book.account);
    const sentence = `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${decision.why}`;
    this.#hear({ is: 'refused', caller: nameOf(caller), ask, sentence });
    return { is: 'denied', user, action, resource, sentence };
  }

  /** Whether it is allowed. Nobody hears of a no. */
  may(caller: Caller, ask: Ask): boolean {
    const decision = this.#judge.decide(caller, ask, Date.now());
    if (decision.allowed) for (const ground of decision.grounds) this.#note(caller, ground);
    return decision.allowed;
  }

  /** For an act of a service of AWS. @returns the sentence of the refusal, if it is one. */
  refusalOfService(caller: Caller, ask: Ask): string | undefined {
    if (this.mode === 'off') return undefined;
    const denied = this.denialOf(caller, ask);
    return this.mode === 'enforce' ? denied?.sentence : undefined;
  }

  #note(caller: Caller, ground: Basis): void {
    const name = nameOf(caller);
    const key = `${name}|${ground.policy}|${ground.statement}|${ground.action}|${ground.resource}`;
    if (this.#used.has(key)) return;
    this.#used.add(key);
    this.#hear({ is: 'used', caller: name, ground });
  }

  #unlessObserved(denied: Denied, who: string): Denied | undefined {
    const sentence = `A call of ${who} would be refused.`;
    this.#hear({ is: 'refused', caller: who, ask: { action: '*', resource: '*' }, sentence });
    return this.mode === 'enforce' ? denied : undefined;
  }
}
