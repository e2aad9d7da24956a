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

/** `19:30:07` */
const secondParts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

const asItIs = (text: string): string => text;

/**
 * Writes a date or a time as the locale does, and then as `polish` would have it. A browser that is older than the name
 * of the venue's zone (`Europe/Kyiv` is of 2022) writes it in UTC and says so: a page must not stand still for it, and
 * the phone's own zone would be a wrong time that looks right.
 */
export function writes(locale: string, what: Intl.DateTimeFormatOptions, polish = asItIs): Moment {
  /** By zone. Pages write their times anew every second, and to make a format takes a hundred times as long as to use it. */
  const known: Record<string, ZoneFormat> = {};
  return (at, timeZone) => {
    known[`${timeZone}`] ??= formatIn(locale, what, timeZone);
    const [format, mark] = known[`${timeZone}`] as ZoneFormat;
    return polish(format.format(at)) + mark;
  };
}

type ZoneFormat = readonly [Intl.DateTimeFormat, mark: string];

function formatIn(locale: string, what: Intl.DateTimeFormatOptions, timeZone?: string, mark = ''): ZoneFormat {
  try {
    return [new Intl.DateTimeFormat(locale, { ...what, timeZone }), mark];
  } catch {
    return formatIn(locale, what, 'UTC', ' UTC');
  }
}

/** `19:30:07`, in every language: for records of what was done. */
export const clockWithSeconds = /* @__PURE__ */ writes('en-GB', secondParts);

/** `4 – 30 June 2027`, `4 June – 14 August 2027` */
export function writesRange(locale: string, polish = asItIs) {
  return (from: number, to: number, timeZone: string): string => {
    const [format, mark] = formatIn(locale, { day: 'numeric', month: 'long', year: 'numeric' }, timeZone);
    return polish(format.formatRange(from, to)) + mark;
  };
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
