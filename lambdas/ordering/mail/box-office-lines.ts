import type { BoxOffice } from '../../../contracts/box-office.ts';
import type { Season } from '../../../contracts/catalogue.ts';
import type { Language } from '../../../contracts/languages.ts';
import { published } from '../../../contracts/paths.ts';
import { dialled } from '../../../rules/dialled.ts';
import { boxOfficeWords } from '../../../words/all/box-office.ts';
import { isolated } from '../../../words/isolated.ts';
import { escaped, oneLine } from '../../foundation/mail-text.ts';
import { Memory } from '../../foundation/memory.ts';
import type { MailFoot } from './letter.ts';

/*
 * How the box office is reached, in a mail about an order, whose reference is said there. It is the published season's
 * to say. A mail goes without it rather than not at all.
 */

export type FindBoxOffice = (now: number) => Promise<BoxOffice | undefined>;

/** Milliseconds: hours that were changed a minute ago may stand in a mail. */
const ageMs = 60_000;

export function rememberBoxOffice(read: (path: string) => Promise<Season | undefined>): FindBoxOffice {
  const memory = new Memory<Season>(1);
  const path = published.season();
  return (now) =>
    memory
      .recall(path, () => read(path), { now, ageMs })
      .then(
        (season) => season?.boxOffice,
        () => undefined,
      );
}

export function boxOfficeLines(boxOffice: BoxOffice | undefined, language: Language): MailFoot {
  if (boxOffice === undefined) return { text: [], html: [] };
  const { telephone, hours } = boxOffice;
  const before = `${boxOfficeWords[language].telephone}: `;
  const after = hours === undefined ? '' : `, ${isolated(oneLine(hours))}`;
  const link = `<a href="${escaped(dialled(boxOffice))}" style="color:#a5112d">${escaped(telephone)}</a>`;
  return {
    text: [`${before}${telephone}${after}`, ''],
    html: [`<p style="margin:0 0 1em">${escaped(before)}${link}${escaped(after)}</p>`],
  };
}
