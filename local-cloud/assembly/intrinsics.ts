/**
 * CloudFormation's intrinsic functions. A value of a template is resolved against a scope. The scope says what `Ref`,
 * `Fn::GetAtt`, `Fn::ImportValue`, mappings, conditions and dynamic references (`{{resolve:…}}` in any text) mean at
 * this point. A function that is not known here is an error that names it and the place, never a value passed through.
 */
import { attempt, type Refuse, Refused, unmade } from '../refused.ts';
import { namesInSub } from './references.ts';
import type { Json } from './template.ts';

export interface Scope {
  /** The value of a parameter, a pseudo parameter or a resource that is made; undefined if there is none. */
  readonly ref: (name: string) => Json | undefined;
  /** The value of an attribute of a resource that is made; undefined if it has none of that name. */
  readonly attribute: (logicalId: string, attribute: string) => Json | undefined;
  readonly exported: (name: string) => Json | undefined;
  /** An output of another stack, of any region, read by its name. */
  readonly output: (stack: string, name: string) => Json | undefined;
  readonly mapping: (map: string, key: string, attribute: string) => Json | undefined;
  readonly condition: (name: string, place: string) => boolean;
  readonly zones: (region: string) => readonly string[];
  /** The text that stands for `{{resolve:<reference>}}`. */
  readonly dynamic: (reference: string, place: string) => string;
  /** Is told what cannot be resolved, and a stand-in takes its place. Without it the first is thrown. */
  readonly refuse?: Refuse;
}

/** `AWS::NoValue`: the key or entry that holds it is left out. */
export const noValue: unique symbol = Symbol('AWS::NoValue');
type Resolved = Json | typeof noValue;

type Intrinsic = (argument: Json, scope: Scope, place: string) => Resolved;

const fail = (place: string, problem: string): never => {
  throw new Refused(`${place}: ${problem}`);
};

const list = (value: Json, place: string): readonly Json[] =>
  Array.isArray(value) ? value : fail(place, `needs a list, not ${JSON.stringify(value)}`);

/** CloudFormation writes numbers and truth values into texts as JSON does. */
const text = (value: Json, place: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(place, `needs a text, not ${JSON.stringify(value)}`);
};

const getAttribute = (owner: string, attribute: string, scope: Scope, place: string): Json =>
  scope.attribute(owner, attribute) ??
  fail(place, `the local cloud gives no attribute "${attribute}" of the resource "${owner}"`);

const substitute: Intrinsic = (argument, scope, place) => {
  const [template, given] = Array.isArray(argument) ? [argument[0], argument[1] ?? {}] : [argument, {}];
  if (typeof template !== 'string') return fail(place, 'needs a text');
  const own = resolve(given as Json, scope, place) as { readonly [key: string]: Json };
  const values = new Map<string, string>();
  for (const name of namesInSub(template)) {
    const [owner = name, ...attribute] = name.split('.');
    const value =
      own[name] ??
      (attribute.length > 0 ? getAttribute(owner, attribute.join('.'), scope, place) : scope.ref(name)) ??
      fail(place, `nothing is called "${name}"`);
    values.set(name, text(value, place));
  }
  return template.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) =>
    literal === '' ? (values.get(name.trim()) ?? '') : `\${${name}}`,
  );
};

const truth = (value: Json, scope: Scope, place: string): boolean => {
  const resolved = resolve(value, scope, place);
  if (typeof resolved === 'boolean') return resolved;
  if (resolved === 'true' || resolved === 'false') return resolved === 'true';
  return fail(place, `needs a condition, not ${JSON.stringify(resolved)}`);
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope, place) => {
    if (argument === 'AWS::NoValue') return noValue;
    return scope.ref(text(argument, place)) ?? fail(place, `nothing is called "${String(argument)}"`);
  },
  'Fn::GetAtt': (argument, scope, place) => {
    const parts = typeof argument === 'string' ? argument.split('.') : list(argument, place);
    const [owner, ...attribute] = parts.map((part) => text(resolve(part, scope, place), place));
    return getAttribute(owner ?? '', attribute.join('.'), scope, place);
  },
  'Fn::Join': (argument, scope, place) => {
    const [separator, parts] = list(argument, place);
    const resolved = list(resolve(parts ?? null, scope, place), place);
    return resolved.map((part) => text(part, place)).join(text(separator ?? '', place));
  },
  'Fn::Sub': substitute,
  'Fn::Select': (argument, scope, place) => {
    const [index, from] = list(resolve(argument, scope, place), place);
    const entries = list(from ?? null, place);
    return entries[Number(index)] ?? fail(place, `the list ${JSON.stringify(entries)} has no entry ${String(index)}`);
  },
  'Fn::Split': (argument, scope, place) => {
    const [separator, from] = list(resolve(argument, scope, place), place);
    return text(from ?? null, place).split(text(separator ?? null, place));
  },
  'Fn::If': (argument, scope, place) => {
    const [name, yes, no] = list(argument, place);
    const chosen = scope.condition(text(name ?? null, place), place) ? yes : no;
    return resolveOrDrop(chosen ?? null, scope, place);
  },
  'Fn::Equals': (argument, scope, place) => {
    const [left, right] = list(resolve(argument, scope, place), place);
    return JSON.stringify(left) === JSON.stringify(right) || String(left) === String(right);
  },
  'Fn::Not': (argument, scope, place) => !truth(list(argument, place)[0] ?? null, scope, place),
  'Fn::And': (argument, scope, place) => list(argument, place).every((each) => truth(each, scope, place)),
  'Fn::Or': (argument, scope, place) => list(argument, place).some((each) => truth(each, scope, place)),
  Condition: (argument, scope, place) => scope.condition(text(argument, place), place),
  'Fn::FindInMap': (argument, scope, place) => {
    const [map, key, attribute] = list(resolve(argument, scope, place), place).map((each) => text(each, place));
    const value = scope.mapping(map ?? '', key ?? '', attribute ?? '');
    return value ?? fail(place, `the mapping "${map}" has nothing under "${key}", "${attribute}"`);
  },
  'Fn::ImportValue': (argument, scope, place) => {
    const name = text(resolve(argument, scope, place), place);
    return scope.exported(name) ?? fail(place, `no stack made so far exports "${name}"`);
  },
  'Fn::GetStackOutput': (argument, scope, place) => {
    const { StackName, OutputName } = resolve(argument, scope, place) as { readonly [key: string]: Json };
    const [stack, name] = [text(StackName ?? null, place), text(OutputName ?? null, place)];
    return (
      scope.output(stack, name) ?? fail(place, `no stack made so far is called "${stack}" and has the output "${name}"`)
    );
  },
  'Fn::Base64': (argument, scope, place) =>
    Buffer.from(text(resolve(argument, scope, place), place), 'utf8').toString('base64'),
  'Fn::GetAZs': (argument, scope, place) => {
    const region = text(resolve(argument, scope, place), place);
    return [...scope.zones(region === '' ? String(scope.ref('AWS::Region')) : region)];
  },
};

/** A dynamic reference ends at the first `}}`, and can hold no other inside. */
const dynamicReference = /\{\{resolve:([^{}]+)\}\}/g;

/** Gives a stand-in where a part is refused, if the scope takes refusals. */
const going = <T>(scope: Scope, body: () => T): T | typeof unmade =>
  scope.refuse === undefined ? body() : attempt(scope.refuse, unmade, body);

const resolveText = (value: string, scope: Scope, place: string): string =>
  value.includes('{{resolve:')
    ? value.replace(dynamicReference, (_, reference: string) => going(scope, () => scope.dynamic(reference, place)))
    : value;

/** An object is a call of a function when its only key is one; `Condition` is one only with a text. */
const callOf = (value: { readonly [key: string]: Json }): readonly [string, Json] | undefined => {
  const entries = Object.entries(value);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only === undefined) return undefined;
  const [name, argument] = only;
  if (name === 'Condition') return typeof argument === 'string' ? only : undefined;
  return name === 'Ref' || name.startsWith('Fn::') ? only : undefined;
};

const resolveOrDrop = (value: Json, scope: Scope, place: string): Resolved =>
  going(scope, () => resolvePart(value, scope, place));

const resolvePart = (value: Json, scope: Scope, place: string): Resolved => {
  if (typeof value === 'string') return resolveText(value, scope, place);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value
      .map((entry, index) => resolveOrDrop(entry, scope, `${place}[${index}]`))
      .filter((entry) => entry !== noValue);
  }
  const call = callOf(value as { readonly [key: string]: Json });
  if (call !== undefined) {
    const [name, argument] = call;
    const run = intrinsics[name];
    if (run === undefined) return fail(place, `the local cloud does not know the intrinsic function ${name}`);
    const result = run(argument, scope, `${place}.${name}`);
    // References inside parts of a text only become whole once they are joined.
    return typeof result === 'string' ? resolveText(result, scope, place) : result;
  }
  const entries: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const resolved = resolveOrDrop(inner, scope, `${place}.${key}`);
    if (resolved !== noValue) entries.push([key, resolved]);
  }
  return Object.fromEntries(entries);
};

/**
 * The value with every intrinsic function and dynamic reference replaced by what it stands for.
 * @throws Refused with a sentence that begins with the place, e.g. `Shop.Queue.QueueName: nothing is called "Stage"`.
 */
export const resolve = (value: Json, scope: Scope, place: string): Json => {
  const resolved = resolveOrDrop(value, scope, place);
  return resolved === noValue ? fail(place, 'AWS::NoValue cannot stand here') : resolved;
};
