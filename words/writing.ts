/*
 * How dates, times, numbers and amounts are written: the rule once, and each language says what is its own. A
 * language's `written.ts` makes its functions with these, and its words and its pages call those. So a page carries
 * one language, and a server has all of them at hand (`words/all/`). Times are the venue's, in its time zone,
 * wherever a fan's phone is.
 */

/** `at` is in milliseconds since 1970; `timeZone` is the venue's, e.g. `Europe/London`. */
export type Moment = (at: number, timeZone?: string) => string;

/** `Saturday 21 November 2026` */
export const longParts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
/** `Sat 21 Nov` */
export const shortParts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
/** `November 2026` */
export const monthParts = { month: 'long', year: 'numeric' } as const;
/** `19:30`, whatever the language. */
export const clockParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Pages write their times anew every second, and to make a format takes a hundred times as long as to use it. */
const formats: Record<string, Intl.DateTimeFormat> = {};

/** `19:30:07` */
const secondParts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

const asItIs = (text: string): string => text;

/** Writes a date or a time as the locale does, and then as `polish` would have it. */
export function writes(locale: string, what: Intl.DateTimeFormatOptions, polish = asItIs): Moment {
  return (at, timeZone) => {
    const key = JSON.stringify([locale, what, timeZone]);
    formats[key] ??= new Intl.DateTimeFormat(locale, { ...what, timeZone });
    return polish(formats[key].format(at));
  };
}

/** `19:30:07`, in every language: for records of what was done. */
export const clockWithSeconds = /* @__PURE__ */ writes('en-GB', secondParts);

/** `4 – 30 June`, `4 June – 14 August` */
export function writesRange(locale: string, polish = asItIs) {
  return (from: number, to: number, timeZone: string): string =>
    polish(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).formatRange(from, to));
}

/** The forms of a word that is counted; a form left out is `other`. */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** `plural(n, { one: '1 seat', other: '… seats' })`: the form that the language has for this number. */
export function chooses(language: string) {
  const rules = new Intl.PluralRules(language);
  return (n: number, forms: Forms): string => forms[rules.select(n)] ?? forms.other;
}

/** `9:05`, `1:09:05`; whole seconds, rounded up so that 0:00 means over. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n: number) => `${n}`.padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `3 days`, then hours and minutes as a countdown. */
export function counts(days: (n: number) => string) {
  return (milliseconds: number): string => {
    const whole = Math.floor(milliseconds / 86_400_000);
    return whole >= 2 ? days(whole) : countdown(milliseconds);
  };
}
