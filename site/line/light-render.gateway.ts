/*
 * The part of Preact that the line page needs, in less than a kilobyte: functions that return elements, drawn into a
 * node and drawn again over the old ones. The line is the page that everybody loads at once, and it has a budget. Its
 * build puts this in Preact's place (see vite.config.ts); the other pages use Preact itself.
 *
 * Children are matched by their place, as Preact does without keys. A child that a condition leaves out keeps its place
 * as an empty text. So a field below it stays the same field with its typed text.
 */
type Child = null | undefined | boolean | string | number | Drawn | readonly Child[];
type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };

interface Drawn {
  readonly type: string | ((props: Props) => Child);
  readonly props: Props;
}

export const jsx = (type: Drawn['type'], props: Props): Drawn => ({ type, props });
export const jsxs = jsx;
export const Fragment = (props: Props): Child => props.children;

const before = new WeakMap<Element, Props>();

/** Draws the children of a node, keeping every element that is still of the same kind. */
export function render(child: Child, parent: Element): void {
  const wanted: Exclude<Child, readonly Child[]>[] = [];
  unfold(child, wanted);
  wanted.forEach((one, place) => {
    const there = parent.childNodes[place];
    const drawn = isDrawn(one) ? element(one, there) : text(one, there);
    if (!there) parent.append(drawn);
    else if (there !== drawn) there.replaceWith(drawn);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild?.remove();
}

function unfold(child: Child, into: Exclude<Child, readonly Child[]>[]): void {
  if (isList(child)) for (const one of child) unfold(one, into);
  else if (isDrawn(child) && typeof child.type === 'function') unfold(child.type(child.props), into);
  else into.push(child);
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

function isDrawn(child: Child): child is Drawn {
  return typeof child === 'object' && child !== null && 'type' in child;
}

function text(child: Child, there: ChildNode | undefined): Text {
  const words = child === null || child === undefined || typeof child === 'boolean' ? '' : `${child}`;
  if (!(there instanceof Text)) return new Text(words);
  if (there.data !== words) there.data = words;
  return there;
}

function element({ type, props }: Drawn, there: ChildNode | undefined): Element {
  const same = there instanceof Element && there.localName === type;
  const node = same ? there : document.createElement(type as string);
  const old = before.get(node) ?? {};
  for (const name in { ...old, ...props })
    if (name !== 'children' && old[name] !== props[name]) set(node, name, props[name]);
  before.set(node, props);
  render(props.children, node);
  return node;
}

function set(node: Element, name: string, value: unknown): void {
  if (name.startsWith('on')) {
    (node as unknown as Record<string, unknown>)[name.toLowerCase()] = value ?? null;
    return;
  }
  // `aria-…` and `spellcheck` say true and false in words; elsewhere false is absence.
  const inWords = name[4] === '-' || name === 'spellcheck';
  if (value === null || value === undefined || (value === false && !inWords)) node.removeAttribute(name);
  else node.setAttribute(name, value === true && !inWords ? '' : `${value}`);
}
