import type { AnyNode, Function as FunctionNode, Identifier, Pattern } from 'acorn';

/**
 * Finds the names that a piece of code declares, and how far each of them reaches. `var` and parameters reach through
 * their function; `let`, `const` and functions reach through their block. The language of the edge has neither
 * destructuring nor classes, so every declared name is an identifier.
 */
export type Scope = ReadonlySet<string>;

/** The names that a node declares for all that is inside it; undefined when it declares nothing for others. */
export function namesIn(node: AnyNode): Scope | undefined {
  switch (node.type) {
    case 'Program':
      return new Set([...varsOf(node.body), ...blockNames(node.body), ...importsOf(node.body)]);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return new Set([...parametersOf(node), ...varsOf([node.body]), ...ownName(node)]);
    case 'BlockStatement':
      return new Set(blockNames(node.body));
    case 'ForStatement':
      return new Set(node.init ? blockNames([node.init]) : []);
    case 'ForInStatement':
      return new Set(blockNames([node.left]));
    case 'SwitchStatement':
      return new Set(blockNames(node.cases.flatMap(({ consequent }) => consequent)));
    case 'CatchClause':
      return new Set(identifiers(node.param ? [node.param] : []));
    default:
      return undefined;
  }
}

/** The nodes that a node consists of. */
export function partsOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((part): part is AnyNode => typeof part === 'object' && part !== null && typeof part.type === 'string');
}

export const isFunction = (node: AnyNode): node is AnyNode & FunctionNode =>
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);

function varsOf(nodes: readonly AnyNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (isFunction(node)) return [];
    const declared = node.type === 'VariableDeclaration' && node.kind === 'var' ? declaredBy(node) : [];
    return [...declared, ...varsOf(partsOf(node))];
  });
}

function blockNames(nodes: readonly AnyNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return ownName(node);
    return node.type === 'VariableDeclaration' ? declaredBy(node) : [];
  });
}

function importsOf(nodes: readonly AnyNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [],
  );
}

function parametersOf(node: FunctionNode): readonly string[] {
  const own = node.type === 'ArrowFunctionExpression' ? [] : ['arguments'];
  return [...own, ...identifiers(node.params.map((param) => (param.type === 'RestElement' ? param.argument : param)))];
}

const ownName = (node: FunctionNode) => identifiers(node.id ? [node.id] : []);

const declaredBy = (node: AnyNode & { type: 'VariableDeclaration' }) =>
  identifiers(node.declarations.map(({ id }) => id));

const identifiers = (patterns: readonly Pattern[]) =>
  patterns.filter((pattern): pattern is Identifier => pattern.type === 'Identifier').map(({ name }) => name);
