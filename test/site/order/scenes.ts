import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import { seatsInOrder } from '../../../contracts/plan.ts';
import { askAsFan, orderOf, ordersOf } from '../theatre/orders.ts';
import { signInAs } from '../theatre/staff.ts';
import type { Theatre, TheatreOf } from '../theatre/theatre.ts';
import { comeIn, joinAsFriend } from '../visitor.ts';

/** Every state of the checkout, the order and the order book, as somebody comes to it. Long because there are many. */
export interface Scene {
  readonly page: Page;
  readonly theatre: Theatre;
}

/** Seats held by whom is called that, with a pass that lasts; answers with the pass as a browser keeps it. */
export async function holdFor({ others, time }: Theatre, fan: string, count: number) {
  const pass = others.passOf(fan, 'friends');
  const held = await others.hold(pass, 'lear-3', { best: { count, category: 'b' } });
  if (held.state !== 'held') throw new Error(`The seats are ${held.state}`);
  return { onSale: 'friends', pass, position: 7, expiresAt: time.now + 1_200_000 };
}

/** With a pass and seats in hand, as from the hall. */
export async function withSeats({ page, theatre }: Scene, count = 3): Promise<void> {
  const kept = await holdFor(theatre, 'ada', count);
  await page.goto(`${theatre.base}/robots.txt`);
  await page.evaluate((text) => localStorage.setItem('stampede.pass.friends', text), JSON.stringify(kept));
  await page.goto(`${theatre.base}/checkout`);
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

async function openBook({ page, theatre }: Scene): Promise<void> {
  await signInAs(page, theatre, 'box-office');
  await page.goto(`${theatre.base}/order-book`);
  await page.getByRole('rowheader').first().waitFor();
}

/** The newest order of the book, open. */
async function openOrder(scene: Scene): Promise<void> {
  const { reference } = await orderOf(scene.theatre);
  await openBook(scene);
  await scene.page.getByRole('button', { name: reference }).click();
  await scene.page.getByRole('heading', { name: 'What became of it' }).waitFor();
}

/** A Friend orders with a place of their own. The receipt stays, and whatever else this browser knew of the order is lost. */
export async function orderAndLose(scene: Scene): Promise<void> {
  const { page, theatre } = scene;
  await comeIn(page, theatre);
  await page.getByRole('button', { name: /^Find the best/ }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await orderNow(scene);
  await code(scene).waitFor();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('stampede.order.')) localStorage.removeItem(key);
  });
}

/** With a place and nothing ordered. */
async function withPlace({ page, theatre }: Scene): Promise<void> {
  await joinAsFriend(page, theatre.base);
  await page.getByRole('heading', { name: 'You have a place' }).waitFor();
}

export const ordersOfFriends = api('GET lines/{onSale}/orders', { onSale: 'friends' }).url;

/** The receipt that this browser keeps of the Friends' line. */
export const receiptIn = (page: Page): Promise<string> =>
  page.evaluate(
    () => (JSON.parse(localStorage.getItem('stampede.receipt.friends') ?? '{}') as { receipt: string }).receipt,
  );

async function paste({ page, theatre }: Scene, text: string): Promise<void> {
  await page.goto(`${theatre.base}/order`);
  const another = page.getByRole('button', { name: 'Use another receipt' });
  await another.or(page.getByLabel('Your receipt')).waitFor();
  if (await another.isVisible()) await another.click();
  await page.getByLabel('Your receipt').fill(text);
  await page.getByRole('button', { name: 'Find my order' }).click();
}

const byStripe = (): Partial<TheatreOf> => ({ stripe: true, payments: ['stripe', 'box-office'] });

/** The needs of a scene; left out: the theatre is as it always is. */
export const theatres: Readonly<Record<string, () => Partial<TheatreOf>>> = {
  paying: byStripe,
  'pay-over': byStripe,
};

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
    scene.theatre.time.pass(9 * 60_000);
    await scene.page.reload();
    await scene.page.getByRole('link', { name: 'Back to the seats' }).waitFor();
  },
  paying: async (scene) => {
    await withSeats(scene);
    await orderNow(scene);
    await scene.page.getByLabel('Card number').waitFor();
    await scene.page.getByRole('button', { name: 'More time' }).waitFor();
  },
  'pay-over': async (scene) => {
    await scenes.paying?.(scene);
    scene.theatre.time.pass(9 * 60_000);
    await scene.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await scene.page.getByRole('link', { name: 'Back to the seats' }).waitFor();
  },
  'pass-over': async (scene) => {
    await withSeats(scene);
    await scene.page.evaluate(() => {
      const name = 'stampede.pass.friends';
      const kept = JSON.parse(localStorage.getItem(name) ?? '{}') as object;
      localStorage.setItem(name, JSON.stringify({ ...kept, expiresAt: Date.now() - 1000 }));
    });
    await scene.page.reload();
    await scene.page.getByText('These seats stay held until their own time is up').waitFor();
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
  'giving-some-back': async (scene) => {
    await paidByCard(scene);
    await scene.page.getByRole('button', { name: 'Give some of them back' }).click();
    await scene.page.getByRole('checkbox').nth(1).check();
    await scene.page.getByText('The other tickets stay as they are.').waitFor();
  },
  'some-given-back': async (scene) => {
    await scenes['giving-some-back']?.(scene);
    await scene.page.getByRole('button', { name: 'Yes, give it back' }).click();
    await scene.page.getByText('Given back', { exact: true }).waitFor();
  },
  cancelled: async (scene) => {
    await paidByCard(scene);
    await scene.page.getByRole('button', { name: 'Give these tickets back' }).click();
    await scene.page.getByRole('button', { name: 'Yes, give them back' }).click();
    await scene.page.getByRole('heading', { name: 'This order is cancelled' }).waitFor();
  },
  'performance-cancelled': async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
    const { operators, tending } = scene.theatre.stage;
    await operators.cancelPerformance({
      performance: 'lear-3',
      reason: 'The actor who plays Lear is ill, and nobody can take his place.',
      instead: ['lear-4'],
    });
    await tending.orders();
    await scene.page.reload();
    await scene.page.getByRole('heading', { name: 'This performance does not take place' }).waitFor();
  },
  'choose-date': async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
    const { operators, tending } = scene.theatre.stage;
    await operators.cancelPerformance({
      performance: 'lear-3',
      reason: 'The actor who plays Lear is ill, and nobody can take his place.',
      choice: { dates: ['lear-4', 'lear-5'] },
    });
    await tending.orders();
    await scene.page.reload();
    await scene.page.getByRole('heading', { name: 'Please choose' }).waitFor();
    await scene.page.getByRole('radio').nth(1).check();
  },
  'date-chosen': async (scene) => {
    await scenes['choose-date']?.(scene);
    await scene.page.getByRole('button', { name: 'Confirm my choice' }).click();
    await code(scene).waitFor();
    await scene.page.getByText('In place of the performance that was cancelled').waitFor();
  },
  'book-choosing': async (scene) => {
    await scenes['choose-date']?.(scene);
    await openOrder(scene);
  },
  'book-chooses': async (scene) => {
    await scenes['book-choosing']?.(scene);
    await scene.page.getByRole('button', { name: 'Another date, or the money' }).click();
    await scene.page.getByRole('radio').first().check();
  },
  'performance-moved': async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
    const { operators, tending } = scene.theatre.stage;
    await operators.movePerformance({
      performance: 'lear-3',
      startsAt: '2027-06-20T19:30',
      venue: 'Town Hall',
      reason: 'The river is in the cellar, and the stage is dry again in two weeks.',
    });
    await tending.orders();
    await scene.page.reload();
    await scene.page.getByText('Moved. It was to be').waitFor();
  },
  'exchange-kept': async (scene) => {
    await paidByCard(scene);
    await code(scene).waitFor();
    const { theatre } = scene;
    const { order, items } = await orderOf(theatre);
    const [item] = items;
    const cheaper = theatre.plan.sections.flatMap(seatsInOrder).find(({ category }) => category === 'd')?.id ?? '';
    await theatre.others.take('lear-3', [cheaper]);
    await askAsFan(theatre, order, 'exchange', { hold: item?.hold, from: [item?.seats[0]?.id], to: [cheaper] });
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
    if ((await ordersOf(scene.theatre)).length === 0) await scenes['book-open']?.(scene);
    else await openOrder(scene);
    await scene.theatre.others.take('lear-3', ['stalls-centre-E-5']);
    await scene.page.getByRole('button', { name: 'Exchange seats' }).click();
    await scene.page.getByRole('radio').first().check();
    await scene.page.getByRole('checkbox').first().check();
    await scene.page.getByRole('checkbox').nth(1).check();
    await scene.page.getByLabel('New seats').fill('E4, 5, Z9');
    await scene.page.getByText('5: taken').waitFor();
  },
  'find-asking': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/order`);
    await page.getByLabel('Your receipt').waitFor();
  },
  'find-unreadable': async (scene) => {
    await paste(scene, 'K7M-4QX');
    await scene.page.getByText('this is no receipt').waitFor();
  },
  'find-looking': async (scene) => {
    const { page, theatre } = scene;
    await withPlace(scene);
    theatre.faults.slow.set(ordersOfFriends, new Promise(() => {}));
    await page.goto(`${theatre.base}/order`);
    await page.getByText('Looking for your order').waitFor();
  },
  'find-found': async (scene) => {
    await orderAndLose(scene);
    await scene.page.goto(`${scene.theatre.base}/order?on-sale=friends`);
    await scene.page.getByRole('link', { name: 'Open this order' }).waitFor();
  },
  'find-several': async (scene) => {
    const { page, theatre } = scene;
    await orderAndLose(scene);
    await askAsFan(theatre, (await orderOf(theatre)).order, 'cancel');
    await page.goto(`${theatre.base}/hall?performance=lear-3`);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await orderNow(scene);
    await code(scene).waitFor();
    await page.goto(`${theatre.base}/order`);
    await page.getByText('Cancelled').waitFor();
  },
  'find-none': async (scene) => {
    await withPlace(scene);
    await scene.page.goto(`${scene.theatre.base}/order`);
    await scene.page.getByText('We have no order of this place').waitFor();
  },
  'find-forged': async (scene) => {
    await withPlace(scene);
    const receipt = await receiptIn(scene.page);
    await paste(scene, `${receipt.slice(0, -4)}AAAA`);
    await scene.page.getByText('This is not one of our receipts').waitFor();
  },
  'find-unreachable': async (scene) => {
    const { page, theatre } = scene;
    await withPlace(scene);
    theatre.faults.broken.set(ordersOfFriends, 2);
    await page.goto(`${theatre.base}/order`);
    await page.getByText('We cannot reach the box office').waitFor();
  },
  'find-no-key': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/order?id=AAAAAAAAAAAAAAAAAAAAAA`);
    await page.getByText('does not have the key').waitFor();
  },
};
