import type { Page } from 'playwright-core';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Scene } from '../order/scenes.ts';
import { buy } from '../theatre/orders.ts';
import { signInAs, staffOf } from '../theatre/staff.ts';

/* Every state of the pages with a sign-in, as people of the house see them. */

async function openAs({ page, theatre }: Scene, role: StaffRole | 'nobody', address: string): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}${address}`);
  return page;
}

/** A house with people of five roles. */
async function people(scene: Scene): Promise<Page> {
  const { stage } = scene.theatre;
  staffOf(stage, 'box-office');
  staffOf(stage, 'box-office-supervisor', {
    scope: { of: 'performance', id: 'lear-3' },
    until: Date.UTC(2027, 5, 4, 23),
  });
  staffOf(stage, 'auditor', { until: stage.time.now - 1000 });
  staffOf(stage, 'partner', { scope: { of: 'allocation', id: 'sponsor' } });
  const page = await openAs(scene, 'owner', '/staff#people');
  await page.locator('.person').first().waitFor();
  return page;
}

export const staffScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'staff-out': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/staff`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  },
  'staff-no-role': async (scene) =>
    (await openAs(scene, 'nobody', '/staff')).getByText('You have no role here').waitFor(),
  'staff-in': async (scene) => (await openAs(scene, 'owner', '/staff')).locator('.own-grants').waitFor(),
  people,
  'people-form': async (scene) => {
    const page = await people(scene);
    await page.getByRole('button', { name: 'Give a role' }).click();
    await page.getByLabel('What for').selectOption('performance');
    await page.getByLabel('Until a day and a time').check();
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByText('Choose one of them').waitFor();
  },
  'people-sure': async (scene) => {
    const page = await people(scene);
    await page.getByRole('button', { name: 'Remove Ruth Okafor' }).click();
    await page.getByText('This is you').waitFor();
  },
  audit: async (scene) => {
    const page = await people(scene);
    await page.getByRole('button', { name: /^Take away a role of Henry/ }).click();
    await page.getByRole('button', { name: 'Yes, take it away' }).click();
    await page.getByText('A role of').waitFor();
    await buy(scene.theatre, { fan: 'ada', performance: 'lear-3', seats: ['stalls-centre-E-1'] });
    await page.goto(`${scene.theatre.base}/order-book`);
    await page.getByRole('rowheader').getByRole('button').click();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByLabel('Why').fill('The tour bus broke down on the way, and nobody of the party can come.');
    await page.getByRole('button', { name: 'Cancel this order' }).click();
    await page.getByRole('cell', { name: 'Cancelled', exact: true }).waitFor();
    await page.goto(`${scene.theatre.base}/staff#audit`);
    await page.locator('.record').waitFor();
  },
  'audit-empty': async (scene) =>
    (await openAs(scene, 'auditor', '/staff#audit')).getByText('Nothing was written down').waitFor(),
  'book-sign-in': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/order-book`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  },
  'book-not-allowed': async (scene) =>
    (await openAs(scene, 'marketing', '/order-book')).getByText('Your role does not allow this').waitFor(),
  'book-ended': async (scene) => {
    await buy(scene.theatre, { fan: 'ada', performance: 'lear-3', seats: ['stalls-centre-E-1'] });
    const page = await openAs(scene, 'box-office', '/order-book');
    await page.getByRole('rowheader').waitFor();
    await page.evaluate(() => sessionStorage.removeItem('stampede.sign-in'));
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Your sign-in has ended').waitFor();
  },
  'book-auditor': async (scene) => {
    await buy(scene.theatre, { fan: 'ada', performance: 'lear-3', seats: ['stalls-centre-E-1'] });
    const page = await openAs(scene, 'auditor', '/order-book');
    await page.getByRole('rowheader').getByRole('button').click();
    await page.getByRole('heading', { name: 'What became of it' }).waitFor();
  },
};
