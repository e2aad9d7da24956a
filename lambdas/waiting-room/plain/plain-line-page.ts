import type { Language } from '../../../contracts/languages.ts';
import type { Board, LineFile } from '../../../contracts/line.ts';
import type { Lane } from '../../../contracts/line-requests.ts';
import { chanceAt, waitAt } from '../../../rules/odds.ts';
import { type PlainWords, plainWords } from '../../../words/plain.ts';
import { type Tongue, tongueOf } from '../../../words/tongue.ts';
import { actButton, joinForms, leaveForm, type Typed } from './plain-forms.ts';
import { type Markup, markup, type Part } from './plain-markup.ts';
import { notice, plainPage } from './plain-page.ts';
import type { PlainStanding } from './plain-standing.ts';

/** The page of one line without JavaScript: the same truths as the full page, in the same order. */
export interface PlainView {
  readonly language: Language;
  readonly venue: string;
  /** IANA. */
  readonly timeZone: string;
  readonly line: LineFile;
  readonly board?: Board | undefined;
  readonly standing: PlainStanding;
  readonly lane?: Pick<Lane, 'lane' | 'why'> | undefined;
  /** What an act came to, in the fan's words. */
  readonly trouble?: string | undefined;
  readonly typed?: Typed | undefined;
  readonly left?: boolean;
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
${refreshing(view, words, tongue, path)}
<p class="ways"><a href="/line?on-sale=${line.onSale}">${words.fullPage}</a> <a href="/plain">${words.allLines}</a></p>`;
  return plainPage({ language, path, venue, title: `${headline(view, words)} · ${line.title}`, main });
}

/** What a glance at the tab should tell. */
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
      return standing.again ? words.again : words.called;
    case 'shopping':
      return words.shopping;
    case 'over':
      return words.over;
  }
}

/** While a line is live its board is written every few seconds; so old, nobody writes it. */
const lostAfterMs = 60_000;

function notices({ board, standing, lane, trouble, left, line, now }: PlainView, words: PlainWords): Markup {
  const waits = standing.at !== 'over' && standing.at !== 'shopping';
  const isLost = waits && now > line.opensAt && (!board || now - board.at > lostAfterMs);
  const says: Part[] = [
    trouble !== undefined && notice(trouble, { title: words.trouble, tone: 'trouble' }),
    left === true && notice(words.left),
    isLost && notice(words.lost),
    waits && board?.phase === 'sold-out' && notice(words.soldOut),
    waits && board?.halt === 'house' && notice(words.house),
    waits && board?.halt === 'baskets' && board.phase !== 'sold-out' && notice(words.baskets),
    waits &&
      (board?.phase === 'paused' ? !board.halt || board.halt === 'staff' : board?.halt === 'staff') &&
      notice(words.paused),
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
    case 'lobby':
      return markup`<h2>${words.inLobby}</h2>
<p class="lead">${words.opensAt(tongue.moment(standing.doorsAt, timeZone))}</p>
${board && board.waiting > 0 && markup`<p>${words.inTheLobby(board.waiting)}</p>`}
<p>${words.inLobbyDetail}</p>
${howDrawn(words)}
${leaveForm(words, onSale)}`;
    case 'drawing':
      return markup`<h2>${words.drawing}</h2>
<p>${words.drawingDetail}</p>`;
    case 'waiting':
      return markup`${number(words, tongue, standing.position)}
<p class="lead">${words.ahead(standing.ahead)}</p>
<p>${words.calledSoFar(board?.calledUpTo ?? 0)}</p>
${board && board.phase !== 'sold-out' && expectations(board, standing.ahead, words)}
<p>${words.keepPlace}</p>
${leaveForm(words, onSale)}`;
    case 'called':
      return markup`<h2>${standing.again ? words.again : words.called}</h2>
${number(words, tongue, standing.position)}
${standing.again && markup`<p>${words.againDetail}</p>`}
<p>${words.calledDetail(venue)}</p>
${actButton(onSale, 'claim', words.claim)}
${leaveForm(words, onSale)}`;
    case 'shopping':
      return markup`<h2>${words.shopping}</h2>
<p class="lead">${words.shoppingUntil(tongue.time(standing.until, timeZone))}</p>
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
  const entries = tiers.length > 0 ? [...new Set(tiers.map(({ entry }) => entry))] : [line.entry];
  const opening = (opensAt: number) =>
    opensAt <= now ? words.isOpen : words.opensAt(tongue.moment(opensAt, timeZone));
  return markup`${
    tiers.length > 0
      ? markup`<h2>${words.windows}</h2>
<ul>${tiers.map(({ name, opensAt }) => markup`<li><b>${name}</b>: ${opening(opensAt)}</li>`)}</ul>`
      : markup`<p class="lead">${opening(line.opensAt)}</p>`
  }
${doors === 'before' && board && board.waiting > 0 && markup`<p>${words.inTheLobby(board.waiting)}</p>`}
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
function expectations(board: Board, ahead: number, words: PlainWords): Markup {
  // While nobody is called, the rate of before says nothing of the wait.
  const stands = board.phase === 'paused' || board.halt !== undefined;
  const wait = stands ? undefined : waitAt(board, ahead);
  const chance = board.odds && chanceAt(board.odds, ahead);
  return markup`${!stands && markup`<p>${wait ? waitWords(wait, words) : words.waitUnknown}</p>`}
${chance !== undefined && markup`<p>${chanceWords(chance, words)}</p>`}`;
}

/** Near the front both are a minute or two: then one says it all. */
function waitWords([half, most]: readonly [number, number], words: PlainWords): string {
  return most < 2 ? words.waitMost(most) : words.wait(half, most);
}

function chanceWords(chance: number, words: PlainWords): string {
  if (chance < 0.05) return words.chanceLow;
  if (chance >= 0.95) return words.chanceHigh;
  return words.chance(Math.min(9, Math.max(1, Math.round(chance * 10))));
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
