import type { Typed } from '../../rules/scanner-layouts.ts';
import { nothingTyped, type } from './wedge.ts';

/** Tells of each code that a hand scanner types, wherever the focus is, while the door is open. */
export function onHandScan(now: () => number, isOpen: () => boolean, onScan: (typed: Typed) => void): void {
  let typed = nothingTyped;
  window.addEventListener('keydown', (press) => {
    if (!isOpen() || press.ctrlKey || press.metaKey || press.altKey) return;
    const read = type(typed, press, now());
    typed = read.typed;
    if (read.scanned === undefined) return;
    press.preventDefault();
    // A scanner types where the focus is. What it typed is no search and no name.
    if (press.target instanceof HTMLInputElement) {
      press.target.value = '';
      press.target.dispatchEvent(new Event('input', { bubbles: true }));
    }
    onScan(read.scanned);
  });
}
