import type { ComponentChild } from 'preact';
import { openPage, type Page } from './page.tsx';

/**
 * A page that is drawn once it is so whole that nothing on it will move any more. Until then the file's own words and
 * shapes stand: of a published page that is all of it (lambdas/catalogue/pages), of any other its title and a place kept
 * free.
 */
export function openWhenWhole<State extends object>(
  first: State,
  view: (state: State) => ComponentChild,
  isWhole: (state: State) => boolean,
): Page<State> {
  let state = first;
  let page: Page<State> | undefined;
  const turn = (change: Partial<State>) => {
    state = { ...state, ...change };
    if (page) page.turn(change);
    else if (isWhole(state)) page = openPage(state, view);
  };
  turn({});
  return { state: () => state, turn };
}
