import type { Language } from '../../contracts/languages.ts';
import { writesMoney, writesPercent, writesPrices } from '../money.ts';
import {
  chooses,
  clockParts,
  counts,
  longParts,
  type Moment,
  monthParts,
  shortParts,
  writes,
  writesRange,
} from '../writing.ts';

/* How German is written and counted, where the browser's own way is not the usual one. */

export const language: Language = 'de';
const locale = 'de-DE';

const time = (clock: string) => `${clock} Uhr`;

export const count: (n: number) => string = /* @__PURE__ */ new Intl.NumberFormat(locale).format;
export const plural = /* @__PURE__ */ chooses(language);
export const longDate = /* @__PURE__ */ writes(locale, longParts);
export const shortDate = /* @__PURE__ */ writes(locale, shortParts);
export const monthOf = /* @__PURE__ */ writes(locale, monthParts);
export const dateRange = /* @__PURE__ */ writesRange(locale);
export const timeOfDay = /* @__PURE__ */ writes(locale, clockParts, time);
export const longMoment: Moment = (at, zone) => `${longDate(at, zone)}, ${timeOfDay(at, zone)}`;
export const shortMoment: Moment = (at, zone) => `${shortDate(at, zone)}, ${timeOfDay(at, zone)}`;
export const timeUntil = /* @__PURE__ */ counts((n) => `${n} Tage`);
export const money = /* @__PURE__ */ writesMoney(locale);
export const priceRange = /* @__PURE__ */ writesPrices(money, (from, to) => `${from} bis ${to}`);
export const percent = /* @__PURE__ */ writesPercent(locale);
