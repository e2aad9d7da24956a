import { type ComponentChild, render } from 'preact';

/**
 * A page is a value and a view of it: each turn replaces some of the value and draws the view anew.
 * There is no other state, so what is on the screen can always be explained by one value.
 */
export interface Page<State> {
  readonly state: () => State;
  readonly turn: (change: Partial<State>) => void;
}

export function openPage<State extends object>(first: State, view: (state: State) => ComponentChild): Page<State> {
  const root = document.getElementById('page') as HTMLElement;
  let state = first;
  // The words of the file while nothing runs yet give way to the page.
  root.replaceChildren();
  const draw = () => render(view(state), root);
  draw();
  return {
    state: () => state,
    turn: (change) => {
      state = { ...state, ...change };
      draw();
    },
  };
}

/** Draws once a second, on the second, for everything that counts down. */
export function everySecond(act: () => void): void {
  const next = () => {
    window.setTimeout(
      () => {
        act();
        next();
      },
      1_000 - (Date.now() % 1_000) + 5,
    );
  };
  next();
}
