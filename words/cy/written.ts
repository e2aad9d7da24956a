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

/*
 * How Welsh is written and counted. Chromium knows Welsh plurals but neither dates nor money, which it would write as
 * the phone's own language does: English orders both as Welsh does, and the names are put into Welsh here.
 */

export const language: Language = 'cy';
const locale = 'en-GB';

const long = (date: string) => date.replace(/,/g, '').replace(/[A-Z][a-z]+/g, (name) => longNames[name] ?? name);
const short = (date: string) => date.replace(',', '').replace(/[A-Z][a-z]+/g, (name) => shortNames[name] ?? name);

export const count: (n: number) => string = /* @__PURE__ */ new Intl.NumberFormat(locale).format;
export const plural = /* @__PURE__ */ chooses(language);
export const longDate = /* @__PURE__ */ writes(locale, longParts, long);
export const shortDate = /* @__PURE__ */ writes(locale, shortParts, short);
export const monthOf = /* @__PURE__ */ writes(locale, monthParts, long);
export const dateRange = /* @__PURE__ */ writesRange(locale, long);
export const timeOfDay = /* @__PURE__ */ writes(locale, clockParts);
export const longMoment: Moment = (at, zone) => `${longDate(at, zone)}, ${timeOfDay(at, zone)}`;
export const shortMoment: Moment = (at, zone) => `${shortDate(at, zone)}, ${timeOfDay(at, zone)}`;
export const timeUntil = /* @__PURE__ */ counts((n) => (n === 2 ? '2 ddiwrnod' : `${n} diwrnod`));
export const money = /* @__PURE__ */ writesMoney(locale);
export const priceRange = /* @__PURE__ */ writesPrices(money, (from, to) => `${from} i ${to}`);
export const percent = /* @__PURE__ */ writesPercent(locale);

const longNames: Readonly<Record<string, string>> = {
  Sunday: 'Dydd Sul',
  Monday: 'Dydd Llun',
  Tuesday: 'Dydd Mawrth',
  Wednesday: 'Dydd Mercher',
  Thursday: 'Dydd Iau',
  Friday: 'Dydd Gwener',
  Saturday: 'Dydd Sadwrn',
  January: 'Ionawr',
  February: 'Chwefror',
  March: 'Mawrth',
  April: 'Ebrill',
  May: 'Mai',
  June: 'Mehefin',
  July: 'Gorffennaf',
  August: 'Awst',
  September: 'Medi',
  October: 'Hydref',
  November: 'Tachwedd',
  December: 'Rhagfyr',
};

const shortNames: Readonly<Record<string, string>> = {
  Sun: 'Sul',
  Mon: 'Llun',
  Tue: 'Maw',
  Wed: 'Mer',
  Thu: 'Iau',
  Fri: 'Gwe',
  Sat: 'Sad',
  Jan: 'Ion',
  Feb: 'Chwe',
  Mar: 'Maw',
  Apr: 'Ebr',
  May: 'Mai',
  Jun: 'Meh',
  Jul: 'Gor',
  Aug: 'Awst',
  Sep: 'Medi',
  Sept: 'Medi',
  Oct: 'Hyd',
  Nov: 'Tach',
  Dec: 'Rhag',
};
