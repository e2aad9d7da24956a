import type { Page } from 'playwright-core';
import type { FakeVenue } from '../fake/venue.ts';
import { comeIn } from '../visitor.ts';

/** The states of the hall page that are worth a picture, each with the way there. */

interface Set {
  readonly page: Page;
  readonly base: string;
  readonly venue: FakeVenue;
}

const here = 'lear-3';

/** As many of the seats gone as an hour after the doors, always the same ones. */
function fillUp(venue: FakeVenue, share: number): void {
  let state = 7;
  for (const { rows } of venue.plan.sections) {
    for (const { seats } of rows) {
      for (let at = 0; at < seats.length; at += 1) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        if (state / 0x7fffffff < share)
          for (const seat of seats.slice(at, at + 2)) venue.houses.takenOf(here).add(seat.id);
      }
    }
  }
}

async function pick(page: Page, ...seats: readonly string[]): Promise<void> {
  for (const seat of seats) {
    await page.locator(`[data-seat="${seat}"]`).focus();
    await page.keyboard.press('Enter');
  }
}

const inSight = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'end' }));

export const scenes: Readonly<Record<string, (set: Set) => Promise<void>>> = {
  arena: async ({ page, base, venue }) => {
    fillUp(venue, 0.3);
    await comeIn(page, base, venue, here);
  },
  whole: async ({ page, base, venue }) => {
    fillUp(venue, 0.3);
    await comeIn(page, base, venue, here);
  },
  near: async ({ page, base, venue }) => {
    fillUp(venue, 0.3);
    await comeIn(page, base, venue, here);
    for (let n = 0; n < 3; n += 1) await page.getByRole('button', { name: 'Closer' }).click();
    await inSight(page, '.signs');
  },
  list: async ({ page, base, venue }) => {
    fillUp(venue, 0.3);
    await comeIn(page, base, venue, here);
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('button', { name: /^Circle,/ }).click();
  },
  single: async ({ page, base, venue }) => {
    const taken = venue.houses.takenOf(here);
    for (const n of [1, 2, 3, 9, 10]) taken.add(`stalls-centre-F-${n}`);
    await comeIn(page, base, venue, here);
    await pick(page, 'stalls-centre-F-5', 'stalls-centre-F-6');
    await page.getByRole('button', { name: 'Keep mine' }).waitFor();
    await inSight(page, '.picks');
  },
  lost: async ({ page, base, venue }) => {
    await comeIn(page, base, venue, here);
    await pick(page, 'stalls-centre-F-8', 'stalls-centre-F-9');
    await page.route('**/availability', (route) => route.abort());
    venue.houses.takenOf(here).add('stalls-centre-F-9');
    await page.getByRole('button', { name: 'Hold these seats' }).click();
    await page.getByText('Somebody was quicker', { exact: true }).waitFor();
    await inSight(page, '.picks-refused');
  },
  basket: async ({ page, base, venue }) => {
    fillUp(venue, 0.2);
    await comeIn(page, base, venue, here);
    await page.getByRole('button', { name: /^about £48/ }).click();
    await page.getByRole('heading', { name: 'Held for you' }).waitFor();
  },
  refused: async ({ page, base, venue }) => {
    const taken = venue.houses.takenOf(here);
    await comeIn(page, base, venue, here);
    for (const { rows } of venue.plan.sections)
      for (const { seats } of rows) for (const seat of seats.slice(1)) if (seat.category === 'b') taken.add(seat.id);
    await page.getByRole('button', { name: /^about £48/ }).click();
    await page.getByText('Not enough seats like that together').waitFor();
  },
  access: async ({ page, base, venue }) => {
    await comeIn(page, base, venue, here);
    await pick(page, 'stalls-centre-M-1');
    await page.getByText('Wheelchair place with the companion’s seat').waitFor();
    await inSight(page, '.picks');
  },
  exchange: async ({ page, base, venue }) => {
    fillUp(venue, 0.2);
    await comeIn(page, base, venue, here);
    await page.getByRole('button', { name: /^about £65/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    const [id, order] = [...venue.orders.orders][0] ?? [];
    await page.goto(`${base}/hall?performance=${here}&exchange=${id}&hold=${order?.view.items[0]?.hold}`);
    await page.getByRole('heading', { name: 'Exchange seats' }).waitFor();
    await page.getByText(/Pick \d+ more seats/).waitFor();
    const free = venue.plan.sections[1]?.rows[5]?.seats.filter(({ id: seat }) => !venue.houses.takenOf(here).has(seat));
    await pick(page, ...(free ?? []).slice(0, 2).map(({ id: seat }) => seat));
    await page.getByText(/back\.$/).waitFor();
    await inSight(page, '.picks');
  },
};
