import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { AllocationsFile, PerformanceFile } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { SaleAct } from '../../../contracts/sale-levers.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Scene } from '../order/scenes.ts';
import { buy } from '../theatre/orders.ts';
import { turnLever } from '../theatre/sale.ts';
import { signInAs } from '../theatre/staff.ts';

/* Every state of the levers of the sale, as those see them who run a morning. */

async function openAs({ page, theatre }: Scene, role: StaffRole): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}/control-room?on-sale=friends#sale`);
  return page;
}

/** Some seats are sold. */
async function selling(scene: Scene): Promise<Page> {
  await buy(scene.theatre, { fan: 'ada', performance: 'lear-3', seats: ['stalls-centre-E-1', 'stalls-centre-E-2'] });
  const page = await openAs(scene, 'ops');
  await page.locator('.sale-table').waitFor();
  return page;
}

export async function takeStop(page: Page): Promise<void> {
  await page.locator('#choose-lear-3').check();
  await page.getByRole('button', { name: 'Stop selling …' }).click();
  await page.getByText('stay unsold').waitFor();
}

/** Seats of two performances are set aside. */
async function withSponsors(scene: Scene): Promise<Page> {
  const { files } = scene.theatre.stage.platform;
  for (const [performance, seats] of [
    ['lear-3', ['stalls-centre-A-1', 'stalls-centre-A-2', 'stalls-centre-A-3']],
    ['lear-4', ['stalls-centre-A-1', 'stalls-centre-A-2']],
  ] as const) {
    const path = published.performance(performance);
    files.set(path, { ...(files.get(path) as PerformanceFile), blocked: seats });
    const allocations = [{ partner: 'sponsors', seats }];
    files.set(published.allocations(performance), { v: 1, performance, allocations } satisfies AllocationsFile);
  }
  return selling(scene);
}

async function takeRelease(page: Page): Promise<void> {
  for (const performance of ['lear-3', 'lear-4']) await page.locator(`#choose-${performance}`).check();
  await page.getByRole('button', { name: 'Release 5 seats of sponsors …' }).click();
  await page.getByText('become free for everybody').waitFor();
}

const act = (of: Partial<SaleAct> & Pick<SaleAct, 'act'>): SaleAct =>
  ({ reason: 'A lamp fell in the circle', key: `scene-${of.act}-1`, seen: 0, ...of }) as SaleAct;

export const saleScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'sale-levers': selling,
  'sale-stop': async (scene) => takeStop(await selling(scene)),
  'sale-stopped': async (scene) => {
    const page = await selling(scene);
    await takeStop(page);
    await page.getByLabel('Why').fill('A lamp fell in the circle');
    await page.getByRole('button', { name: 'Stop selling it' }).click();
    await page.getByText('Nothing new of it is sold').waitFor();
  },
  'sale-moved': async (scene) => {
    const page = await selling(scene);
    await takeStop(page);
    await turnLever(scene.theatre, 'box-office-supervisor', 'friends', act({ act: 'limit', seatsPerFan: 3 }));
    await page.getByText('Somebody turned a lever meanwhile').waitFor();
  },
  'sale-limit': async (scene) => {
    const page = await selling(scene);
    await page.getByRole('button', { name: 'Change the limit …' }).click();
    await page.getByLabel('From now on').fill('2');
    await page.getByText('Within five seconds').waitFor();
  },
  'sale-methods': async (scene) => {
    const page = await selling(scene);
    await page.getByRole('button', { name: 'Change the ways to pay …' }).click();
    await page.getByLabel('Pretend card').uncheck();
    await page.getByText('No new order is taken with').waitFor();
  },
  'sale-release': async (scene) => takeRelease(await withSponsors(scene)),
  'sale-release-later': async (scene) => {
    const page = await withSponsors(scene);
    await takeRelease(page);
    await page.getByLabel('At a set time').check();
    await page.getByText('Choose a day and a time').waitFor();
  },
  'sale-part': async ({ page, theatre }) => {
    await signInAs(page, theatre, 'ops', { scope: { of: 'performance', id: 'lear-3' } });
    await page.goto(`${theatre.base}/control-room?on-sale=friends#sale`);
    await page.locator('.sale-table').waitFor();
  },
  'sale-not-allowed': async (scene) =>
    (await openAs(scene, 'marketing')).getByText('Your role does not allow this').waitFor(),
  'sale-failing': async (scene) => {
    const page = await selling(scene);
    scene.theatre.faults.unheard.set(api('GET staff/sale/{onSale}', { onSale: 'friends' }).url, 100);
    await page.getByText('The house does not answer').waitFor();
  },
  'hall-stopped': async ({ page, theatre }) => {
    await turnLever(theatre, 'ops', 'friends', act({ act: 'stop', performances: ['lear-3'] }));
    await turnLever(theatre, 'ops', 'public', act({ act: 'stop', performances: ['lear-3'] }));
    await page.goto(`${theatre.base}/hall?performance=lear-3`);
    await page.getByText('Not on sale at the moment').waitFor();
  },
};
