import type { Typed } from '../../rules/scanner-layouts.ts';
import { afterSilence, type KeyRead, nothingTyped, silenceMs, type } from './wedge.ts';

/** Tells of each code that a hand scanner types, wherever the focus is, while the door is open. */
export function onHandScan(now: () => number, isOpen: () => boolean, onScan: (typed: Typed) => void): void {
  let typed = nothingTyped;
  let silence = 0;
  const take = (read: KeyRead) => {
    typed = read.typed;
    if (read.scanned === undefined) return;
    // A scanner types where the focus is. What it typed is no search and no name.
    const field = document.activeElement;
    if (field instanceof HTMLInputElement) {
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    onScan(read.scanned);
  };
  window.addEventListener('keydown', (press) => {
    // A key that is held down repeats by itself, and no scanner holds one.
    if (!isOpen() || press.metaKey || press.altKey || (press.repeat && press.key.length === 1)) return;
    const { key, code, shiftKey, ctrlKey, target } = press;
    const read = type(typed, { key, code, shiftKey, ctrlKey, inField: target instanceof HTMLInputElement }, now());
    if (read.taken) press.preventDefault();
    window.clearTimeout(silence);
    silence = window.setTimeout(() => isOpen() && take(afterSilence(typed, now())), silenceMs);
    take(read);
  });
}
