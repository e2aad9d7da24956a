import { folded } from '../../../rules/folded.ts';
import type { BookLine } from '../order/order-store.ts';

/**
 * Whether an order has the seat that somebody names on the telephone: `Stalls C 12, Saturday`. Every word must be of one
 * seat, of its show, or of its date. Days and months are those of the performance, in the venue's time; a number beside
 * the name of a month is a day, and any other is a row or a seat, so that `C 12` never means a C 5 on the 12th.
 */
export function matchesSeat({ items, timeZone }: Pick<BookLine, 'items' | 'timeZone'>, typed: string): boolean {
  const { seat, date } = wordsTyped(typed);
  if (seat.length === 0) return false;
  return items.some(({ title, startsAt, seats, givenBack = [] }) => {
    const dates = datesOf(startsAt, timeZone);
    if (!date.every((word) => dates.has(word))) return false;
    return [...seats, ...givenBack].some(({ label }) => {
      const words = new Set([...wordsOf(label), ...wordsOf(title)]);
      // `C12` is row C, seat 12; a row may be called `C12` all the same.
      return seat.every((word) => words.has(word) || (parted(word) ?? [word]).every((part) => words.has(part)));
    });
  });
}

const filling = new Set(['row', 'seat', 'seats', 'and', 'in', 'the', 'at', 'on', 'of', 'for']);
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = 'january february march april may june july august september october november december'.split(' ');

function wordsTyped(typed: string): { readonly seat: readonly string[]; readonly date: readonly string[] } {
  const words = wordsOf(typed);
  const date: string[] = [];
  const seat: string[] = [];
  for (const [at, word] of words.entries()) {
    const isDay = /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && (isMonth(words[at - 1]) || isMonth(words[at + 1]));
    const named = nameIn(weekdays, word) ?? nameIn(months, word);
    if (named) date.push(named);
    else if (isDay) date.push(`${Number.parseInt(word, 10)}`);
    else seat.push(word);
  }
  return { seat, date };
}

const isMonth = (word: string | undefined) => word !== undefined && nameIn(months, word) !== undefined;

/** `sat` and `saturday`; a shorter word is a row. */
function nameIn(names: readonly string[], word: string): string | undefined {
  return word.length < 3 ? undefined : names.find((name) => name.startsWith(word));
}

function datesOf(startsAt: number, timeZone: string): ReadonlySet<string> {
  const parts = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  return new Set(parts.formatToParts(startsAt).map(({ value }) => value.toLowerCase()));
}

function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !filling.has(word));
}

function parted(word: string): readonly string[] | undefined {
  return /^(\p{L}+)(\p{N}+)$/u.exec(word)?.slice(1);
}
