import type { Season } from '../../../contracts/catalogue.ts';
import type { Basket, HoldView } from '../../../contracts/house.ts';
import { slug } from '../../../contracts/ids.ts';
import { published } from '../../../contracts/paths.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { Said } from '../../../words/en/refusals.ts';
import type { Asked, Shown } from '../../foundation/page-route.ts';
import { saidIn } from '../../foundation/plain/plain-answers.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';
import { languageOf, switchLanguage } from '../../foundation/plain/plain-language.ts';
import { keptPlace } from '../../foundation/plain/plain-place.ts';
import { type PlainPageWords, plainWordsIn } from '../../foundation/plain/plain-words.ts';
import { showBasket } from '../ask/show-basket.ts';
import { showHold } from '../ask/show-hold.ts';
import type { AskReader } from '../ask/view-asked.ts';
import { type Chooser, type HeldHere, noPassPage, pathOf, seatsPage } from './seats-page.ts';
import { performanceFile, pricedCategories, soldHere } from './sold-here.ts';

/*
 * Seats for a browser without JavaScript: the very asks of the API, from a form. The pass is in the cookie of the place.
 * The address says which performance is chosen from and which ask was the last, so that a reload repeats nothing:
 * `?performance=<id>&hold=<id>`, and `?gone=<hold>` of one that is being given back.
 */

export interface ShowPlainSeatsDeps extends AskReader {
  readonly files: PlainFiles;
  /** A new idempotency key. */
  readonly newKey: () => string;
}

/** A party that a form asks for at once; more than this the box office seats better. */
const largestParty = 10;

/** The house answers within a second or two. */
const findingMs = 2000;

const catalogueAge = 15_000;

/** `GET /plain/{onSale}/seats` */
export async function showPlainSeats(deps: ShowPlainSeatsDeps, asked: Asked, refused?: Refusal): Promise<Shown> {
  const onSale = slug.safeParse(asked.path.onSale);
  if (!onSale.success) return { status: 303, location: '/plain' };
  const switched = switchLanguage(asked, pathOf(onSale.data));
  if (switched) return switched;
  const language = languageOf(asked);
  const { now, query } = asked;
  const season = await deps.files.read<Season>(published.season(), catalogueAge, now);
  const pass = keptPlace(asked.cookies, onSale.data)?.pass;
  const shown = await showBasket(deps, { pass }, now);
  if (!shown.ok || shown.isOver) return { status: 200, html: noPassPage(language, onSale.data, season) };
  const { basket } = shown;
  const performance = slug.safeParse(query.performance).data;
  const last = await lastAsk(deps, { pass, performance, hold: query.hold }, now);
  const finding = last?.state === 'pending' || basket.holds.some(({ state }) => state === 'pending');
  const holds = await heldHere(deps.files, basket, query.gone, now);
  const words = plainWordsIn(language);
  const lapsed = holds.length === 0 && !finding && basket.holds.some(({ state }) => state === 'lapsed');
  const answered = last?.state === 'refused' ? refusedWords(last, words) : lapsed ? lapsedWords(words) : undefined;
  const trouble = refused ? saidIn(words, refused) : answered;
  // After an answer with seats the fan sees those, and goes on or chooses another performance.
  const from = last === undefined || last.state === 'refused' ? performance : undefined;
  const chooser = await chooserOf(deps, basket, { onSale: onSale.data, performance: from }, now);
  return {
    status: 200,
    html: seatsPage({
      language,
      onSale: onSale.data,
      venue: season?.venue,
      boxOffice: season?.boxOffice,
      holds,
      finding,
      trouble,
      chooser,
    }),
    refreshMs: refreshAfter(holds, finding, chooser, now),
  };
}

async function lastAsk(
  deps: AskReader,
  { pass, performance, hold }: { pass: string | undefined; performance: string | undefined; hold: string | undefined },
  now: number,
): Promise<HoldView | undefined> {
  if (performance === undefined || hold === undefined) return undefined;
  const found = await showHold(deps, { performance, hold, pass }, now);
  return found.ok ? found.view : undefined;
}

function refusedWords({ refusal }: Extract<HoldView, { state: 'refused' }>, { hall }: PlainPageWords): Said {
  return { title: hall.refusal[refusal], detail: hall.refusalDetail[refusal] };
}

const lapsedWords = ({ shop }: PlainPageWords): Said => ({ title: shop.lapsed, detail: shop.lapsedDetail });

async function heldHere(
  files: PlainFiles,
  basket: Basket,
  gone: string | undefined,
  now: number,
): Promise<readonly HeldHere[]> {
  const held = basket.holds.flatMap((hold) => (hold.state === 'held' ? [hold] : []));
  const all = await Promise.all(
    held.map(async ({ hold, performance, seats, expiresAt, slip }): Promise<readonly HeldHere[]> => {
      const file = await performanceFile(files, performance, now);
      if (!file) return [];
      const { title, startsAt, timeZone, currency, prices } = file;
      const amount = seats.reduce((sum, { category }) => sum + (prices[category] ?? 0), 0);
      const labels = seats.map(({ label }) => label);
      const facts = { hold, performance, title, startsAt, timeZone, currency, amount, expiresAt, slip };
      return [{ ...facts, seats: labels, going: hold === gone }];
    }),
  );
  return all.flat();
}

async function chooserOf(
  { files, newKey, books }: ShowPlainSeatsDeps,
  basket: Basket,
  { onSale, performance }: { readonly onSale: string; readonly performance: string | undefined },
  now: number,
): Promise<Chooser> {
  if (basket.seatsLeft === 0) return { choose: 'nothing-left' };
  const sold = await soldHere(files, onSale, now);
  const among = await Promise.all(
    sold.map(async (one) => ({ ...one, isStopped: await books.isStopped(onSale, one.id, now) })),
  );
  const of = among.find(({ id }) => id === performance);
  if (of?.isStopped) return { choose: 'performance', among, stopped: true };
  const file = of && (await performanceFile(files, of.id, now));
  if (!of || !file) return { choose: 'performance', among };
  const categories = await pricedCategories(files, file, now);
  return { choose: 'seats', of, categories, most: Math.min(basket.seatsLeft, largestParty), key: newKey() };
}

/** Soon while something is on its way, and when a hold lapses; but never under the hands of a fan who fills in a form. */
function refreshAfter(
  holds: readonly HeldHere[],
  finding: boolean,
  { choose }: Chooser,
  now: number,
): number | undefined {
  if (finding || holds.some(({ going }) => going)) return findingMs;
  if (holds.length === 0 || choose === 'seats') return undefined;
  return Math.max(findingMs, Math.min(...holds.map(({ expiresAt }) => expiresAt)) - now + 1000);
}
