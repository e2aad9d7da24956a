import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Scene } from '../order/scenes.ts';
import { signInAs } from '../theatre/staff.ts';

/* The failover switch, as those who may turn it see it. */

async function openAs({ page, theatre }: Scene, role: StaffRole): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}/control-room#switch`);
  return page;
}

async function opened(scene: Scene, role: StaffRole = 'ops'): Promise<Page> {
  const page = await openAs(scene, role);
  await page.locator('.switch .lever-stands').waitFor();
  return page;
}

async function turned(scene: Scene, way: string, act: string, role?: StaffRole): Promise<Page> {
  const page = await opened(scene, role);
  await page.getByRole('button', { name: way, exact: true }).click();
  await page.getByLabel('Why').fill('Every answer is an error');
  await page.getByLabel('Type the name of the site').fill('tickets.example.org');
  await page.getByRole('button', { name: act }).click();
  return page;
}

export const switchScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  switch: (scene) => opened(scene),
  'switch-away': async (scene) => {
    await scene.page.route(`**${api('GET staff/switch').url}`, (route) => route.abort());
    const page = await openAs(scene, 'ops');
    await page.locator('.switch .notice').waitFor();
  },
  'switch-form': async (scene) => {
    const page = await opened(scene);
    await page.getByRole('button', { name: 'The fallback', exact: true }).click();
    await page.getByRole('button', { name: 'Send everyone to the fallback' }).click();
    await page.getByText('This is not tickets.example.org').waitFor();
  },
  'switch-asked': async (scene) => {
    const page = await turned(scene, 'The fallback', 'Send everyone to the fallback');
    await page.getByText('It waits for somebody else').waitFor();
  },
  'switch-on': async (scene) => {
    await scene.theatre.friends.crowd(40);
    await scene.theatre.friends.draw();
    const page = await turned(scene, 'The fallback', 'Send everyone to the fallback', 'owner');
    await page.getByText('On: everyone goes to').waitFor();
    await page.getByText('are paused. They stay so').waitFor();
  },
};
