import type { Guest } from '../../contracts/door.ts';
import { lookedIn, looksFor } from '../../rules/folded.ts';

/**
 * Finding a guest at the door: every word that was typed must occur in the name or the reference, as rules/folded.ts
 * reads letters, with or without the hyphen. Nothing is found for nothing, and what was typed goes nowhere.
 */
export function findGuests(guests: readonly Guest[], typed: string): readonly Guest[] {
  if (lookedIn(typed).trim() === '') return [];
  const isIn = looksFor(typed);
  return guests.filter((guest) => isIn(textOf(guest)));
}

/** Of thousands of guests, at every key: each is folded once. */
const texts = new WeakMap<Guest, string>();

function textOf(guest: Guest): string {
  const text = texts.get(guest) ?? lookedIn([guest.name, guest.reference, guest.reference.replace(/-/g, '')].join(' '));
  texts.set(guest, text);
  return text;
}
