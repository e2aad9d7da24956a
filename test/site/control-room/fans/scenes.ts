import type { Page } from 'playwright-core';
import { api } from '../../../../contracts/api.ts';
import type { Joined } from '../../../../contracts/line-requests.ts';
import type { StaffRole } from '../../../../contracts/staff.ts';
import type { Scene } from '../../order/scenes.ts';
import { actAsStaff, buy } from '../../theatre/orders.ts';
import { signInAs } from '../../theatre/staff.ts';
import { friend, type Theatre } from '../../theatre/theatre.ts';

/* Every state of "Find a fan", as people of the house see it while somebody is on the telephone. */

/** The Friend of the tests takes a place. */
export async function joinFriend({ stage }: Theatre): Promise<Joined> {
  const { url } = api('POST lines/{onSale}/join', { onSale: 'friends' });
  const joined = await stage.ask<Joined>('POST', url, { body: { entry: 'members', ...friend } });
  if (joined.status !== 201) throw new Error(`The join was answered ${joined.status}`);
  return joined.body;
}

/** The page of somebody with this role, for the Friends' line. */
export async function openFans({ page, theatre }: Scene, role: StaffRole = 'box-office-supervisor'): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}/control-room?on-sale=friends#fans`);
  await page.getByLabel('What do they have?').waitFor();
  return page;
}

export async function find(page: Page, typed: string): Promise<void> {
  await page.getByLabel('What do they have?').fill(typed);
  await page.getByRole('button', { name: 'Find them' }).click();
}

/** The Friend stands behind some, and is called or not. */
export async function inLine({ theatre }: Pick<Scene, 'theatre'>, called: 'not' | 'called' = 'not'): Promise<void> {
  const { friends, fan } = theatre;
  await joinFriend(theatre);
  await friends.crowdAhead(fan, 40);
  await friends.draw();
  await friends.callUpTo(called === 'called' ? await friends.positionOf(fan) : 20);
}

/** Staff hand the Friend's place over: the code, as it stands on the page. */
export async function madeCode(page: Page): Promise<string> {
  await find(page, friend.member);
  await page.getByRole('button', { name: 'Hand over to another device' }).click();
  await page.getByLabel('Why').fill('The telephone broke');
  await page.getByRole('button', { name: 'Do it' }).click();
  return (await page.locator('.code-letters').textContent()) ?? '';
}

const seats = ['stalls-centre-E-1', 'stalls-centre-E-2'];

export const fansScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'fans-form': (scene) => openFans(scene),
  'fans-empty': async (scene) => {
    const page = await openFans(scene);
    await page.getByRole('button', { name: 'Find them' }).click();
    await page.getByText('Type what they have first.').waitFor();
  },
  'fans-nobody': async (scene) => {
    const page = await openFans(scene);
    await find(page, 'A 9999');
    await page.getByText('Nobody is found by this').waitFor();
  },
  'fans-lobby': async (scene) => {
    await joinFriend(scene.theatre);
    await scene.theatre.friends.crowd(412);
    const page = await openFans(scene);
    await find(page, friend.member);
    await page.getByText('The doors open at').waitFor();
  },
  'fans-waiting': async (scene) => {
    await inLine(scene);
    const page = await openFans(scene);
    await find(page, friend.member);
    await page.getByText('have been called so far').waitFor();
  },
  'fans-order': async (scene) => {
    const { theatre } = scene;
    await inLine(scene, 'called');
    const bought = await buy(theatre, { fan: theatre.fan, performance: 'lear-3', seats });
    await actAsStaff(theatre, bought.order, { act: 'resend-mail', reason: 'It did not come' });
    const page = await openFans(scene);
    await find(page, bought.reference);
    await page.getByText('What happened').waitFor();
    await page.getByRole('button', { name: /^Correct the address/ }).click();
  },
  'fans-act': async (scene) => {
    await inLine(scene, 'called');
    const page = await openFans(scene);
    await find(page, friend.member);
    await page.getByRole('button', { name: 'Let them in once more' }).click();
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('Say why').waitFor();
  },
  'fans-code': async (scene) => {
    await inLine(scene);
    await madeCode(await openFans(scene));
  },
  'fans-several': async (scene) => {
    await buy(scene.theatre, { fan: 'ada', performance: 'lear-3', seats });
    await buy(scene.theatre, { fan: 'bo', performance: 'lear-4', seats, name: 'Bo Byron' });
    const page = await openFans(scene);
    await find(page, 'ada@example.org');
    await page.getByText('2 matches').waitFor();
  },
  'fans-masked': async (scene) => {
    await buy(scene.theatre, { fan: 'ada', performance: 'lear-3', seats });
    const page = await openFans(scene, 'auditor');
    await find(page, 'Stalls E 1');
    await page.getByText('initials in place of names').waitFor();
  },
};
