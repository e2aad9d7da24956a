/**
 * May this caller do this to that? Decides as IAM does within one account.
 *
 *     a statement that denies matches ──▶ no
 *     a statement of the resource's policy allows this caller ──▶ yes, whatever the role has
 *     a statement of the role's policies allows ──▶ yes, if the role's boundary allows as well
 *     nothing allows ──▶ no
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
import type { Context } from './condition.ts';
import type { PolicyBook } from './policy-book.ts';
import { compile, type Match, type Ready } from './ready-statement.ts';

export type Caller =
  /** Whoever runs the local cloud: an administrator of the account. */
  | { readonly is: 'operator' }
  /** A function, in a session of its role. */
  | { readonly is: 'role'; readonly arn: string; readonly session: string }
  /** A service of AWS, e.g. `events.amazonaws.com`, and for which resource of the account it acts. */
  | { readonly is: 'service'; readonly name: string; readonly sourceArn?: string }
  /** Nobody signed. */
  | { readonly is: 'anybody' };

export interface Ask {
  /** E.g. `dynamodb:PutItem`. */
  readonly action: string;
  /** Its arn. */
  readonly resource: string;
  /** The arn of that which has the policy, such as the bucket of an object. @default the resource */
  readonly owner?: string;
  /** What the service knows of the request. */
  readonly context?: Context;
}

/** The part of a statement that allowed: what nothing else needs may be taken out. */
export interface Ground {
  readonly policy: string;
  /** Place in the policy. */
  readonly statement: number;
  /** As they stand there. */
  readonly action: string;
  readonly resource: string;
}

export type Decision =
  | { readonly allowed: true; readonly grounds: readonly Ground[] }
  | { readonly allowed: false; readonly why: string };

const operatorDecision: Decision = { allowed: true, grounds: [] };

export class Judge {
  readonly #book: PolicyBook;
  /** By role; statements are made ready when the first session asks. */
  readonly #identity = new Map<string, readonly Ready[]>();
  readonly #boundaries = new Map<string, readonly Ready[]>();
  readonly #resource = new Map<string, readonly Ready[]>();

  /** Nothing may be added to the book once it is asked. */
  constructor(book: PolicyBook) {
    this.#book = book;
  }

  decide(caller: Caller, ask: Ask, now: number): Decision {
    if (caller.is === 'operator') return operatorDecision;
    const request = { ...ask, caller, account: this.#book.account, context: contextOf(caller, ask, this.#book, now) };
    const ofResource = matchesOf(this.#ofResource(ask.owner ?? ask.resource), request);
    const role = caller.is === 'role' ? this.#book.roles.get(caller.arn) : undefined;
    const ofRole = caller.is === 'role' ? matchesOf(this.#ofRole(caller.arn), request) : [];
    const boundary = role?.boundary === undefined ? undefined : matchesOf(this.#ofBoundary(caller), request);

    const denies = (all: readonly Match[]): boolean => all.some(({ effect }) => effect === 'Deny');
    const grounds = (all: readonly Match[]): readonly Ground[] =>
      all.flatMap(({ effect, ground }) => (effect === 'Allow' ? [ground] : []));
    const no = (because: string): Decision => ({ allowed: false, why: `${because} the ${ask.action} action` });

    if (denies(ofRole)) return no('with an explicit deny in an identity-based policy:');
    if (denies(ofResource)) return no('with an explicit deny in a resource-based policy:');
    if (boundary !== undefined && denies(boundary)) return no('with an explicit deny in a permissions boundary:');
    const isWithin = boundary === undefined || grounds(boundary).length > 0;
    // A policy that allows the session itself is not held by the boundary of its role.
    const byResource = grounds(
      ofResource.filter(({ names }) => names === 'session' || (names === 'caller' && isWithin)),
    );
    if (byResource.length > 0) return { allowed: true, grounds: byResource };
    const byRole = grounds(ofRole);
    if (byRole.length > 0 && !isWithin) return no('because no permissions boundary allows');
    if (byRole.length > 0) return { allowed: true, grounds: byRole };
    return no(`because no ${caller.is === 'role' ? 'identity-based' : 'resource-based'} policy allows`);
  }

  #ofRole(arn: string): readonly Ready[] {
    return kept(this.#identity, arn, () => this.#book.roles.get(arn)?.policies.flatMap(compile) ?? []);
  }

  #ofBoundary(caller: Caller): readonly Ready[] {
    const arn = caller.is === 'role' ? caller.arn : '';
    return kept(this.#boundaries, arn, () => [this.#book.roles.get(arn)?.boundary ?? []].flat().flatMap(compile));
  }

  #ofResource(arn: string): readonly Ready[] {
    const policies = this.#book.resources.get(arn);
    return policies === undefined ? [] : kept(this.#resource, arn, () => policies.flatMap(compile));
  }
}

const kept = (map: Map<string, readonly Ready[]>, key: string, make: () => readonly Ready[]): readonly Ready[] => {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
};

const matchesOf = (statements: readonly Ready[], request: Parameters<Ready>[0]): readonly Match[] =>
  statements.flatMap((matches) => matches(request) ?? []);

/** The arn of a session of a role. */
export const sessionArn = (account: string, role: string, session: string): string =>
  `arn:aws:sts::${account}:assumed-role/${role.split('/').at(-1)}/${session}`;

/** Requests inside the local cloud stand for HTTPS ones. */
const contextOf = (caller: Caller, { context }: Ask, { account }: PolicyBook, now: number): Context => ({
  'aws:currenttime': new Date(now).toISOString(),
  'aws:epochtime': String(Math.floor(now / 1000)),
  'aws:securetransport': 'true',
  's3:tlsversion': '1.3',
  'aws:principalisawsservice': String(caller.is === 'service'),
  ...(caller.is === 'role' && {
    'aws:principalarn': caller.arn,
    'aws:principalaccount': account,
    'aws:principaltype': 'AssumedRole',
  }),
  ...(caller.is === 'service' && {
    'aws:principalservicename': caller.name,
    ...(caller.sourceArn !== undefined && { 'aws:sourcearn': caller.sourceArn, 'aws:sourceaccount': account }),
  }),
  ...context,
});
