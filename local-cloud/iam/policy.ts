/**
 * Reads a policy document into plain data, which another thread may be given. An element, a condition operator or a
 * condition key that is not known here is refused, never skipped: a policy that is half understood grants too much.
 */
import type { Properties } from '../properties.ts';
import { isOperator } from './condition.ts';

export interface Condition {
  /** As it stands in the policy, e.g. `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** Lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

export interface Principals {
  /** `*`, account ids, arns. */
  readonly aws: readonly string[];
  readonly services: readonly string[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  /** Of policies of resources and roles alone. */
  readonly principals?: Principals;
  readonly notPrincipals?: Principals;
  readonly conditions: readonly Condition[];
}

export interface Policy {
  readonly name: string;
  /** Whether `${aws:PrincipalArn}` stands for a value. It is a text like others before the version of 2012. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
}

/** Each is filled in by `context.ts`, or by the service that asks. */
const knownKeys = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principaltype',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'cloudwatch:namespace',
  's3:tlsversion',
]);

const texts = (properties: Properties, name: string): readonly string[] | undefined => {
  if (!properties.has(name)) return undefined;
  const value = properties.raw(name);
  if (typeof value === 'string') return [value];
  return properties.texts(name);
};

const conditionsOf = (statement: Properties): readonly Condition[] => {
  const all = statement.inside('Condition');
  if (all === undefined) return [];
  return all.entries().flatMap(([operator]) => {
    if (!isOperator(operator)) all.refuse(`the local cloud does not know the condition operator ${operator}`);
    return (all.inside(operator)?.entries() ?? []).map(([key, value]) => {
      if (!knownKeys.has(key.toLowerCase())) all.refuse(`the local cloud does not know the condition key ${key}`);
      return { operator, key: key.toLowerCase(), values: [value].flat().map(String) };
    });
  });
};

const principalsOf = (statement: Properties, name: string): Principals | undefined => {
  if (!statement.has(name)) return undefined;
  if (statement.raw(name) === '*') return { aws: ['*'], services: [] };
  const principals = statement.inside(name)?.only(['AWS', 'Service']);
  if (principals === undefined) return undefined;
  return { aws: texts(principals, 'AWS') ?? [], services: texts(principals, 'Service') ?? [] };
};

const statementOf = (given: Properties): Statement => {
  given.only([
    'Action',
    'Condition',
    'Effect',
    'NotAction',
    'NotPrincipal',
    'NotResource',
    'Principal',
    'Resource',
    'Sid',
  ]);
  const effect = given.text('Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return given.fail(`Effect must be Allow or Deny, not ${effect}`);
  if (given.has('Action') === given.has('NotAction')) given.fail('a statement has either Action or NotAction');
  const parts = {
    actions: texts(given, 'Action'),
    notActions: texts(given, 'NotAction'),
    resources: texts(given, 'Resource'),
    notResources: texts(given, 'NotResource'),
    principals: principalsOf(given, 'Principal'),
    notPrincipals: principalsOf(given, 'NotPrincipal'),
  };
  const there = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { effect, ...there, conditions: conditionsOf(given) };
};

/** CloudFormation takes one statement without the list around it. */
export const policyOf = (name: string, document: Properties): Policy => {
  document.only(['Id', 'Statement', 'Version']);
  const statements = Array.isArray(document.raw('Statement'))
    ? document.list('Statement')
    : [document.inside('Statement') ?? document.fail('Statement is missing')];
  return {
    name,
    hasVariables: document.optionalText('Version') === '2012-10-17',
    statements: statements.map(statementOf),
  };
};
