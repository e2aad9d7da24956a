import { type AnyNode, parse } from 'acorn';

/*
 * Makes mutants of a source: each is one small change that a test should notice. All mutants of a file stand in one
 * text, behind switches: `(__at(7) ? a <= b : a < b)`. So a file is loaded once, and a mutant is a number.
 */

export interface Mutant {
  /** Unique among all files of a run. */
  readonly id: number;
  /** Where it is in the source, from 1. */
  readonly line: number;
  /** The whole of that line. */
  readonly within: string;
  readonly was: string;
  readonly becomes: string;
}

/** Another operator in the place of one. */
const otherOperators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '&&': ['||'],
  '||': ['&&'],
};

/** Another method in the place of one. */
const otherMethods: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  some: 'every',
  every: 'some',
};

/** @param source JavaScript. @param first the number of the first mutant. */
export function mutantsOf(
  source: string,
  first: number,
): { readonly code: string; readonly mutants: readonly Mutant[] } {
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const mutants: Mutant[] = [];
  const lines = source.split('\n');
  /** @param place what may stand in the place of the node, whatever it is. */
  const emit = (node: AnyNode, place: readonly string[]): string => {
    const inner = emitChildren(node);
    const was = source.slice(node.start, node.end);
    const changes = new Set([...changesOf(node, source), ...place].filter((becomes) => becomes !== was));
    return [...changes].reduceRight((text, becomes) => {
      const id = first + mutants.length;
      const line = node.loc?.start.line ?? 0;
      mutants.push({ id, line, within: lines[line - 1]?.trim() ?? '', was, becomes });
      return `(__at(${id}) ? ${becomes} : ${text})`;
    }, inner);
  };
  const emitChildren = (node: AnyNode): string => {
    let text = '';
    let at = node.start;
    for (const child of childrenOf(node)) {
      text += source.slice(at, child.start) + emit(child, placeOf(child, node));
      at = child.end;
    }
    return text + source.slice(at, node.end);
  };
  return { code: emit(program, []), mutants };
}

/** In the order in which they stand, without what is no value: keys, labels, what is imported and exported. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  if (/^(Import|ExportAll|ExportSpecifier|TemplateElement)/.test(node.type)) return [];
  const skipped = skippedIn(node);
  const seen = Object.entries(node)
    .filter(([key]) => !skipped.includes(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]) as unknown[])
    .filter((value): value is AnyNode => typeof (value as AnyNode | null)?.type === 'string');
  // A shorthand property is its key and its value at once.
  return [...new Map(seen.map((child) => [child.start, child])).values()].sort((a, b) => a.start - b.start);
}

function skippedIn(node: AnyNode): readonly string[] {
  if (node.type === 'Property' && node.shorthand) return ['key', 'value'];
  const keyed = node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition';
  if (keyed && !node.computed) return ['key'];
  if (node.type === 'MemberExpression' && !node.computed) return ['property'];
  // A name that is declared or assigned to is no value; what a pattern falls back to is left as it is.
  if (node.type === 'VariableDeclarator') return ['id'];
  if (node.type === 'AssignmentExpression') return ['left'];
  if (node.type === 'UpdateExpression') return ['argument'];
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return ['left'];
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return ['id', 'params'];
  if (node.type === 'ArrowFunctionExpression') return ['params'];
  if (node.type === 'CatchClause') return ['param'];
  return [];
}

/** The changes of a child by the place in which it stands. A condition is met or not. Nothing is returned, or done. */
function placeOf(child: AnyNode, parent: AnyNode): readonly string[] {
  if (parent.type === 'IfStatement' && child === parent.test) return ['true', 'false'];
  const loops = parent.type === 'WhileStatement' || parent.type === 'ForStatement';
  if (loops && child === parent.test) return ['false'];
  const isReturned =
    parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.expression);
  const isDone = parent.type === 'ExpressionStatement' && /^(Call|Await)/.test(child.type);
  return isReturned || isDone ? ['undefined'] : [];
}

/** The changes of an expression. */
function changesOf(node: AnyNode, source: string): readonly string[] {
  const text = (part: { start: number; end: number }) => source.slice(part.start, part.end);
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const between = source.slice(node.left.end, node.right.start);
      if (node.operator === '??') return [`(${text(node.left)})`];
      return (otherOperators[node.operator] ?? []).map(
        (operator) =>
          source.slice(node.start, node.left.end) +
          between.replace(node.operator, operator) +
          source.slice(node.right.start, node.end),
      );
    }
    case 'ConditionalExpression':
      return [`(${text(node.consequent)})`, `(${text(node.alternate)})`];
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === '-' ? [`(${text(node.argument)})`] : [];
    case 'Literal':
      if (typeof node.value === 'number') return [`${node.value + 1}`];
      return typeof node.value === 'boolean' ? [`${!node.value}`] : [];
    case 'CallExpression': {
      const { callee } = node;
      // Parentheses around a part of a?.b().c would end its chain.
      if (node.optional || callee.type !== 'MemberExpression' || callee.optional) return [];
      if (callee.property.type !== 'Identifier') return [];
      const other = otherMethods[callee.property.name];
      const { object, property } = callee;
      const dropped = property.name === 'filter' ? [text(object)] : [];
      return other === undefined
        ? dropped
        : [source.slice(node.start, property.start) + other + source.slice(property.end, node.end)];
    }
    case 'AssignmentExpression': {
      const [from, to] = node.operator === '+=' ? ['+=', '-='] : ['-=', '+='];
      if (node.operator !== '+=' && node.operator !== '-=') return [];
      const between = source.slice(node.left.end, node.right.start).replace(from, to);
      return [text(node.left) + between + text(node.right)];
    }
    default:
      return [];
  }
}
