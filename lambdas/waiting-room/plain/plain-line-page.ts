import type { BoxOffice } from '../../../contracts/box-office.ts';
import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import type { Language } from '../../../contracts/languages.ts';
import type { Board, DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import type { Devices, SlowerLane } from '../../../contracts/line-requests.ts';
import { chanceAt, tenths } from '../../../rules/chance.ts';
import { concernsLine, type Halt, haltFor, inLobby, isSilent } from '../../../rules/line-news.ts';
import type { Wait } from '../../../rules/sayable-wait.ts';
import { type FoundStanding, mayLeave, type Turn } from '../../../rules/standing.ts';
import { estimate } from '../../../rules/wait.ts';
import { whoseBeacon } from '../../../rules/whose-beacon.ts';
import { waysOf } from '../../../rules/windows.ts';
import type { Said } from '../../../words/en/refusals.ts';
import { type Markup, type MarkupPart, markup } from '../../foundation/plain/plain-markup.ts';
import { notice, plainPage } from '../../foundation/plain/plain-page.ts';
import { type PlainPageWords, plainWordsIn } from '../../foundation/plain/plain-words.ts';
import { lineAnswers } from './line-answers.ts';
import { actButton, codeForm, devicesList, joinForms, leaveForm, type TypedForm } from './plain-forms.ts';

/** The page of one line without JavaScript: the same truths as the full page, in the same order. */
export interface PlainView {
  readonly language: Language;
  readonly venue: string;
  readonly boxOffice?: BoxOffice | undefined;
  /** IANA. */
  readonly timeZone: string;
  readonly line: LineFile;
  /** As the season has it. */
  readonly listed?: PublishedOnSale | undefined;
  readonly board?: Board | undefined;
  readonly standing: FoundStanding;
  readonly place?: Place | undefined;
  /** Of the draw that gave the number. */
  readonly sheet?: DrawSheet | undefined;
  readonly slowerLane?: Pick<SlowerLane, 'state' | 'why'> | undefined;
  /** If they asked to see them. */
  readonly devices?: Devices | undefined;
  /** The outcome of an act, in the fan's words. */
  readonly trouble?: Said | undefined;
  readonly typed?: TypedForm | undefined;
  /** The fan asked the page not to come anew by itself. */
  readonly still?: boolean;
  /** Whether it would. */
  readonly refreshes: boolean;
  readonly now: number;
}

export function plainLinePage(view: PlainView): string {
  const { language, venue, line } = view;
  const words = plainWordsIn(language);
  const path = `/plain/${line.onSale}`;
  const main = markup`<h1 dir="auto">${line.title}</h1>
${notices(view, words)}
${scene(view, words)}
${view.devices && devicesList(words, line.onSale, view.devices, view.timeZone)}
${mayLeave(view.standing) && !view.devices && actButton(line.onSale, 'devices', words.inside.devices(1), true)}
${mayLeave(view.standing) && leaveForm(words, line.onSale)}
${refreshing(view, words, path)}
<p class="ways"><a href="/line?on-sale=${line.onSale}">${words.fullPage}</a> ${view.standing.at !== 'outside' && markup`<a href="/plain/${line.onSale}/orders">${words.shop.toOrders}</a> `}<a href="/plain">${words.allLines}</a></p>
${answers(view, words, path)}`;
  return plainPage({
    language,
    path,
    venue,
    boxOffice: view.boxOffice,
    title: `${headline(view, words)} · ${line.title}`,
    main,
  });
}

/** Of a page that comes anew, the way to them. */
function answers(view: PlainView, words: PlainPageWords, path: string): Markup {
  const { language, line, board, standing, place, sheet, listed, refreshes, still, timeZone, now } = view;
  if (refreshes && !still)
    return markup`<p><a href="${path}?still=1#answers">${words.answers.title}</a></p>
`;
  return lineAnswers({ language, words, line, board, standing, place, sheet, listed, timeZone, now });
}

/** The words that a glance at the tab should tell. */
function headline({ standing }: PlainView, words: PlainPageWords): string {
  switch (standing.at) {
    case 'outside':
      return standing.doors === 'before' ? words.line.joinTitle : words.line.joinTitleOpen;
    case 'lobby':
      return words.line.inLobby;
    case 'drawing':
      return words.line.drawing;
    case 'waiting':
      return words.line.ahead(standing.ahead);
    case 'called':
      return turnTitle(standing.turn, words);
    case 'shopping':
      return words.shopping;
    case 'over':
      return words.line.over;
  }
}

/** A fan whose place was removed may try: staff may have restored it since. */
function turnTitle(turn: Turn, words: PlainPageWords): string {
  if (turn === 'removed') return words.later.removed;
  return turn === 'again' ? words.inside.again : words.line.called;
}

function notices({ board, standing, slowerLane, trouble, line, now }: PlainView, words: PlainPageWords): Markup {
  const halt = haltFor(standing, board);
  const says: MarkupPart[] = [
    trouble && notice(trouble.detail, { title: trouble.title, tone: 'trouble' }),
    standing.at === 'outside' && standing.left && notice(words.later.leftDetail, { title: words.later.left }),
    concernsLine(standing) && isSilent(line, board, now) && notice(words.lost),
    halt && haltNotice(halt, words),
    slowerLane && slowerLaneNotice(slowerLane, words),
    board?.message && notice(board.message),
    board?.prepared && notice(words.prepared[board.prepared]),
  ];
  return markup`${says}`;
}

function haltNotice(halt: Halt, { line }: PlainPageWords): Markup {
  const [title = '', detail = ''] = line.halts[halt];
  return notice(detail, { title });
}

function slowerLaneNotice(
  { state, why }: Pick<SlowerLane, 'state' | 'why'>,
  { later, appeal }: PlainPageWords,
): Markup {
  return notice(`${later[`${state}Detail`]} ${later.why[why]} ${appeal}`, { title: later[state] });
}

function calledWords(calledUpTo: number, { inside }: PlainPageWords): string {
  return calledUpTo === 0 ? inside.nobodyCalled : inside.calledSoFar(calledUpTo);
}

function scene(view: PlainView, words: PlainPageWords): Markup {
  const { standing, line, board, venue, timeZone } = view;
  const { onSale } = line;
  switch (standing.at) {
    case 'outside':
      return outside(view, words, standing.doors);
    case 'lobby': {
      const here = inLobby(line, board);
      return markup`<h2>${words.line.inLobby}</h2>
<p class="lead">${words.opensAt(words.written.longMoment(standing.doorsAt, timeZone))}</p>
${here !== undefined && markup`<p>${words.inTheLobby(here || 1)}</p>`}
<p>${words.inLobbyDetail}</p>
${howDrawn(line, words)}`;
    }
    case 'drawing':
      return markup`<h2>${words.line.drawing}</h2>
<p>${words.line.drawingDetail}</p>`;
    case 'waiting':
      return markup`${number(words, standing.position)}
<p class="lead">${words.line.ahead(standing.ahead)}</p>
<p>${calledWords(board?.calledUpTo ?? 0, words)}</p>
${board && expectations(view, board, standing.ahead, words)}
<p>${words.inside.keepPlace}</p>`;
    case 'called':
      return markup`<h2>${turnTitle(standing.turn, words)}</h2>
${standing.position !== undefined && number(words, standing.position)}
${standing.turn === 'again' && markup`<p>${words.inside.againDetail}</p>`}
${standing.turn !== 'removed' && markup`<p>${words.calledDetail(venue)}</p>`}
${actButton(onSale, 'claim', words.claim)}`;
    case 'shopping':
      return markup`<h2>${words.shopping}</h2>
<p class="lead">${words.shoppingUntil(words.written.timeOfDay(standing.expiresAt, timeZone))}</p>
${standing.position !== undefined && number(words, standing.position)}
<p class="ways"><a class="button" href="/plain/${onSale}/seats">${words.shop.toSeats}</a></p>
<p>${words.shoppingDetail(venue)}</p>
${actButton(onSale, 'leave', words.inside.finish, true)}`;
    case 'over':
      return markup`<h2>${words.line.over}</h2>
<p>${words.later.overDetail}</p>
<p><a href="/">${words.season}</a></p>`;
  }
}

function outside(
  { line, venue, timeZone, board, typed, now }: PlainView,
  words: PlainPageWords,
  doors: 'before' | 'open',
): Markup {
  const tiers = line.tiers ?? [];
  const entries = waysOf(line).map(({ entry }) => entry);
  const here = inLobby(line, board);
  const opening = (opensAt: number) =>
    opensAt <= now ? words.line.doorsOpen : words.opensAt(words.written.longMoment(opensAt, timeZone));
  return markup`${
    tiers.length > 0
      ? markup`<h2>${words.line.windows}</h2>
<ul>${tiers.map(({ name, opensAt }) => markup`<li><b>${name}</b>: ${opening(opensAt)}</li>`)}</ul>`
      : markup`<p class="lead">${opening(line.opensAt)}</p>`
  }
${here !== undefined && here > 0 && markup`<p>${words.inTheLobby(here)}</p>`}
<h2>${doors === 'before' ? words.line.joinTitle : words.line.joinTitleOpen}</h2>
${doors === 'open' && markup`<p>${words.doorsOpenDetail}</p>`}
${joinForms({ words, onSale: line.onSale, venue, entries, typed: typed ?? { needs: [] } })}
${codeForm(words, line.onSale, typed?.code)}
${doors === 'before' && howDrawn(line, words)}`;
}

function howDrawn(line: LineFile, words: PlainPageWords): Markup {
  const whose = whoseBeacon(line.beacon);
  return markup`<h2>${words.line.drawTitle}</h2>
<p>${words.line.draw}</p>
${whose !== 'public' && markup`<p>${words.beacon[whose === 'none' || whose === 'stand-in' ? whose : 'not-public']}</p>`}`;
}

function number(words: PlainPageWords, position: number): Markup {
  return markup`<p class="number">${words.inside.number} <b>${words.written.count(position)}</b></p>`;
}

/** The wait and the chance, as far as anyone can say. */
function expectations({ standing }: PlainView, board: Board, ahead: number, words: PlainPageWords): Markup {
  // While nobody is called, the rate of before says nothing of the wait.
  const halt = haltFor(standing, board);
  const wait = estimate(ahead, board.rate);
  const told = board.odds && halt !== 'sold-out' ? tenths(chanceAt(board.odds, ahead)) : undefined;
  return markup`${!halt && markup`<p>${wait ? waitWords(wait, words) : words.waitUnknown}</p>`}
${told !== undefined && markup`<p>${chanceWords(told, words)}</p>`}`;
}

/** Where both read the same, one says it all. */
function waitWords({ half, most }: Wait, words: PlainPageWords): string {
  const nine = words.waitMost(most);
  return words.waitMost(half) === nine ? nine : words.wait(half, most);
}

function chanceWords(told: number, words: PlainPageWords): string {
  if (told === 0) return words.chanceLow;
  return told === 10 ? words.chanceHigh : words.chance(told);
}

/** A page that changes by itself must be able to stop (WCAG 2.2.2). */
function refreshing({ refreshes, still, timeZone, now }: PlainView, words: PlainPageWords, path: string): Markup {
  return markup`<p class="refreshing">${words.asOf(words.written.timeOfDay(now, timeZone))} ${
    refreshes &&
    (still
      ? markup`<a href="${path}">${words.start}</a> `
      : markup`${words.refreshes} <a href="${path}?still=1">${words.stop}</a> `)
  }<a href="${path}${still === true && '?still=1'}">${words.lookNow}</a></p>`;
}
