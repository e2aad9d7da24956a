/*
 * After an act the fan sees and hears what became of it. They are brought to the first field that must be corrected, to
 * the notice of what happened, or to the heading of what took the form's place. It comes into the screen, also beneath a
 * sticky masthead (`scroll-padding` in design/base), and a screen reader goes on from there.
 *
 *     an act was refused, and its form is still there ──▶ bringToNews, which the page calls
 *     the button has gone with its act, and the focus with it ──▶ presses.ts, which every page begins with
 */

/** Brings the fan to the first field that is wrong, or to a notice that says what happened. */
export function bringToNews(): void {
  document.querySelector<HTMLElement>('[aria-invalid=true],.notice[role]')?.focus();
}
