/** A statement made ready to be asked often: patterns are read once. */
import { type Context, type Filled, holds } from './condition.ts';
import type { Ask, Caller, Ground } from './judge.ts';
import type { Condition, Policy, Principals, Statement } from './policy.ts';
import { actionMatcher, arnMatcher, hole, type Matcher } from './wildcard.ts';

export interface Request extends Ask {
  readonly caller: Caller;
  readonly account: string;
  readonly context: Context;
}

/** How closely a statement names its caller: the session, its role or anybody, or only the account they are of. */
export type Names = 'session' | 'caller' | 'account';

export interface Match {
  readonly effect: 'Allow' | 'Deny';
  readonly names: Names;
  readonly ground: Ground;
}

/** Gives nothing for a request that the statement is not about. */
export type Ready = (request: Request) => Match | undefined;

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
    matches: ({ resource, context }) => {
      const filled = fillIn(text, context);
      return filled !== undefined && arnMatcher(filled.pattern, filled.literal)(resource);
    },
  };
};

const actionPattern = (text: string): Pattern => {
  const matches = actionMatcher(text);
  return { text, matches: ({ action }) => matches(action) };
};

/** The first that matches, or of the negated list a name for all others. */
const found = (
  named: readonly Pattern[] | undefined,
  others: readonly Pattern[] | undefined,
  request: Request,
): string | undefined => {
  if (named !== undefined) return named.find(({ matches }) => matches(request))?.text;
  if (others?.some(({ matches }) => matches(request))) return undefined;
  return '*';
};

const namesIn = ({ aws, services }: Principals, { caller, account }: Request): Names | undefined => {
  if (caller.is === 'service') return services.includes(caller.name) ? 'caller' : undefined;
  if (caller.is !== 'role') return aws.includes('*') ? 'caller' : undefined;
  const role = caller.arn.split('/').at(-1);
  if (aws.includes(`arn:aws:sts::${account}:assumed-role/${role}/${caller.session}`)) return 'session';
  if (aws.includes('*') || aws.includes(caller.arn)) return 'caller';
  return aws.includes(account) || aws.includes(`arn:aws:iam::${account}:root`) ? 'account' : undefined;
};

/** A statement without a principal is of a role, and is about its sessions. */
const namesOf = ({ principals, notPrincipals }: Statement, request: Request): Names | undefined => {
  if (principals !== undefined) return namesIn(principals, request);
  if (notPrincipals !== undefined) return namesIn(notPrincipals, request) === undefined ? 'caller' : undefined;
  return 'caller';
};

export const compile = ({ name, hasVariables, statements }: Policy): readonly Ready[] =>
  statements.map((statement, at) => {
    const actions = statement.actions?.map(actionPattern);
    const notActions = statement.notActions?.map(actionPattern);
    const resources = statement.resources?.map((text) => resourcePattern(text, hasVariables));
    const notResources = statement.notResources?.map((text) => resourcePattern(text, hasVariables));
    const meets = (condition: Condition, context: Context): boolean =>
      holds(condition, context, (value) => (hasVariables ? fillIn(value, context) : { pattern: value, literal: [] }));
    return (request) => {
      const action = found(actions, notActions, request);
      if (action === undefined) return undefined;
      const resource = found(resources, notResources, request);
      if (resource === undefined) return undefined;
      const names = namesOf(statement, request);
      if (names === undefined) return undefined;
      if (!statement.conditions.every((condition) => meets(condition, request.context))) return undefined;
      return { effect: statement.effect, names, ground: { policy: name, statement: at, action, resource } };
    };
  });
