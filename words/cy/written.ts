/*
 * How dates, times and amounts are written, where the browser's own way is not the usual one. Here the browser
 * writes English dates (see language.ts), and their names are put into Welsh.
 */
export const long = (date: string) => date.replace(/,/g, '').replace(/[A-Z][a-z]+/g, (name) => longNames[name] ?? name);
export const short = (date: string) =>
  date.replace(',', '').replace(/[A-Z][a-z]+/g, (name) => shortNames[name] ?? name);
export const time = (clock: string) => clock;
export const moment = (date: string, at: string) => `${date}, ${at}`;
export const days = (n: number) => (n === 2 ? '2 ddiwrnod' : `${n} diwrnod`);
export const range = (from: string, to: string) => `${from} i ${to}`;

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
