import type { Page } from 'playwright-core';
import type { Plan } from '../../../contracts/plan.ts';
import { orderOf } from '../theatre/orders.ts';
import { arenaPlan, theatrePlan } from '../theatre/plans.ts';
import type { Theatre, TheatreOf } from '../theatre/theatre.ts';
import { comeIn } from '../visitor.ts';

/** The states of the hall page that are worth a picture, each with the way there. */

interface Scene {
  readonly page: Page;
  readonly theatre: Theatre;
}

const here = 'lear-3';

/** As many of the seats gone as an hour after the doors, always the same ones. */
function gone({ sections }: Plan, share: number): readonly string[] {
  let state = 7;
  const taken = new Set<string>();
  for (const { rows } of sections) {
    for (const { seats } of rows) {
      for (let at = 0; at < seats.length; at += 1) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        if (state / 0x7fffffff < share) for (const seat of seats.slice(at, at + 2)) taken.add(seat.id);
      }
    }
  }
  return [...taken];
}

const after = (share: number, plan: Plan = theatrePlan()) => ({ plan, setAside: gone(plan, share) });

/** The needs of a scene; left out: the theatre is as it always is. */
export const theatres: Readonly<Record<string, () => Partial<TheatreOf>>> = {
  arena: () => after(0.3, arenaPlan()),
  whole: () => after(0.3),
  near: () => after(0.3),
  list: () => after(0.3),
  single: () => ({ setAside: [1, 2, 3, 9, 10].map((n) => `stalls-centre-F-${n}`) }),
  basket: () => after(0.2),
  exchange: () => after(0.2),
};

/** Of each row all seats of this category but the first. */
export const allButFirst = ({ sections }: Plan, category: string): readonly string[] =>
  sections.flatMap(({ rows }) =>
    rows.flatMap(({ seats }) =>
      seats
        .slice(1)
        .filter((seat) => seat.category === category && !seat.access)
        .map(({ id }) => id),
    ),
  );

async function pick(page: Page, ...seats: readonly string[]): Promise<void> {
  for (const seat of seats) {
    await page.locator(`[data-seat="${seat}"]`).focus();
    await page.keyboard.press('Enter');
  }
}

const inSight = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'end' }));

export const scenes: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  arena: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
  },
  whole: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
  },
  near: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    for (let n = 0; n < 3; n += 1) await page.getByRole('button', { name: 'Closer' }).click();
    await inSight(page, '.signs');
  },
  list: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('button', { name: /^Circle,/ }).click();
  },
  single: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await pick(page, 'stalls-centre-F-5', 'stalls-centre-F-6');
    await page.getByRole('button', { name: 'Keep mine' }).waitFor();
    await inSight(page, '.picks');
  },
  lost: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await pick(page, 'stalls-centre-F-8', 'stalls-centre-F-9');
    await page.route('**/availability', (route) => route.abort());
    await theatre.others.take(here, ['stalls-centre-F-9']);
    await page.getByRole('button', { name: 'Hold these seats' }).click();
    await page.getByText('Somebody was quicker', { exact: true }).waitFor();
    await inSight(page, '.picks-refused');
  },
  basket: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await page.getByRole('button', { name: /^about £48/ }).click();
    await page.getByRole('heading', { name: 'Held for you' }).waitFor();
  },
  refused: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await theatre.others.take(here, allButFirst(theatre.plan, 'b'));
    await page.getByRole('button', { name: /^about £48/ }).click();
    await page.getByText('Not enough seats like that together').waitFor();
  },
  access: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await pick(page, 'stalls-centre-M-1');
    await page.getByText('Wheelchair place with the companion’s seat').waitFor();
    await inSight(page, '.picks');
  },
  exchange: async ({ page, theatre }) => {
    await comeIn(page, theatre, here);
    await page.getByRole('button', { name: /^about £65/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    const { order, items } = await orderOf(theatre);
    await page.goto(`${theatre.base}/hall?performance=${here}&exchange=${order}&hold=${items[0]?.hold}`);
    await page.getByRole('heading', { name: 'Exchange seats' }).waitFor();
    await page.getByText(/Pick \d+ more seats/).waitFor();
    const taken = await theatre.others.taken(here);
    const free = theatre.plan.sections[1]?.rows[5]?.seats.filter(({ id: seat }) => !taken.has(seat));
    await pick(page, ...(free ?? []).slice(0, 2).map(({ id: seat }) => seat));
    await page.getByText(/back\.$/).waitFor();
    await inSight(page, '.picks');
  },
};
