import { type ComponentChild, render } from 'preact';
import type { Page } from './page.tsx';

/**
 * A page that is drawn once it is so whole that nothing on it will move any more. Until then the file's own words and
 * shapes stand. Of a published page that is all of it (lambdas/catalogue/pages): a fan may stand on one of its links by
 * then, and stands on the same one afterwards. Of any other page it is the title and a place kept free.
 */
export function openWhenWhole<State extends object>(
  first: State,
  view: (state: State) => ComponentChild,
  isWhole: (state: State) => boolean,
): Page<State> {
  const root = document.getElementById('page') as HTMLElement;
  let state = first;
  let stands = false;
  const turn = (change: Partial<State>) => {
    state = { ...state, ...change };
    if (!stands && !isWhole(state)) return;
    const link = stands ? null : document.activeElement?.getAttribute('href');
    if (!stands) root.replaceChildren();
    stands = true;
    render(view(state), root);
    if (typeof link === 'string')
      [...root.querySelectorAll('a')].find((one) => one.getAttribute('href') === link)?.focus({ preventScroll: true });
  };
  turn({});
  return { state: () => state, turn };
}
