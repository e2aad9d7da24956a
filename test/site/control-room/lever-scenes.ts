import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Scene } from '../order/scenes.ts';
import { signInAs } from '../theatre/staff.ts';

/* The levers of a line, as those who run a morning see them. */

async function openAs({ page, theatre }: Scene, role: StaffRole, onSale = 'public'): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}/control-room?on-sale=${onSale}`);
  await page.locator('.lever-stands').waitFor();
  return page;
}

/** Doors are open, and people wait. */
async function running(scene: Scene, role: StaffRole = 'ops'): Promise<Page> {
  const { theatre } = scene;
  await theatre.public.crowd(400);
  await theatre.public.draw();
  await theatre.public.callUpTo(60);
  await theatre.stage.operators.turn('public', { shopping: 60, perMinute: 30 });
  await theatre.public.tick();
  return openAs(scene, role);
}

async function lever(scene: Scene, name: string, role?: StaffRole): Promise<Page> {
  const page = await running(scene, role);
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('.lever-form').waitFor();
  return page;
}

export const leverScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'levers-before': (scene) => openAs(scene, 'ops'),
  levers: (scene) => running(scene),
  'levers-away': async (scene) => {
    const { page, theatre } = scene;
    await page.route(`**${api('GET staff/lines/{onSale}/levers', { onSale: 'public' }).url}`, (route) => route.abort());
    await signInAs(page, theatre, 'ops');
    await page.goto(`${theatre.base}/control-room?on-sale=public`);
    await page.locator('.levers .notice').waitFor();
  },
  'levers-auditor': (scene) => running(scene, 'auditor'),
  'levers-turn': async (scene) => {
    const page = await lever(scene, 'Turn the pace');
    await page.getByLabel('May shop at once').fill('120');
    await page.getByLabel('Called a minute at most').fill('60');
    await page.getByText(/^The wait in the middle/).waitFor();
  },
  'levers-message': async (scene) => {
    const page = await lever(scene, 'Message to all', 'marketing');
    await page.getByLabel('Which message').selectOption('payments-slow');
    await page.getByText('As fans see it').waitFor();
  },
  'levers-paused': async (scene) => {
    const page = await lever(scene, 'Pause');
    await page.getByLabel('Why').fill('The bank does not answer');
    await page.getByRole('button', { name: 'Pause the line' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  },
  'levers-meanwhile': async (scene) => {
    const page = await lever(scene, 'Turn the pace');
    await scene.theatre.stage.operators.turn('public', { perMinute: 12 });
    await page.getByLabel('May shop at once').fill('120');
    await page.getByLabel('Why').fill('The tills are quick');
    await page.getByRole('button', { name: 'Turn it so' }).click();
    await page.getByText('Somebody else turned first').waitFor();
  },
  'levers-wrong': async (scene) => {
    const page = await lever(scene, 'One fan');
    await page.getByRole('button', { name: 'Do this' }).click();
    await page.getByText('This is no receipt').waitFor();
  },
  'levers-asked': async (scene) => {
    const page = await lever(scene, 'End the on-sale');
    await page.getByLabel('Why').fill('The house was flooded in the night');
    await page.getByRole('button', { name: 'End the on-sale for good' }).click();
    await page.getByText('It waits for somebody else').waitFor();
  },
  'levers-note': async (scene) => {
    const page = await running(scene);
    await page.getByLabel('Note').fill('The bank says that all is well again.');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('The note is written').waitFor();
  },
};
