import type { BoxOffice } from '../../../contracts/box-office.ts';
import type { Language } from '../../../contracts/languages.ts';
import { markup } from '../../foundation/plain/plain-markup.ts';
import { notice, plainPage } from '../../foundation/plain/plain-page.ts';
import { plainWordsIn } from '../../foundation/plain/plain-words.ts';

export interface ListedLine {
  readonly id: string;
  readonly title: string;
  readonly audienceName: string;
  readonly opensAt: number;
}

/** The lines that are open or will be. */
export function linesPage(
  language: Language,
  {
    venue,
    boxOffice,
    timeZone,
    lines,
    now,
  }: { venue?: string; boxOffice?: BoxOffice; timeZone: string; lines: readonly ListedLine[]; now: number },
): string {
  const words = plainWordsIn(language);
  const items = lines.map(
    ({ id, title, audienceName, opensAt }) => markup`<li><a href="/plain/${id}"><bdi>${title}</bdi></a>
<p>${audienceName}. ${opensAt <= now ? words.line.doorsOpen : words.opensAt(words.written.longMoment(opensAt, timeZone))}</p></li>
`,
  );
  const main = markup`<h1>${words.linesTitle}</h1>
${items.length > 0 ? markup`<ul class="lines">${items}</ul>` : notice(words.noLines)}`;
  return plainPage({ language, path: '/plain', venue, boxOffice, title: words.linesTitle, main });
}
