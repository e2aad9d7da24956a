import { followPresses } from './presses.ts';

/*
 * On a page whose parts come and go under one heading each, somebody whose button has gone is brought to what is nearest
 * to where it was: the list that has one fewer, the code that is shown now, or the page that took the form's place.
 */
export function followPressesNearby(): void {
  let places: readonly Element[] = [];
  document.addEventListener(
    'click',
    ({ target }) => {
      places = around(target as Element);
    },
    true,
  );
  followPresses(() => bringNear(places));
}

/** Where somebody is just now. Gives the act that brings them back there, when what was over the page has gone. */
export function rememberPlace(): () => void {
  const places = around(document.activeElement);
  return () => {
    const [place] = places;
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else bringNear(places);
  };
}

/** Of an element that may go: it and all around it, the innermost first. */
function around(element: Element | null): readonly Element[] {
  const found: Element[] = [];
  for (let up = element; up; up = up.parentElement) found.push(up);
  return found;
}

/** The first heading or field of the innermost part that is still there. Whether there is any. */
function bringNear(places: readonly Element[]): boolean {
  for (const place of places) {
    if (!place.isConnected || !place.matches('section, form, main, #page')) continue;
    const near = place.querySelector<HTMLElement>('h1, h2, input, select');
    if (!near) continue;
    if (!near.matches('input, select')) near.tabIndex = -1;
    near.focus();
    return true;
  }
  return false;
}
