/**
 * Finds everything that a function uses and CloudFront's runtime does not have: syntax, globals, modules and members.
 * The runtime would find out at the first request that comes by, and answer it and all others with a 503.
 *
 * A member of an object that the text shows (`Object.hasOwn`, `[].at`) is judged by that object. The content of a
 * variable is not known. There a name must belong to some built-in, to an event, or to this very function.
 */
import { type AnyNode, type MemberExpression, parse } from 'acorn';
import {
  builtIns,
  eventDictionaries,
  eventFields,
  globals,
  modules,
  ofNamelessObjects,
} from '../local-cloud/cloudfront/function-runtime.ts';
import { oddSyntax } from './odd-syntax.ts';
import { isFunction, namesIn, partsOf, type Scope } from './scopes.ts';

/** Facts that the text alone does not tell. */
export interface GivenNames {
  /** Words in whose place a deployment puts values. */
  readonly placeholders: readonly string[];
  /** Fields of JSON that comes from elsewhere. */
  readonly fields: readonly string[];
}

/** One sentence's subject for each thing that the runtime lacks, such as `Object.hasOwn`; empty if it has all. */
export function outsideRuntime(code: string, given: GivenNames): readonly string[] {
  let program: AnyNode;
  try {
    program = parse(code, { ecmaVersion: 12, sourceType: 'module' });
  } catch (error) {
    return [`text that ECMAScript 12 does not know (${(error as Error).message})`];
  }
  const every = everyNode(program);
  const importOf = new Map(
    every.flatMap((node) =>
      node.type === 'ImportDeclaration'
        ? node.specifiers.map(({ local }) => [local.name, String(node.source.value)] as const)
        : [],
    ),
  );
  const own = ownMembers(every);
  const found: string[] = [];

  const look = (node: AnyNode, scopes: readonly Scope[], parent?: AnyNode): void => {
    const inner = namesIn(node);
    const seen = inner ? [...scopes, inner] : scopes;
    found.push(...oddSyntax(node, parent));
    if (node.type === 'Identifier') found.push(...oddName(node.name, seen, parent));
    if (node.type === 'MemberExpression') found.push(...oddMember(node, seen, parent));
    for (const part of readParts(node)) look(part, seen, node);
  };

  const oddName = (name: string, scopes: readonly Scope[], parent?: AnyNode): readonly string[] => {
    if (isDeclared(name, scopes) || given.placeholders.includes(name)) return [];
    const builds = (parent?.type === 'NewExpression' || parent?.type === 'CallExpression') && name === 'Function';
    return (Object.hasOwn(builtIns, name) && !builds) || globals.includes(name) ? [] : [name];
  };

  const oddMember = (node: MemberExpression, scopes: readonly Scope[], parent?: AnyNode): readonly string[] => {
    const member = memberName(node);
    if (member === undefined) return [];
    const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
    const holder = holderOf(node.object, scopes, importOf);
    const isOurs = isCalled ? own.functions.has(member) : own.all.has(member) || given.fields.includes(member);
    if (holder) return holder.members.includes(member) ? [] : [`${holder.name}.${member}`];
    if (eventFields.includes(member) && !isCalled) return [];
    if (membersOfAny.has(member) || isOurs) return [];
    const isFromRequest = eventDictionaries.includes(memberName(node.object) ?? '') && !isCalled;
    return isFromRequest ? [] : [`.${member}`];
  };

  look(program, []);
  return [...new Set(found)];
}

/** Members of everything that a variable may hold. */
const membersOfAny = new Set([...Object.values(builtIns).flatMap(({ instances }) => instances), ...ofNamelessObjects]);

interface Holder {
  readonly name: string;
  readonly members: readonly string[];
}

const instanceOf = (name: string): Holder => ({
  name: `${name}.prototype`,
  members: [...(builtIns[name]?.instances ?? []), ...(builtIns.Object?.instances ?? [])],
});

/** The object before the dot, if the text shows which it is. */
function holderOf(node: AnyNode, scopes: readonly Scope[], importOf: ReadonlyMap<string, string>): Holder | undefined {
  const free = freeName(node, scopes);
  if (free === 'globalThis') return { name: free, members: [...Object.keys(builtIns), ...globals] };
  if (free !== undefined && Object.hasOwn(builtIns, free)) {
    return { name: free, members: [...(builtIns[free]?.own ?? []), 'prototype'] };
  }
  if (node.type === 'Identifier') {
    const module = importOf.get(node.name);
    return module === undefined ? undefined : { name: module, members: modules[module] ?? [] };
  }
  if (node.type === 'MemberExpression' && memberName(node) === 'prototype') {
    const name = freeName(node.object, scopes);
    return name !== undefined && Object.hasOwn(builtIns, name) ? instanceOf(name) : undefined;
  }
  if (node.type === 'NewExpression') {
    const name = freeName(node.callee, scopes);
    return name !== undefined && Object.hasOwn(builtIns, name) ? instanceOf(name) : undefined;
  }
  if (node.type === 'ArrayExpression') return instanceOf('Array');
  if (node.type === 'TemplateLiteral') return instanceOf('String');
  if (isFunction(node)) return instanceOf('Function');
  if (node.type !== 'Literal') return undefined;
  if (node.regex) return instanceOf('RegExp');
  return typeof node.value === 'string' ? instanceOf('String') : instanceOf('Number');
}

const isDeclared = (name: string, scopes: readonly Scope[]) => scopes.some((scope) => scope.has(name));

const freeName = (node: AnyNode, scopes: readonly Scope[]) =>
  node.type === 'Identifier' && !isDeclared(node.name, scopes) ? node.name : undefined;

/** The member that is asked for, if the text says it. */
function memberName(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : undefined;
}

/** Members that the function gives to objects itself, and groups of its regular expressions; `functions` are those that it can call. */
function ownMembers(nodes: readonly AnyNode[]): { readonly all: Scope; readonly functions: Scope } {
  const given = nodes.flatMap((node): readonly (readonly [string, AnyNode])[] => {
    if (node.type === 'Property' && !node.computed) {
      const { key } = node;
      return [[key.type === 'Identifier' ? key.name : String((key as { value?: unknown }).value), node.value]];
    }
    if (node.type === 'Literal' && node.regex) {
      return [...node.regex.pattern.matchAll(/\(\?<(\w+)>/g)].map(([, group = '']) => [group, node]);
    }
    const member = node.type === 'AssignmentExpression' ? memberName(node.left) : undefined;
    return node.type === 'AssignmentExpression' && member !== undefined ? [[member, node.right]] : [];
  });
  return {
    all: new Set(given.map(([name]) => name)),
    functions: new Set(given.filter(([, value]) => isFunction(value)).map(([name]) => name)),
  };
}

/** Parts whose identifiers are read as names: not the member after a dot, not a key, not a label. */
function readParts(node: AnyNode): readonly AnyNode[] {
  if (node.type === 'MemberExpression') return node.computed ? [node.object, node.property] : [node.object];
  if (node.type === 'Property') return node.computed ? [node.key, node.value] : [node.value];
  if (node.type === 'LabeledStatement') return [node.body];
  if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') return [];
  return partsOf(node);
}

const everyNode = (node: AnyNode): readonly AnyNode[] => [node, ...partsOf(node).flatMap(everyNode)];
