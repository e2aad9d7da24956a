import type { Page } from 'playwright-core';
import type { Scene } from '../../order/scenes.ts';
import { signInAs } from '../../theatre/staff.ts';

/* The answers of the control room, as the box office reads them aloud. */

async function open({ page, theatre }: Scene, query = 'on-sale=friends'): Promise<Page> {
  await signInAs(page, theatre, 'box-office');
  await page.goto(`${theatre.base}/control-room?${query}#answers`);
  await page.getByRole('heading', { name: 'Why a Saturday?' }).waitFor();
  return page;
}

async function busy(scene: Scene): Promise<Page> {
  const { friends } = scene.theatre;
  await friends.crowd(1200);
  await friends.draw();
  await friends.showBoard({ rate: 40, wait: { middle: [9, 13], end: [18, 26] } });
  return open(scene);
}

export const answersScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'control-answers-before': (scene) => open(scene),
  'control-answers': async (scene) => {
    const page = await busy(scene);
    await page.getByLabel('The fan’s number').fill('900');
    await page.getByLabel('Also in').selectOption('cy');
    await page.getByRole('heading', { name: 'Why am I number 900?' }).waitFor();
    await page.getByRole('heading', { name: 'Pam mai rhif 900 ydw i?' }).waitFor();
    await page.getByText('In that draw').waitFor();
  },
  'control-answers-lost': async (scene) => {
    const page = await busy(scene);
    await page.route('**/board.json', (route) => route.abort());
    await page.getByText('No news of the line just now').waitFor();
  },
  'control-answers-none': async (scene) => {
    const page = await busy(scene);
    await page.getByLabel('Find an answer').fill('zebra');
    await page.getByText('No answer has these words').waitFor();
  },
};
