/* The other half of news.ts. The line page loads it with the parts for a fan who has a place. */

/**
 * Watches what is pressed. When it goes, the fan is brought to the result that came in its place, or comes later. A fan
 * who went on meanwhile is left where they are.
 */
export function followPresses(bring = bringToResult): void {
  const page = document.getElementById('page') as HTMLElement;
  let pressed: Node | undefined;
  page.addEventListener(
    'click',
    ({ target }) => {
      pressed = target as Node;
    },
    true,
  );
  new MutationObserver(() => {
    if (!pressed || pressed.isConnected) return;
    if (document.activeElement !== document.body || bring()) pressed = undefined;
  }).observe(page, { childList: true, subtree: true });
}

/** The notice of an act, or what is marked as its result, or the heading of the scene that it led to. Whether there is any. */
export function bringToResult(): boolean {
  const find = (what: string) => document.querySelector<HTMLElement>(what);
  const result = find('.notice[role],.news') ?? find('.apron h2');
  if (!result) return false;
  result.tabIndex = -1;
  result.focus();
  return true;
}
