import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { FreezeFile } from '../../../contracts/freeze.ts';
import { published } from '../../../contracts/paths.ts';
import { type CheckReport, reportedChecks } from '../../../contracts/run-up.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Scene } from '../order/scenes.ts';
import { signInAs } from '../theatre/staff.ts';
import type { Theatre } from '../theatre/theatre.ts';

/* Every state of the run-up's parts of the control room. */

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');
const hour = 3_600_000;

export async function openPart({ page, theatre }: Scene, role: StaffRole, part: string): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}/control-room?on-sale=friends#${part}`);
  return page;
}

const chosen = (page: Page, label: string, name: string) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'text/csv', buffer: readFileSync(join(examples, name)) });

async function withPlan(scene: Scene, role: StaffRole = 'ops'): Promise<Page> {
  const page = await openPart(scene, 'ops', 'plan');
  await page.getByText('No plan yet').waitFor();
  await chosen(page, 'Import a plan', 'run-up-plan.csv');
  await page.getByText('The file was read.').waitFor();
  if (role !== 'ops') await openPart(scene, role, 'plan');
  await page.locator('.run-up-row').first().waitFor();
  return page;
}

function frozen({ stage, time }: Theatre): void {
  const windows = [{ onSale: 'friends', from: time.now - hour, until: time.now + 90 * hour, lifted: [] }];
  stage.platform.files.set(published.freeze(), { v: 1, windows } satisfies FreezeFile);
}

const printed = (price: string) =>
  ['King Lear', 'The Seagull', 'The Lantern Makers', 'The Tempest', 'Arcadia Road', 'Winter Bees']
    .flatMap((show) => [`${show},a,65`, `${show},b,48`, `${show},c,${price}`, `${show},d,15`])
    .join('\n');

async function withPrices(page: Page, price = '32.50'): Promise<void> {
  const buffer = Buffer.from(`show,category,price\n${printed(price)}\n`);
  await page
    .getByLabel('Import the brochure’s prices')
    .setInputFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer });
  await page.getByText('The file was read.').waitFor();
}

/** All that is reported is well, and the plan has nothing late. */
async function allWell(scene: Scene): Promise<Page> {
  const { theatre } = scene;
  frozen(theatre);
  const reports = reportedChecks.map(
    (check): CheckReport => ({
      check,
      good: true,
      says: 'All well',
      happenedAt: theatre.time.now - 60_000,
      by: 'program',
    }),
  );
  theatre.stage.platform.runUpFiles.set('/run-up/reports.json', reports);
  const page = await openPart(scene, 'ops', 'plan');
  await page.getByRole('button', { name: 'Add a row' }).click();
  await page.getByLabel('What is to be done').fill('Thank everybody');
  await page.getByLabel('Weeks before').fill('-1');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.run-up-row').waitFor();
  await page.getByRole('link', { name: 'Go or no go' }).click();
  await page.locator('.verdict').waitFor();
  await withPrices(page);
  await page.getByText('All is green', { exact: true }).waitFor();
  return page;
}

export const runUpScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'run-up-empty': async (scene) => (await openPart(scene, 'ops', 'plan')).getByText('No plan yet').waitFor(),
  'run-up-plan': async (scene) => {
    await withPlan(scene);
  },
  'run-up-plan-read-only': async (scene) => {
    await withPlan(scene, 'auditor');
  },
  'run-up-form': async (scene) => {
    const page = await withPlan(scene);
    await page.getByRole('button', { name: /^Change: .*Season announced/ }).click();
    await page.getByLabel('Weeks before').fill('soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a whole number').waitFor();
  },
  'run-up-bad-file': async (scene) => {
    const page = await openPart(scene, 'ops', 'plan');
    const buffer = Buffer.from('weeks_before,day,action,done\nsoon,Mon,Ring the printer,no\n1,Monkey,Proof,no\n');
    await page.getByLabel('Import a plan').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer });
    await page.getByText('This file cannot be read as it is').waitFor();
  },
  'run-up-failing': async (scene) => {
    const page = await openPart(scene, 'ops', 'plan');
    await page.getByText('No plan yet').waitFor();
    scene.theatre.faults.broken.set(api('GET staff/run-up/{onSale}', { onSale: 'public' }).url, 4);
    await page.goto(`${scene.theatre.base}/control-room?on-sale=public#plan`);
    await page.getByRole('button', { name: 'Read again' }).waitFor();
  },
  'run-up-frozen': async (scene) => {
    frozen(scene.theatre);
    const page = await openPart(scene, 'owner', 'plan');
    await page.getByText(/^Frozen until/).waitFor();
    await page.getByRole('button', { name: 'Lift it' }).click();
    await page.getByRole('button', { name: 'Lift the freeze' }).click();
    await page.getByText('Say why, in at least three letters.').waitFor();
  },
  'risks-empty': async (scene) =>
    (await openPart(scene, 'auditor', 'risks')).getByText('No risks are written down yet').waitFor(),
  risks: async (scene) => {
    const page = await openPart(scene, 'ops', 'risks');
    await chosen(page, 'Import a register', 'risk-register-answered.csv');
    await page.locator('.risk').first().waitFor();
  },
  'risk-form': async (scene) => {
    const page = await openPart(scene, 'ops', 'risks');
    await page.getByRole('button', { name: 'Add a risk' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write what could go wrong').waitFor();
  },
  'go-red': async (scene) => {
    const page = await openPart(scene, 'ops', 'go');
    await page.locator('.verdict').waitFor();
    await withPrices(page, '33');
    await page.getByText('published £32.50').first().waitFor();
  },
  'go-report': async (scene) => {
    const page = await openPart(scene, 'ops', 'go');
    await page.getByRole('button', { name: 'Say what you saw: Drill' }).click();
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.locator('#says-error').waitFor();
  },
  'go-read-only': async (scene) => (await openPart(scene, 'auditor', 'go')).locator('.verdict').waitFor(),
  'go-green': async (scene) => {
    await allWell(scene);
  },
  'go-said': async (scene) => {
    const page = await allWell(scene);
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    await page.getByText('Go was said').waitFor();
  },
};
