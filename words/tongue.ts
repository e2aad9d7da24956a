/**
 * Numbers, times and plurals as one language writes them. `#` in a form of a plural is the number.
 */
export interface Tongue {
  /** e.g. `en-GB`. */
  readonly locale: string;
  count(n: number): string;
  plural(n: number, forms: Forms): string;
  /** Minutes as people say them: exact when few, then in fives, then in half hours. */
  minutes(minutes: number): string;
  /** Day and time, e.g. `Friday, 5 March 2027 at 09:00`. */
  moment(at: number, timeZone: string): string;
  /** e.g. `09:00`. */
  time(at: number, timeZone: string): string;
}

export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export function tongueOf(locale: string): Tongue {
  const number = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const unit = (name: 'minute' | 'hour') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 1 });
  const [minute, hour] = [unit('minute'), unit('hour')];
  return {
    locale,
    count: (n) => number.format(n),
    plural: (n, forms) => (forms[rules.select(n)] ?? forms.other).replace('#', number.format(n)),
    minutes(minutes) {
      if (minutes < 10) return minute.format(Math.max(1, Math.ceil(minutes)));
      if (minutes < 58) return minute.format(Math.ceil(minutes / 5) * 5);
      return hour.format(Math.ceil(minutes / 30 - 0.05) / 2);
    },
    moment: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at),
    time: (at, timeZone) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at),
  };
}
