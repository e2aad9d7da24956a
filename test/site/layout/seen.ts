/* These run in a page. */

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node?: Node | null }[];
}

/** Before anything of the page: all that moves by itself, and the pictures. */
export function watchPainting(): void {
  const seen: PerformanceEntry[] = [];
  Object.assign(globalThis, { seenPainting: seen });
  for (const type of ['layout-shift', 'paint', 'largest-contentful-paint'])
    new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type, buffered: true });
}

/** Milliseconds to the first and to the largest picture; the cumulative layout shift, and what moved. */
export function shiftOf(): { first: number; largest: number; shift: number; moved: string[] } {
  const seen = (globalThis as unknown as { seenPainting: PerformanceEntry[] }).seenPainting;
  const shifts = seen.filter(({ entryType }) => entryType === 'layout-shift') as Shift[];
  // A window of shifts ends a second after the last of them, and after five seconds at the latest (web.dev/cls).
  let [window, from, last, most] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  const moved: string[] = [];
  for (const { startTime, value, hadRecentInput, sources } of shifts) {
    if (hadRecentInput) continue;
    if (startTime - last > 1000 || startTime - from > 5000) [window, from] = [0, startTime];
    last = startTime;
    window += value;
    most = Math.max(most, window);
    if (value > 0.005)
      moved.push(
        `${value.toFixed(3)}@${startTime.toFixed(0)}(${sources
          .map(({ node }) => (node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName))
          .join(',')})`,
      );
  }
  const at = (type: string, name?: string) =>
    seen.filter((one) => one.entryType === type && (name === undefined || one.name === name)).at(-1)?.startTime ?? -1;
  return { first: at('paint', 'first-contentful-paint'), largest: at('largest-contentful-paint'), shift: most, moved };
}

/** What is wider than the page, or has words cut at its edge. */
export function tooWide(): string[] {
  const root = document.documentElement;
  const name = (element: Element) =>
    `${element.localName}.${`${element.getAttribute('class') ?? ''}`.split(' ').join('.')}`;
  const found: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.unseen, svg, canvas, .plan-view, [hidden]')) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const scrolls = (() => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
      return false;
    })();
    if (!scrolls && (box.right > root.clientWidth + 1 || box.left < -1))
      found.push(`${name(element)} to ${box.right.toFixed(0)}`);
    const style = getComputedStyle(element);
    if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
      found.push(`${name(element)} cuts ${element.scrollWidth - element.clientWidth}`);
  }
  if (root.scrollWidth > root.clientWidth) found.unshift(`page ${root.scrollWidth}`);
  // It lies over the page, and scrolls by itself.
  for (const over of document.querySelectorAll('[role=alertdialog], dialog[open]'))
    if (over.scrollWidth > over.clientWidth) found.push(`${name(over)} ${over.scrollWidth}`);
  return found;
}
