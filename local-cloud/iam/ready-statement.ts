/** A statement made ready to be asked often: patterns are read once. */
import { type Context, type Filled, holds } from './condition.ts';
import type { Ask, Basis, Caller } from './judge.ts';
import type { Condition, Policy, Principals, Statement } from './policy.ts';
import { actionMatcher, arnMatcher, hole, type Matcher } from './wildcard.ts';

export interface Request extends Pick<Ask, 'action' | 'resource'> {
  readonly caller: Caller;
  readonly account: string;
  /** Made when the first statement wants it: most have no conditions. */
  readonly values: () => Context;
}

/** A statement names its caller more or less closely: the session (or anybody), its role, or only the account they are of. */
export type Names = 'session' | 'caller' | 'account';

export interface StatementMatch {
  readonly effect: 'Allow' | 'Deny';
  readonly names: Names;
  readonly ground: Basis;
}

export interface Ready {
  /** The pattern that names the action, if one does. */
  readonly actionIn: (action: string) => string | undefined;
  /** Gives nothing for a request that the statement is not about. */
  readonly match: (request: Request) => StatementMatch | undefined;
}

interface Pattern {
  readonly text: string;
  readonly matches: (request: Request) => boolean;
}

const variable = /\$\{([^}]*)\}/g;

/** `${*}`, `${?}` and `${$}` are those characters; `${aws:PrincipalArn}` is its value, `${key, 'other'}` may be another. */
const fillIn = (pattern: string, context: Context): Filled | undefined => {
  const literal: string[] = [];
  let isWhole = true;
  const filled = pattern.replace(variable, (_, inside: string) => {
    const [, key = '', otherwise] = /^\s*([^,]*?)\s*(?:,\s*'([^']*)')?\s*$/.exec(inside) ?? [];
    const value = ['*', '?', '$'].includes(key) ? key : context[key.toLowerCase()];
    const text = typeof value === 'string' ? value : otherwise;
    if (text === undefined) isWhole = false;
    literal.push(text ?? '');
    return hole;
  });
  return isWhole ? { pattern: filled, literal } : undefined;
};

const resourcePattern = (text: string, hasVariables: boolean): Pattern => {
  if (!hasVariables || !text.includes('${')) {
    const matches: Matcher = arnMatcher(text);
    return { text, matches: ({ resource }) => matches(resource) };
  }
  return {
    text,
    matches: ({ resource, values }) => {
      const filled = fillIn(text, values());
      return filled !== undefined && arnMatcher(filled.pattern, filled.literal)(resource);
    },
  };
};

/** The first that matches, or of the negated list a name for all others. */
const found = <T>(
  named: readonly { readonly text: string; readonly matches: (of: T) => boolean }[] | undefined,
  others: readonly { readonly matches: (of: T) => boolean }[] | undefined,
  of: T,
): string | undefined => {
  if (named !== undefined) return named.find(({ matches }) => matches(of))?.text;
  return others?.some(({ matches }) => matches(of)) ? undefined : '*';
};

const namesIn = ({ aws, services }: Principals, { caller, account }: Request): Names | undefined => {
  if (caller.is === 'service') return services.includes(caller.name) ? 'caller' : undefined;
  if (caller.is !== 'role') return aws.includes('*') ? 'caller' : undefined;
  const role = caller.arn.split('/').at(-1);
  // Anybody is the session too: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
  const isNamed = aws.includes('*') || aws.includes(`arn:aws:sts::${account}:assumed-role/${role}/${caller.session}`);
  if (isNamed) return 'session';
  if (aws.includes(caller.arn)) return 'caller';
  return aws.includes(account) || aws.includes(`arn:aws:iam::${account}:root`) ? 'account' : undefined;
};

/** A statement without a principal is of a role, and is about its sessions. */
const namesOf = ({ principals, notPrincipals }: Statement, request: Request): Names | undefined => {
  if (principals !== undefined) return namesIn(principals, request);
  if (notPrincipals !== undefined) return namesIn(notPrincipals, request) === undefined ? 'caller' : undefined;
  return 'caller';
};

const actionPattern = (text: string) => ({ text, matches: actionMatcher(text) });

export const compile = ({ name, hasVariables, statements }: Policy): readonly Ready[] =>
  statements.map((statement, at) => {
    const actions = statement.actions?.map(actionPattern);
    const notActions = statement.notActions?.map(actionPattern);
    const resources = statement.resources?.map((text) => resourcePattern(text, hasVariables));
    const notResources = statement.notResources?.map((text) => resourcePattern(text, hasVariables));
    const meets = (condition: Condition, context: Context): boolean =>
      holds(condition, context, (value) => (hasVariables ? fillIn(value, context) : { pattern: value, literal: [] }));
    const actionIn = (action: string): string | undefined => found(actions, notActions, action);
    return {
      actionIn,
      match: (request) => {
        const action = actionIn(request.action);
        if (action === undefined) return undefined;
        const resource = found(resources, notResources, request);
        if (resource === undefined) return undefined;
        const names = namesOf(statement, request);
        if (names === undefined) return undefined;
        if (!statement.conditions.every((condition) => meets(condition, request.values()))) return undefined;
        return { effect: statement.effect, names, ground: { policy: name, statement: at, action, resource } };
      },
    };
  });
