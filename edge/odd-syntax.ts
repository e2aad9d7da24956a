import type { AnyNode, Literal } from 'acorn';
import { expressionFlags, modules, operators, syntax } from '../local-cloud/cloudfront/function-runtime.ts';
import { isFunction } from './scopes.ts';

/** The syntax in the form of one node that the runtime's language lacks. */
export function oddSyntax(node: AnyNode, parent?: AnyNode): readonly string[] {
  if (!syntax.includes(node.type)) return [node.type];
  if ('operator' in node && !operators.includes(node.operator)) return [`the operator ${node.operator}`];
  if (isFunction(node) && node.generator) return ['a generator'];
  if (isFunction(node) && node.async && parent?.type !== 'Program') return ['an async function that is not at the top'];
  switch (node.type) {
    case 'Property':
      return node.shorthand || node.computed || node.method ? ['a key that is shorthand, computed or a method'] : [];
    case 'VariableDeclaration':
      return /^(?:var|let|const)$/.test(node.kind) ? [] : [node.kind];
    case 'CatchClause':
      return node.param ? [] : ['catch without a name'];
    case 'ImportDeclaration':
      return Object.hasOwn(modules, String(node.source.value)) ? [] : [`the module ${node.source.value}`];
    case 'TemplateElement':
      return isLongEscape(node.value.raw) ? ['\\u{…}'] : [];
    case 'Literal':
      return oddLiteral(node);
    default:
      return [];
  }
}

function oddLiteral({ raw = '', regex, bigint }: Literal): readonly string[] {
  if (bigint != null) return [`the number ${raw}`];
  if (!regex) return isLongEscape(raw) ? ['\\u{…}'] : [];
  const flags = [...regex.flags].filter((flag) => !expressionFlags.includes(flag));
  const groups = regex.pattern.match(/\(\?(?:<[=!]|[-a-z]+:)/g) ?? [];
  return [...flags.map((flag) => `the flag ${flag}`), ...groups.map((group) => `the group ${group}`)];
}

const isLongEscape = (raw: string) => /(?:^|[^\\])(?:\\\\)*\\u\{/.test(raw);
