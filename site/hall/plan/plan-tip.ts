import type { Point } from '../../../contracts/plan.ts';

/** Words beside the pointer, on the side that has room; none without words. */
export function showTip(tip: HTMLElement, words: string, at: Point | undefined, width: number): void {
  tip.hidden = words === '' || !at;
  if (!at || words === '') return;
  tip.textContent = words;
  const side = at.x > width / 2 ? '-100%' : '0';
  tip.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px) translate(${side}, calc(-100% - 14px))`;
}
