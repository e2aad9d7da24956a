import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import { header } from '../../../contracts/paths.ts';
import { seatsInOrder } from '../../../contracts/plan.ts';
import type { FakeVenue } from '../fake/venue.ts';

/** Every state of the checkout, the order and the order book, as somebody comes to it. */
export interface Scene {
  readonly page: Page;
  readonly base: string;
  readonly venue: FakeVenue;
}

/** Seats held by who has this pass. */
export function holdFor(venue: FakeVenue, pass: string, count: number): void {
  venue.houses.hold('lear-3', {
    method: 'POST',
    path: '',
    query: new URLSearchParams(),
    headers: { [header.pass]: pass, [header.idempotencyKey]: 'first' },
    body: { best: { count, category: 'b' } },
  });
}

/** With a pass and seats in hand, as from the hall. */
export async function withSeats({ page, base, venue }: Scene, count = 3): Promise<void> {
  const pass = 'p1.of.ada';
  holdFor(venue, pass, count);
  await page.goto(`${base}/robots.txt`);
  const kept = { onSale: 'friends', pass, position: 7, expiresAt: Date.now() + 1_200_000 };
  await page.evaluate((text) => localStorage.setItem('stampede.pass.friends', text), JSON.stringify(kept));
  await page.goto(`${base}/checkout`);
  await page.getByLabel('Name').waitFor();
}

export async function orderNow({ page }: Pick<Scene, 'page'>): Promise<void> {
  await page.getByLabel('Name').fill('Ada Byron');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByRole('button', { name: /^Order for/ }).click();
}

export const code = ({ page }: Pick<Scene, 'page'>) => page.getByRole('img', { name: /^Ticket code/ }).first();

async function paidByCard(scene: Scene, card = 'approved'): Promise<void> {
  await withSeats(scene);
  await scene.page
    .getByLabel(/^Price for/)
    .first()
    .selectOption('under-26');
  await scene.page.getByLabel(/pretend card/).check();
  await scene.page.getByLabel('Which card').selectOption(card);
  await orderNow(scene);
}

/** The one order of the venue, as its fan would ask for something. */
async function fanAsks({ page, venue }: Scene, act: 'cancel' | 'exchange', body?: unknown): Promise<void> {
  const [id = ''] = venue.orders.orders.keys();
  await page.evaluate(
    ([url, key, text]) =>
      fetch(url as string, { method: 'POST', headers: { 'stampede-order-key': key as string }, body: text as string }),
    [api(`POST orders/{order}/${act}`, { order: id }).url, `key-${id}`, body === undefined ? '' : JSON.stringify(body)],
  );
}

async function openBook({ page, base, venue }: Scene): Promise<void> {
  await page.goto(`${base}/order-book`);
  await page.getByLabel('Staff key').fill(venue.orders.staffKey);
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader').first().waitFor();
}

/** The first order of the book, open. */
async function openOrder(scene: Scene): Promise<void> {
  await openBook(scene);
  await scene.page.getByRole('button', { name: 'K7M-4QX' }).click();
  await scene.page.getByRole('heading', { name: 'What became of it' }).waitFor();
}

export const scenes: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  checkout: async (scene) => {
    await withSeats(scene);
    await scene.page
      .getByLabel(/^Price for/)
      .first()
      .selectOption('under-26');
    await scene.page.getByText('£24', { exact: true }).first().waitFor();
  },
  declined: async (scene) => {
    await paidByCard(scene, 'declined');
    await scene.page.getByText('The card was declined').waitFor();
  },
  over: async (scene) => {
    await withSeats(scene);
    for (const hold of scene.venue.houses.holds.values())
      if (hold.view.state === 'held') hold.view = { ...hold.view, expiresAt: Date.now() - 1 };
    await scene.page.reload();
    await scene.page.getByRole('link', { name: 'Back to the seats' }).waitFor();
  },
  paying: async (scene) => {
    scene.venue.config = { payments: ['stripe', 'box-office'], stripe: { publishableKey: 'pk_x', js: '/stripe.js' } };
    await withSeats(scene);
    await orderNow(scene);
    await scene.page.getByLabel('Card number').waitFor();
    await scene.page.getByRole('button', { name: 'More time' }).waitFor();
  },
  'waiting-for-bank': async (scene) => {
    await paidByCard(scene, 'late');
    await scene.page.getByText('We are waiting for your bank').waitFor();
  },
  promised: async (scene) => {
    await withSeats(scene, 2);
    await orderNow(scene);
    await code(scene).waitFor();
  },
  confirmed: async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
  },
  doubting: async (scene) => {
    await paidByCard(scene);
    await scene.page.getByRole('button', { name: 'Give these tickets back' }).click();
    await scene.page.getByRole('heading', { name: 'Give these tickets back?' }).waitFor();
  },
  cancelled: async (scene) => {
    await paidByCard(scene);
    await scene.page.getByRole('button', { name: 'Give these tickets back' }).click();
    await scene.page.getByRole('button', { name: 'Yes, give them back' }).click();
    await scene.page.getByRole('heading', { name: 'This order is cancelled' }).waitFor();
  },
  'exchange-kept': async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
    const [order] = scene.venue.orders.orders.values();
    const [line] = order?.view.items ?? [];
    const [seat] = line?.seats ?? [];
    const cheaper = scene.venue.plan.sections.flatMap(seatsInOrder).find(({ category }) => category === 'd')?.id ?? '';
    scene.venue.houses.takenOf('lear-3').add(cheaper);
    await fanAsks(scene, 'exchange', { hold: line?.hold, from: [seat?.id], to: [cheaper] });
    await scene.page.reload();
    await scene.page.getByText('The exchange did not happen').waitFor();
  },
  book: async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
    await openBook(scene);
  },
  'book-open': async (scene) => {
    await withSeats(scene, 2);
    await orderNow(scene);
    await code(scene).waitFor();
    await openOrder(scene);
  },
  'book-exchange': async (scene) => {
    if (scene.venue.orders.orders.size === 0) await scenes['book-open']?.(scene);
    else await openOrder(scene);
    scene.venue.houses.takenOf('lear-3').add('stalls-left-E-5');
    await scene.page.getByRole('button', { name: 'Exchange seats' }).click();
    await scene.page.getByRole('radio').first().check();
    await scene.page.getByRole('checkbox').first().check();
    await scene.page.getByRole('checkbox').nth(1).check();
    await scene.page.getByLabel('New seats').fill('E4, 5, Z9');
    await scene.page.getByText('5: taken').waitFor();
  },
};
