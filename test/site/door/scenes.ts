import type { Page } from 'playwright-core';
import type { Scene } from '../order/scenes.ts';
import { actAsStaff, buy } from '../theatre/orders.ts';
import { signInAs } from '../theatre/staff.ts';
import type { Theatre } from '../theatre/theatre.ts';

/* Every state of the door that can be seen, but for the camera's picture. */

const night = 'lear-3';

/** As a hand scanner does: letters at once, then Enter, wherever the focus is. */
export function scan(page: Page, ...codes: readonly string[]): Promise<void> {
  return page.evaluate(
    (keys) => {
      for (const key of keys) window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    },
    codes.flatMap((code) => [...code, 'Enter']),
  );
}

const seats = (...numbers: number[]) => numbers.map((n) => `stalls-centre-E-${n}`);

/** Two orders: one is to be paid, the other is paid. */
async function sold(theatre: Theatre) {
  const owing = await buy(theatre, { fan: 'cleo', performance: night, seats: seats(1, 2, 3), name: 'Cleo Nebeská' });
  const concessions = { 'stalls-centre-E-7': 'under-26' };
  const paid = await buy(theatre, {
    fan: 'egon',
    performance: night,
    seats: seats(7, 8),
    name: 'Jörg Straßer',
    concessions,
  });
  await actAsStaff(theatre, paid.order, { act: 'take-payment' });
  return { owing, paid };
}

async function atTheDoor({ page, theatre }: Scene): Promise<void> {
  await signInAs(page, theatre, 'box-office-supervisor');
  await page.goto(`${theatre.base}/door`);
  await page.getByLabel('Performance').selectOption(night);
}

/** A code for a device, on the supervisor's screen. */
export async function codeShown(page: Page): Promise<string> {
  const answered = page.waitForResponse(
    (answer) => /devices$/.test(answer.url()) && answer.request().method() === 'POST',
  );
  await page.getByRole('button', { name: /^Show (?:a|another) code/ }).click();
  const { offer } = (await (await answered).json()) as { readonly offer: { readonly code: string } };
  await page.getByRole('img', { name: /^Scan this/ }).waitFor();
  return offer.code;
}

async function openDoor(scene: Scene): Promise<void> {
  await atTheDoor(scene);
  await scene.page.getByLabel('This door').fill('Circle');
  await scene.page.getByRole('button', { name: 'Scan with this device' }).click();
  await scene.page.getByText('Connected').waitFor();
}

export const doorScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'door-sign-in': ({ page, theatre }) => page.goto(`${theatre.base}/door`),
  'door-pairing': async (scene) => {
    await atTheDoor(scene);
    await codeShown(scene.page);
    await scene.page.getByRole('img', { name: /^Scan this/ }).scrollIntoViewIfNeeded();
  },
  'door-paired': async (scene) => {
    const { page, theatre } = scene;
    await atTheDoor(scene);
    await page.goto(`${theatre.base}/door#pair=${night}.${await codeShown(page)}`);
    await page.getByRole('button', { name: 'Pair and open' }).waitFor();
  },
  'door-own': async (scene) => {
    await openDoor(scene);
    await scene.page.getByRole('button', { name: 'Close this door' }).click();
    await scene.page.getByText('Stewards’ devices').waitFor();
  },
  'door-open': openDoor,
  'door-unpaid': async (scene) => {
    const { owing } = await sold(scene.theatre);
    await openDoor(scene);
    await scan(scene.page, owing.tickets[0]?.code ?? '');
    await scene.page.getByRole('alertdialog', { name: 'To be paid' }).waitFor();
  },
  'door-guests': async (scene) => {
    await sold(scene.theatre);
    await openDoor(scene);
    await scene.page.getByRole('button', { name: 'Find a guest' }).click();
    await scene.page.getByLabel('Reference or name').fill('s');
    await scene.page.getByText('Straßer').waitFor();
  },
};
