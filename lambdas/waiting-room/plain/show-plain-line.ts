import type { Season } from '../../../contracts/catalogue.ts';
import { slug } from '../../../contracts/ids.ts';
import type { Language } from '../../../contracts/languages.ts';
import type { Board, DrawSheet, LineFile } from '../../../contracts/line.ts';
import type { Devices } from '../../../contracts/line-requests.ts';
import { published } from '../../../contracts/paths.ts';
import { isAdmitted } from '../../../rules/admitted.ts';
import { positionOf } from '../../../rules/draw.ts';
import { withDoors } from '../../../rules/moved-doors.ts';
import { bankOf } from '../../../rules/roll.ts';
import { foundLine, mayBeDrawn, standing } from '../../../rules/standing.ts';
import type { Said } from '../../../words/en/refusals.ts';
import type { Asked, Shown } from '../../foundation/page-route.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';
import { languageOf, switchLanguage } from '../../foundation/plain/plain-language.ts';
import { sentencePage } from '../../foundation/plain/plain-page.ts';
import { keptPlace, type PlainPlace } from '../../foundation/plain/plain-place.ts';
import { type PlainPageWords, plainWordsIn } from '../../foundation/plain/plain-words.ts';
import { linesPage } from './lines-page.ts';
import type { TypedForm } from './plain-forms.ts';
import { plainLinePage } from './plain-line-page.ts';
import { refreshMs } from './plain-refresh.ts';
import { provenPlace } from './proven-place.ts';

/**
 * The page of a line without JavaScript, and the list of lines. Everything in it comes from published files that a warm
 * handler remembers (a board for a second, a draw sheet for good) and from the browser's cookies. So a look costs no
 * database read, however many look.
 */

const boardAge = 1000;
const catalogueAge = 15_000;
const forGood = Number.POSITIVE_INFINITY;

/** The outcome of an act, if the page is its answer. */
export interface AfterAct {
  readonly status: number;
  readonly trouble: (words: PlainPageWords) => Said | undefined;
  readonly typed?: TypedForm;
  readonly devices?: Devices;
  /** In the place of what the request's cookie says. */
  readonly kept?: PlainPlace | undefined;
}

/** `GET /plain/{onSale}` */
export async function showPlainLine(files: PlainFiles, asked: Asked, after?: AfterAct): Promise<Shown> {
  const switched = switchLanguage(asked, `/plain/${asked.path.onSale}`);
  if (switched) return switched;
  const language = languageOf(asked);
  const onSale = slug.safeParse(asked.path.onSale);
  if (!onSale.success) return { status: 404, html: noLine(language) };
  const { now } = asked;
  const [promised, board, season] = await Promise.all([
    files.read<LineFile>(published.line(onSale.data), catalogueAge, now),
    files.read<Board>(published.board(onSale.data), boardAge, now),
    files.read<Season>(published.season(), catalogueAge, now),
  ]);
  // Staff may have moved the doors.
  const line = promised && board ? withDoors(promised, board.opensAt) : promised;
  if (!line) return notFound(language, onSale.data, season);

  const kept = after && 'kept' in after ? after.kept : keptPlace(asked.cookies, line.onSale);
  const place = kept && provenPlace(line.receiptKey, line.onSale, kept.receipt);
  const asksForSheet = place && board && mayBeDrawn(board, place);
  const sheet = asksForSheet
    ? await files.read<DrawSheet>(
        published.drawSheet(line.onSale, place.round, bankOf(line.roll, place.shard)),
        forGood,
        now,
      )
    : undefined;
  const stand = standing({
    line,
    board,
    place,
    position: place && sheet && positionOf(sheet, place, line.roll),
    calledUpTo: board?.calledUpTo ?? 0,
    pass: place && kept.passEndsAt !== undefined ? { expiresAt: kept.passEndsAt } : undefined,
    slowerLane: place && kept.slowerLane?.state,
    admitted: place && board && isAdmitted(board, place),
    left: asked.query.left === '1',
    now,
  });
  const listed = season?.onSales.find(({ id }) => id === line.onSale);
  const refresh = after ? undefined : refreshMs(stand, board, now);
  const still = asked.query.still === '1';
  return {
    status: after?.status ?? 200,
    html: plainLinePage({
      language,
      venue: season?.venue ?? line.title,
      boxOffice: season?.boxOffice,
      timeZone: listed?.timeZone ?? season?.timeZone ?? 'UTC',
      line,
      listed,
      board,
      standing: stand,
      place,
      sheet,
      slowerLane: place && kept.slowerLane,
      trouble: after?.trouble(plainWordsIn(language)),
      typed: after?.typed,
      devices: after?.devices,
      still,
      refreshes: refresh !== undefined,
      now,
    }),
    refreshMs: still ? undefined : refresh,
  };
}

/** `GET /plain`: the lines to choose from; a fan who comes from the full page of one goes on to it. */
export async function listPlainLines(files: PlainFiles, asked: Asked): Promise<Shown> {
  const switched = switchLanguage(asked, '/plain');
  if (switched) return switched;
  const onSale = slug.safeParse(asked.query['on-sale'] ?? onSaleOfPage(asked.headers.referer));
  if (onSale.success) return { status: 303, location: `/plain/${onSale.data}` };
  const season = await files.read<Season>(published.season(), catalogueAge, asked.now);
  const lines = (season?.onSales ?? [])
    .filter(({ closesAt }) => closesAt > asked.now)
    .toSorted((a, b) => a.opensAt - b.opensAt);
  const { venue, boxOffice, timeZone = 'UTC' } = season ?? {};
  return {
    status: 200,
    html: linesPage(languageOf(asked), {
      ...(venue && { venue }),
      ...(boxOffice && { boxOffice }),
      timeZone,
      lines,
      now: asked.now,
    }),
  };
}

/** The line whose full page was asked for. Only a name is taken from it, never an address. */
function onSaleOfPage(referer: string | undefined): string | undefined {
  const page = URL.parse(referer ?? '');
  return page?.pathname === '/line' ? (page.searchParams.get('on-sale') ?? undefined) : undefined;
}

function noLine(language: Language): string {
  return sentencePage(language, '/plain', (words) => ({ title: words.noLine, text: words.noLineDetail }));
}

/** A line that the season announces, and nobody opened yet; or none at all. */
function notFound(language: Language, onSale: string, season: Season | undefined): Shown {
  const isListed = season?.onSales.some(({ id }) => id === onSale) ?? false;
  if (foundLine(undefined, true, isListed) !== 'announced') return { status: 404, html: noLine(language) };
  const html = sentencePage(language, `/plain/${onSale}`, (words) => ({
    title: words.later.notYet,
    text: words.later.notYetDetail,
  }));
  return { status: 200, html };
}
