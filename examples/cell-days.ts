import { withoutAccents } from './without-accents.ts';

/*
 * Days and times that a spreadsheet has made of a number: of 3-12, 1/27 or 12:30. It writes them as people do where it
 * was set up, with their months. A cell stays a number if no calendar has such a day: 12/3456, 45-MAR, 12.34.56. So do three pairs of
 * digits with dashes between them, which are rarely a day and often a number.
 */

/**
 * Months of languages that the list below does not have, as they are written out, alone and with a day. Short forms are
 * taken from those in which none is a word on membership cards, as the Croatian `pro` and `kol` would be.
 */
const writtenOut = 'bg ca cs el et eu ga gl he hr hu is lt lv mk mt ro ru sk sl sq sr sr-Latn tr uk id ar fa hi'.split(
  ' ',
);
const shortened = 'bg ca el et hu is lv ro ru sk sl sr sr-Latn tr uk'.split(' ');

const thirds = Array.from({ length: 12 }, (_, at) => Date.UTC(2027, at, 3));

const monthsOf = (language: string, month: 'long' | 'short'): readonly string[] =>
  [{ month }, { month, day: 'numeric' } as const].flatMap((options) => {
    const written = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
    return thirds
      .flatMap((day) => written.formatToParts(day).filter(({ type }) => type === 'month'))
      .map(({ value }) => withoutAccents(value.toLowerCase()).replace(/\.$/, ''));
  });

/** A month of one or two letters, or with a digit, would be found in numbers. */
const fromLocales = [
  ...writtenOut.flatMap((language) => monthsOf(language, 'long')),
  ...shortened.flatMap((language) => monthsOf(language, 'short')),
].filter((name) => /^\p{L}[\p{L}\p{M}]{2,}$/u.test(name));

/** Small and without accents, as they are written out and as spreadsheets shorten them. A form of several stands once. */
const months = [
  // English, German
  'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october',
  'november december mrz okt dez janner januar februar feber marz mai juni juli oktober dezember',
  // French, Italian
  'janv fevr fev mars avr juin juil aout janvier fevrier avril juillet septembre octobre novembre decembre',
  'gen mag giu lug ago set sett ott dic gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre',
  'dicembre',
  // Spanish, Portuguese
  'ene abr enero febrero abril mayo junio julio septiembre setiembre octubre noviembre diciembre',
  'out janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro',
  // Dutch, Welsh
  'mrt mei januari februari maart augustus',
  'ion chw chwe chwef maw ebr meh gor gorff aws med hyd tach rha rhag ionawr chwefror mawrth ebrill mehefin gorffennaf',
  'awst medi hydref tachwedd rhagfyr',
  // Polish
  'sty lut kwi maj cze lip sie wrz paz lis gru styczen luty marzec kwiecien czerwiec lipiec sierpien wrzesien pazdziernik',
  'listopad grudzien stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
  // Danish, Norwegian, Swedish, Finnish
  'des marts desember augusti',
  ...['', 'kuu', 'kuuta'].map((end) =>
    'tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu'.replace(/\w+/g, `$&${end}`),
  ),
]
  .flatMap((some) => some.split(' '))
  .concat([...new Set(fromLocales)])
  .join('|');

const month = `(?:${months})\\.?`;
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const monthNumber = '(?:0?[1-9]|1[0-2])';
/** Programs write 0001 and 9999 for none. */
const year = '(?:1[89]|20|99|00)\\d\\d';
const sign = '[\\p{Pd}./\\s]{1,3}(?:de\\s)?';
const weekday = '(?:\\p{L}{2,12}[.,]{0,2}\\s)?';
const timeOfDay = '(?:[t,\\s]+\\d{1,2}[:.]\\d\\d.*)?';

/** Day before month; `at` is the number of the group that has the sign. */
const dayFirst = (signs: string, at: number) => `${day}(${signs}\\s?)${monthNumber}\\${at}`;
const monthFirst = (signs: string, at: number) => `${monthNumber}(${signs}\\s?)${day}\\${at}`;

const days = [
  `${weekday}${day}${sign}${month}(?:${sign}\\d{2,4})?${timeOfDay}`,
  `${weekday}${month}${sign}(?:${day},?${sign}${year}|'?\\d\\d|${year})${timeOfDay}`,
  `${year}${sign}${month}${sign}${day}\\.?${timeOfDay}`,
  `${year}([-./]\\s?)${monthNumber}\\1${day}\\.?${timeOfDay}`,
  `(?:${dayFirst('[-./]', 1)}|${monthFirst('[-./]', 2)})${year}\\.?${timeOfDay}`,
  `(?:${dayFirst('[./]', 1)}|${monthFirst('/', 2)})\\d\\d\\.?${timeOfDay}`,
  `${day}\\.\\s?${monthNumber}\\.`,
  // Japanese, Chinese and Korean.
  '(?:\\p{L}{0,2}\\d{1,4}[年년]\\s?)?\\d{1,2}[月월](?:\\s?\\d{1,2}[日号일])?',
].map((form) => new RegExp(`^${form}$`, 'u'));

const time = /^(?:\d{1,2}:[0-5]\d|\d+:[0-5]\d:[0-5]\d(?:[.,]\d+)?)\s?(?:[ap]\.?m\.?)?$/;

/** `said`: small letters without accents, digits of ours. */
export function dayFault(said: string): string | undefined {
  const made = days.some((form) => form.test(said)) ? 'date' : time.test(said) ? 'time' : undefined;
  return made && `a spreadsheet has made a ${made} of it. Format the column as text, and bring it in anew`;
}
