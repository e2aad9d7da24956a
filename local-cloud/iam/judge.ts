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
import type { Policy } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';
import { compile, type Ready, type Request, type StatementMatch } from './ready-statement.ts';

export type Caller =
  /** An administrator of the account, who runs the local cloud. */
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
  /** Facts of the request that its service knows. */
  readonly context?: Context;
}

/** The part of a statement that allowed: what nothing else needs may be taken out. */
export interface Basis {
  readonly policy: string;
  /** Place in the policy. */
  readonly statement: number;
  /** As they stand there. */
  readonly action: string;
  readonly resource: string;
}

export type Decision =
  | { readonly allowed: true; readonly grounds: readonly Basis[] }
  | { readonly allowed: false; readonly why: string };

const operatorDecision: Decision = { allowed: true, grounds: [] };

export class Judge {
  readonly #book: PolicyBook;
  /** By role; statements are made ready when the first session asks. */
  readonly #identity: Known = new Map();
  readonly #boundaries: Known = new Map();
  readonly #resource: Known = new Map();

  /** Nothing may be added to the book once it is asked. */
  constructor(book: PolicyBook) {
    this.#book = book;
  }

  decide(caller: Caller, ask: Ask, now: number): Decision {
    if (caller.is === 'operator') return operatorDecision;
    const { action, resource, owner = resource } = ask;
    let values: Context | undefined;
    const request: Request = {
      ...{ action, resource, caller, account: this.#book.account },
      values: () => {
        values ??= contextOf(caller, ask, this.#book, now);
        return values;
      },
    };
    const ofResource = matchesOf(this.#ofResource(owner, action), request);
    const role = caller.is === 'role' ? this.#book.roles.get(caller.arn) : undefined;
    const ofRole = caller.is === 'role' ? matchesOf(this.#ofRole(caller.arn, action), request) : [];
    const boundary = role?.boundary === undefined ? undefined : matchesOf(this.#ofBoundary(caller, action), request);

    const denies = (all: readonly StatementMatch[]): boolean => all.some(({ effect }) => effect === 'Deny');
    const grounds = (all: readonly StatementMatch[]): readonly Basis[] =>
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

  #ofRole(arn: string, action: string): readonly Ready[] {
    return about(this.#identity, arn, action, () => this.#book.roles.get(arn)?.policies ?? []);
  }

  #ofBoundary(caller: Caller, action: string): readonly Ready[] {
    const arn = caller.is === 'role' ? caller.arn : '';
    return about(this.#boundaries, arn, action, () => [this.#book.roles.get(arn)?.boundary ?? []].flat());
  }

  #ofResource(arn: string, action: string): readonly Ready[] {
    const policies = this.#book.resources.get(arn);
    return policies === undefined ? [] : about(this.#resource, arn, action, () => policies);
  }
}

/** Statements by what has them, then those of them that are about an action. */
type Known = Map<string, { readonly all: readonly Ready[]; readonly byAction: Map<string, readonly Ready[]> }>;

const about = (known: Known, arn: string, action: string, policies: () => readonly Policy[]): readonly Ready[] => {
  const of = known.get(arn) ?? { all: policies().flatMap(compile), byAction: new Map() };
  known.set(arn, of);
  const some = of.byAction.get(action) ?? of.all.filter(({ actionIn }) => actionIn(action) !== undefined);
  of.byAction.set(action, some);
  return some;
};

const matchesOf = (statements: readonly Ready[], request: Request): readonly StatementMatch[] =>
  statements.flatMap(({ match }) => match(request) ?? []);

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
