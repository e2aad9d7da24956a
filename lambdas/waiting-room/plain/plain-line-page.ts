import type { Language } from '../../../contracts/languages.ts';
import type { Board, LineFile } from '../../../contracts/line.ts';
import type { Lane } from '../../../contracts/line-requests.ts';
import { chanceAt, tenths } from '../../../rules/chance.ts';
import { concernsLine, type Halt, haltFor, inLobby, isSilent } from '../../../rules/line-news.ts';
import { type FoundStanding, mayLeave, type Turn } from '../../../rules/standing.ts';
import { estimate, type Wait } from '../../../rules/wait.ts';
import { waysOf } from '../../../rules/windows.ts';
import { type PlainWords, plainWords } from '../../../words/plain.ts';
import { type Tongue, tongueOf } from '../../../words/tongue.ts';
import { actButton, joinForms, leaveForm, type Typed } from './plain-forms.ts';
import { type Markup, markup, type Part } from './plain-markup.ts';
import { notice, plainPage } from './plain-page.ts';

/** The page of one line without JavaScript: the same truths as the full page, in the same order. */
export interface PlainView {
  readonly language: Language;
  readonly venue: string;
  /** IANA. */
  readonly timeZone: string;
  readonly line: LineFile;
  readonly board?: Board | undefined;
  readonly standing: FoundStanding;
  readonly lane?: Pick<Lane, 'lane' | 'why'> | undefined;
  /** What an act came to, in the fan's words. */
  readonly trouble?: string | undefined;
  readonly typed?: Typed | undefined;
  /** The fan asked the page not to come anew by itself. */
  readonly still?: boolean;
  /** Whether it would. */
  readonly refreshes: boolean;
  readonly now: number;
}

export function plainLinePage(view: PlainView): string {
  const { language, venue, line } = view;
  const words = plainWords[language];
  const tongue = tongueOf(words.locale);
  const path = `/plain/${line.onSale}`;
  const main = markup`<h1>${line.title}</h1>
${notices(view, words)}
${scene(view, words, tongue)}
${mayLeave(view.standing) && leaveForm(words, line.onSale)}
${refreshing(view, words, tongue, path)}
<p class="ways"><a href="/line?on-sale=${line.onSale}">${words.fullPage}</a> <a href="/plain">${words.allLines}</a></p>`;
  return plainPage({ language, path, venue, title: `${headline(view, words)} · ${line.title}`, main });
}

/** The words that a glance at the tab should tell. */
function headline({ standing }: PlainView, words: PlainWords): string {
  switch (standing.at) {
    case 'outside':
      return standing.doors === 'before' ? words.joinLobby : words.joinLine;
    case 'lobby':
      return words.inLobby;
    case 'drawing':
      return words.drawing;
    case 'waiting':
      return words.ahead(standing.ahead);
    case 'called':
      return turnTitle(standing.turn, words);
    case 'shopping':
      return words.shopping;
    case 'over':
      return words.over;
  }
}

/** A fan whose place was removed may try: staff may have restored it since. */
function turnTitle(turn: Turn, words: PlainWords): string {
  if (turn === 'removed') return words.lane.removed;
  return turn === 'again' ? words.again : words.called;
}

function notices({ board, standing, lane, trouble, line, now }: PlainView, words: PlainWords): Markup {
  const halt = haltFor(standing, board);
  const halts: Readonly<Record<Halt, string>> = {
    'sold-out': words.soldOut,
    house: words.house,
    baskets: words.baskets,
    staff: words.paused,
  };
  const says: Part[] = [
    trouble !== undefined && notice(trouble, { title: words.trouble, tone: 'trouble' }),
    standing.at === 'outside' && standing.left && notice(words.left),
    concernsLine(standing) && isSilent(line, board, now) && notice(words.lost),
    halt && notice(halts[halt]),
    lane && notice(`${words.lane[lane.lane]} ${words.why[lane.why]} ${words.appeal}`),
    board?.message && notice(board.message),
  ];
  return markup`${says}`;
}

function scene(view: PlainView, words: PlainWords, tongue: Tongue): Markup {
  const { standing, line, board, venue, timeZone } = view;
  const { onSale } = line;
  switch (standing.at) {
    case 'outside':
      return outside(view, words, tongue, standing.doors);
    case 'lobby': {
      const here = inLobby(line, board);
      return markup`<h2>${words.inLobby}</h2>
<p class="lead">${words.opensAt(tongue.moment(standing.doorsAt, timeZone))}</p>
${here !== undefined && markup`<p>${words.inTheLobby(here || 1)}</p>`}
<p>${words.inLobbyDetail}</p>
${howDrawn(words)}`;
    }
    case 'drawing':
      return markup`<h2>${words.drawing}</h2>
<p>${words.drawingDetail}</p>`;
    case 'waiting':
      return markup`${number(words, tongue, standing.position)}
<p class="lead">${words.ahead(standing.ahead)}</p>
<p>${words.calledSoFar(board?.calledUpTo ?? 0)}</p>
${board && expectations(view, board, standing.ahead, words)}
<p>${words.keepPlace}</p>`;
    case 'called':
      return markup`<h2>${turnTitle(standing.turn, words)}</h2>
${standing.position !== undefined && number(words, tongue, standing.position)}
${standing.turn === 'again' && markup`<p>${words.againDetail}</p>`}
${standing.turn !== 'removed' && markup`<p>${words.calledDetail(venue)}</p>`}
${actButton(onSale, 'claim', words.claim)}`;
    case 'shopping':
      return markup`<h2>${words.shopping}</h2>
<p class="lead">${words.shoppingUntil(tongue.time(standing.expiresAt, timeZone))}</p>
${standing.position !== undefined && number(words, tongue, standing.position)}
<p>${words.shoppingDetail(venue)}</p>
${actButton(onSale, 'leave', words.finish, true)}`;
    case 'over':
      return markup`<h2>${words.over}</h2>
<p>${words.overDetail}</p>
<p><a href="/">${words.season}</a></p>`;
  }
}

function outside(
  { line, venue, timeZone, board, typed, now }: PlainView,
  words: PlainWords,
  tongue: Tongue,
  doors: 'before' | 'open',
): Markup {
  const tiers = line.tiers ?? [];
  const entries = waysOf(line).map(({ entry }) => entry);
  const here = inLobby(line, board);
  const opening = (opensAt: number) =>
    opensAt <= now ? words.isOpen : words.opensAt(tongue.moment(opensAt, timeZone));
  return markup`${
    tiers.length > 0
      ? markup`<h2>${words.windows}</h2>
<ul>${tiers.map(({ name, opensAt }) => markup`<li><b>${name}</b>: ${opening(opensAt)}</li>`)}</ul>`
      : markup`<p class="lead">${opening(line.opensAt)}</p>`
  }
${here !== undefined && here > 0 && markup`<p>${words.inTheLobby(here)}</p>`}
<h2>${doors === 'before' ? words.joinLobby : words.joinLine}</h2>
${doors === 'open' && markup`<p>${words.doorsOpenDetail}</p>`}
${joinForms({ words, onSale: line.onSale, venue, entries, typed: typed ?? { needs: [] } })}
${doors === 'before' && howDrawn(words)}`;
}

function howDrawn(words: PlainWords): Markup {
  return markup`<h2>${words.drawTitle}</h2>
<p>${words.draw}</p>`;
}

function number(words: PlainWords, { count }: Tongue, position: number): Markup {
  return markup`<p class="number">${words.number} <b>${count(position)}</b></p>`;
}

/** The wait and the chance, as far as anyone can say. */
function expectations({ standing }: PlainView, board: Board, ahead: number, words: PlainWords): Markup {
  // While nobody is called, the rate of before says nothing of the wait.
  const halt = haltFor(standing, board);
  const wait = estimate(ahead, board.rate);
  const told = board.odds && halt !== 'sold-out' ? tenths(chanceAt(board.odds, ahead)) : undefined;
  return markup`${!halt && markup`<p>${wait ? waitWords(wait, words) : words.waitUnknown}</p>`}
${told !== undefined && markup`<p>${chanceWords(told, words)}</p>`}`;
}

/** Near the front both are a minute: then one says it all. */
function waitWords({ half, most }: Wait, words: PlainWords): string {
  return most < 2 ? words.waitMost(most) : words.wait(half, most);
}

function chanceWords(told: number, words: PlainWords): string {
  if (told === 0) return words.chanceLow;
  return told === 10 ? words.chanceHigh : words.chance(told);
}

/** A page that changes by itself must be able to stop (WCAG 2.2.2). */
function refreshing(
  { refreshes, still, timeZone, now }: PlainView,
  words: PlainWords,
  { time }: Tongue,
  path: string,
): Markup {
  return markup`<p class="refreshing">${words.asOf(time(now, timeZone))} ${
    refreshes &&
    (still
      ? markup`<a href="${path}">${words.start}</a> `
      : markup`${words.refreshes} <a href="${path}?still=1">${words.stop}</a> `)
  }<a href="${path}${still === true && '?still=1'}">${words.lookNow}</a></p>`;
}
