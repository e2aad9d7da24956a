import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Scene } from '../order/scenes.ts';
import { buy } from '../theatre/orders.ts';
import { signInAs } from '../theatre/staff.ts';
import type { Theatre, TheatreOf } from '../theatre/theatre.ts';
import { openMinutes, tellBusyMorning } from './busy-morning.ts';

/* The control room in every state, as the people who run a morning see it. */

export async function openControlRoom({ page, theatre }: Scene, role: StaffRole = 'ops', query = ''): Promise<Page> {
  await signInAs(page, theatre, role);
  await page.goto(`${theatre.base}/control-room${query}`);
  return page;
}

/** The works of the clocks, once. */
export async function tendOnce({ stage }: Theatre): Promise<void> {
  await stage.tending.tick('friends');
  await stage.tending.countSeats();
  await stage.tending.countOrders();
}

/** A few orders, in a row of their own. */
async function sellSome(theatre: Theatre, row: number, buyers: number): Promise<void> {
  for (let buyer = 0; buyer < buyers; buyer += 1) {
    const seats = [1, 2].map((n) => `stalls-centre-${'ABCDEFGHJK'.charAt(row)}-${n + 2 * buyer}`);
    await buy(theatre, { fan: `fan-${row}-${buyer}`, performance: 'lear-3', seats });
  }
}

async function busy(scene: Scene): Promise<Page> {
  const { theatre } = scene;
  await theatre.friends.crowd(3112);
  await theatre.friends.tick();
  await theatre.friends.draw();
  await theatre.friends.callUpTo(240);
  for (let minute = 0; minute < 8; minute += 1) {
    await sellSome(theatre, minute, 1 + (minute % 3));
    theatre.time.pass(60_000);
    await tendOnce(theatre);
  }
  await theatre.others.take('lear-3', ['stalls-centre-K-5', 'stalls-centre-K-6'], 'friends');
  theatre.time.pass(60_000);
  await tendOnce(theatre);
  const page = await openControlRoom(scene);
  void theatre.stage.tending.keepOn(theatre.time.now + 10 * 60_000);
  await page.locator('.headline').waitFor();
  await page.locator('.uplot').first().waitFor();
  return page;
}

/** A morning that goes well, with something to look after. */
async function morning(scene: Scene): Promise<Page> {
  const { theatre } = scene;
  await theatre.friends.crowd(40);
  await theatre.friends.draw();
  theatre.time.pass(openMinutes * 60_000);
  await tellBusyMorning(theatre);
  const page = await openControlRoom(scene);
  await page.locator('.uplot').nth(1).waitFor();
  return page;
}

/** The first reading: there is no chart of one minute. */
async function firstMinute(scene: Scene): Promise<Page> {
  await scene.theatre.friends.crowd(40);
  await tendOnce(scene.theatre);
  const page = await openControlRoom(scene);
  await page.getByText('A chart appears after the first minutes.').waitFor();
  return page;
}

export const controlTheatres: Readonly<Record<string, () => Partial<TheatreOf>>> = {
  'control-lobby': () => ({ opensIn: 4 }),
};

export const controlScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'control-lobby': async (scene) => {
    await scene.theatre.friends.crowd(3112);
    await tendOnce(scene.theatre);
    const page = await openControlRoom(scene);
    await page.getByText('Doors open in').waitFor();
  },
  'control-busy': busy,
  'control-morning': morning,
  'control-first-minute': firstMinute,
  'control-all': async (scene) => {
    await tendOnce(scene.theatre);
    const page = await openControlRoom(scene, 'ops', '?on-sale=');
    await page.getByRole('cell', { name: 'Lobby' }).waitFor();
  },
  'control-empty': async (scene) => (await openControlRoom(scene)).getByText('Nothing to show yet').waitFor(),
  'control-away': async (scene) => {
    const page = await busy(scene);
    await page.route(`**${api('GET staff/readings').url}/**`, (route) => route.abort());
    await page.getByText('The figures cannot be read just now').waitFor();
  },
  'control-not-allowed': async (scene) =>
    (await openControlRoom(scene, 'steward')).getByText('Your role does not allow this').waitFor(),
};
