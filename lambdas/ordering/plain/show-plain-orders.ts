import type { BoxOffice } from '../../../contracts/box-office.ts';
import type { PerformanceFile, Season } from '../../../contracts/catalogue.ts';
import { slug } from '../../../contracts/ids.ts';
import { published } from '../../../contracts/paths.ts';
import { filesToRead } from '../../../rules/date-choices.ts';
import type { Asked, Shown } from '../../foundation/page-route.ts';
import { saidIn } from '../../foundation/plain/plain-answers.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';
import { languageOf, switchLanguage } from '../../foundation/plain/plain-language.ts';
import { keptPlace } from '../../foundation/plain/plain-place.ts';
import { plainWordsIn } from '../../foundation/plain/plain-words.ts';
import { type FindOrdersDeps, findOrders } from '../buy/find-orders.ts';
import type { OrderRecord } from '../order/order.ts';
import { orderKeyOf } from '../order/order-id.ts';
import { viewOf } from '../order/order-view.ts';
import { type OwnOrder, ordersPage, ordersPath } from './order-pages.ts';

/*
 * A fan's orders in one line, for a browser without JavaScript. The receipt in the cookie of the place says whose they are. So
 * no address names an order, and a reload shows how it stands.
 */

export interface ShowPlainOrdersDeps extends FindOrdersDeps {
  readonly files: PlainFiles;
}

const catalogueAge = 15_000;

/** The house sells within a second or two. */
const settlingMs = 3000;

/** `GET /plain/{onSale}/orders` */
export async function showPlainOrders(deps: ShowPlainOrdersDeps, asked: Asked): Promise<Shown> {
  const onSale = slug.safeParse(asked.path.onSale);
  if (!onSale.success) return { status: 303, location: '/plain' };
  const switched = switchLanguage(asked, ordersPath(onSale.data));
  if (switched) return switched;
  const { now } = asked;
  const language = languageOf(asked);
  const house = await houseOf(deps.files, now);
  const receipt = keptPlace(asked.cookies, onSale.data)?.receipt;
  const found = receipt === undefined ? undefined : await findOrders(deps, { onSale: onSale.data, receipt }, now);
  const framed = { language, onSale: onSale.data, ...house };
  if (!found?.ok)
    return {
      status: 200,
      html: ordersPage({ ...framed, now, orders: [], trouble: found && saidIn(plainWordsIn(language), found) }),
    };
  const records = await Promise.all(found.found.orders.map(({ order }) => deps.store.get(order)));
  const own = records.flatMap((record) => (record ? [record] : []));
  const orders = await Promise.all(own.map((record) => withForms(deps, record, now)));
  const settles = own.some(({ state, changing }) => state === 'placed' || changing !== undefined);
  return { status: 200, html: ordersPage({ ...framed, orders, now }), ...(settles && { refreshMs: settlingMs }) };
}

/** An order with what its forms must say. */
export async function withForms(
  { files, keys }: Pick<ShowPlainOrdersDeps, 'files' | 'keys'>,
  record: OrderRecord,
  now: number,
): Promise<OwnOrder> {
  const view = viewOf(record);
  const read = await Promise.all(
    filesToRead(view).map((id) => files.read<PerformanceFile>(published.performance(id), catalogueAge, now)),
  );
  return {
    view,
    key: orderKeyOf(keys.orderKey, record.id),
    files: new Map(read.flatMap((file) => (file ? [[file.id, file] as const] : []))),
  };
}

/** The name over the door, and how its people are reached. */
export async function houseOf(
  files: PlainFiles,
  now: number,
): Promise<{ readonly venue: string | undefined; readonly boxOffice: BoxOffice | undefined }> {
  const season = await files.read<Season>(published.season(), catalogueAge, now);
  return { venue: season?.venue, boxOffice: season?.boxOffice };
}
