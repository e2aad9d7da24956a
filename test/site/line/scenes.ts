import type { Page } from 'playwright-core';
import { api } from '../../../contracts/api.ts';
import type { SeenHead } from '../../../contracts/heads.ts';
import type { Place } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import { challengeFor } from '../../../lambdas/waiting-room/entry/proof-of-work.ts';
import type { FanSlowerLane } from '../../../lambdas/waiting-room/place/fan-store.ts';
import { receiptOf } from '../../../lambdas/waiting-room/place/receipt.ts';
import { keys } from '../../../simulation/stage/platform.ts';
import { linkIn, type Theatre, type TheatreOf } from '../theatre/theatre.ts';
import { comeBack, joinAsFriend } from '../visitor.ts';

/**
 * Every state of the line page, each reached as a fan reaches it: for the test that looks at each with axe, and
 * for the script that takes their pictures. Long because every state is here once.
 */
export interface Scene {
  readonly page: Page;
  readonly theatre: Theatre;
}

const minute = 60_000;
const odds = { left: 2_400, room: 80, mean: 1.8, sd: 1.4, err: 0.1 };

async function inLobby({ page, theatre }: Scene): Promise<void> {
  await joinAsFriend(page, theatre.base);
  await page.getByRole('heading', { name: 'You have a place' }).waitFor();
}

/** Drawn, with so many called before the fan's own number that `ahead` are left. */
async function waiting(scene: Scene, ahead = 640): Promise<void> {
  const { page, theatre } = scene;
  const { friends, fan } = theatre;
  await inLobby(scene);
  await friends.crowdAhead(fan, ahead + 40);
  await friends.draw();
  await friends.callUpTo((await friends.positionOf(fan)) - ahead - 1);
  await friends.showBoard({ rate: 40 });
  await comeBack(page);
  await page.locator('.bill-number').waitFor();
}

async function called(scene: Scene): Promise<void> {
  const { page, theatre } = scene;
  const { friends } = theatre;
  await inLobby(scene);
  await friends.draw();
  await friends.callUpTo(friends.board.drawn);
  await comeBack(page);
}

/** Called, let in, and the time to shop is over. */
async function turnOver(scene: Scene): Promise<void> {
  await called(scene);
  await scene.page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
  scene.theatre.time.pass(16 * minute);
  await comeBack(scene.page);
  await scene.page.getByText('Your time to shop is over').waitFor();
}

async function halted(scene: Scene, change: Parameters<Theatre['friends']['showBoard']>[0], words: string) {
  await waiting(scene);
  await scene.theatre.friends.showBoard(change);
  await comeBack(scene.page);
  await scene.page.locator('.bill-wait', { hasText: words }).waitFor();
}

/** All of them at once. */
async function openAnswers(page: Page): Promise<void> {
  await page.locator('.answers summary').getByText('Why a Saturday?').waitFor();
  for (const question of await page.locator('.answers summary').all()) await question.click();
}

async function askForLink({ page, theatre }: Scene): Promise<void> {
  await page.goto(`${theatre.base}/line?on-sale=public`);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByText('Look into your mail').waitFor();
}

async function inSlowerLane(scene: Scene, slowerLane: Omit<FanSlowerLane, 'at'>): Promise<void> {
  const { stage, fan, time, friends } = scene.theatre;
  await inLobby(scene);
  // As the gatekeeper puts places there that joined like a program does.
  await stage.platform.stores.fans.setSlowerLane('friends', fan, { ...slowerLane, at: time.now });
  await friends.draw();
  await friends.callUpTo(friends.board.drawn);
  await comeBack(scene.page);
  await scene.page.getByText('Reason:').waitFor();
}

/** Once the page keeps a head of the board. */
export async function headsKept(page: Page): Promise<readonly SeenHead[]> {
  const found = await page.waitForFunction(() => localStorage.getItem('stampede.heads.friends'));
  return JSON.parse((await found.jsonValue()) ?? '[]') as readonly SeenHead[];
}

/** Another receipt in the place of the kept one, signed with the line's own key all the same. */
async function forgeKept(page: Page, change: (place: Place) => Place): Promise<void> {
  const name = 'stampede.receipt.friends';
  const kept = JSON.parse((await page.evaluate((key) => localStorage.getItem(key), name)) ?? '{}') as { place: Place };
  const place = change(kept.place);
  const made = JSON.stringify({ receipt: receiptOf(keys.line.receipts, place), place });
  await page.evaluate(([key, text]) => localStorage.setItem(key ?? '', text ?? ''), [name, made]);
}

const inWindows = (opensIn: number): Partial<TheatreOf> => {
  const opensAt = Date.now() + opensIn;
  return {
    public: {
      title: 'The winter season',
      opensAt,
      entry: 'members',
      roster: 'friends',
      tier: { id: 'benefactors', name: 'Benefactors' },
      later: [
        { id: 'friends', name: 'Friends', entry: 'email', opensAt: opensAt + 90 * minute },
        { id: 'everyone', name: 'Everyone', entry: 'open', opensAt: opensAt + 1_500 * minute },
      ],
    },
  };
};
const byEmail = (): Partial<TheatreOf> => ({ public: { title: 'The winter season', entry: 'email' } });

/** The needs of a scene; left out: the theatre is as it always is. */
export const theatres: Readonly<Record<string, () => Partial<TheatreOf>>> = {
  'outside-windows': () => inWindows(10 * minute),
  'lobby-window': () => inWindows(-minute),
  'outside-email': byEmail,
  'invite-sent': byEmail,
  'outside-link-wrong': byEmail,
};

export const scenes: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'outside-before': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('button', { name: 'Take a place' }).waitFor();
    await page.getByText('They open on').waitFor();
  },
  'outside-open': async ({ page, theatre }) => {
    const { base, friends } = theatre;
    await friends.crowd(1200);
    await friends.draw();
    await friends.showBoard({ wait: { middle: [9, 13], end: [18, 26] } });
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('Of those who join now').waitFor();
  },
  'outside-code': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('button', { name: 'I have a code from the box office' }).click();
    await page.getByLabel('Code', { exact: true }).fill('BCDF-GHJK');
    await page.getByRole('button', { name: 'Move my place here' }).click();
    await page.getByText('This code brings no place to this device').waitFor();
  },
  'outside-needs': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('button', { name: /wheelchair/ }).click();
    await page.getByLabel('A wheelchair place').check();
  },
  'outside-wrong': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByText('type your member number').waitFor();
  },
  'outside-windows': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=public`);
    await page.getByText('How do you come in?').waitFor();
  },
  'outside-email': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=public`);
    await page.getByLabel('E-mail address').waitFor();
  },
  'invite-sent': askForLink,
  'outside-link-wrong': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=public#link=e0.old`);
    await page.getByText('This link does not let you in').waitFor();
  },
  'outside-open-entry': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line?on-sale=public`);
    await page.getByRole('button', { name: 'Take a place' }).waitFor();
  },
  solving: async ({ page, theatre }) => {
    const { base, time } = theatre;
    // Work for minutes, as there is under an attack.
    await page.route(/\/challenge/, (route) => {
      const visitor = new URL(route.request().url()).searchParams.get('visitor') ?? '';
      const chance = { effort: 50_000_000, salt: '0'.repeat(24), fraction: 0.999 };
      return route.fulfill({
        json: challengeFor(keys.line.work, { onSale: 'public', visitor }, chance, time.now),
      });
    });
    await page.goto(`${base}/line?on-sale=public`);
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('button', { name: 'Checking that you are no robot' }).waitFor();
  },
  lobby: inLobby,
  'lobby-window': async ({ page, theatre }) => {
    await theatre.public.tick();
    const invite = { email: 'ada@example.org', language: 'en' };
    await theatre.stage.ask('POST', api('POST lines/{onSale}/invite', { onSale: 'public' }).url, { body: invite });
    await page.goto(await linkIn(theatre));
    await page.getByText('You come in with: Friends').waitFor();
  },
  drawing: async (scene) => {
    const { page, theatre } = scene;
    const { friends, time } = theatre;
    await inLobby(scene);
    time.pass(friends.board.opensAt - time.now + 1_000);
    await comeBack(page);
    await page.getByRole('heading', { name: 'The draw is being made' }).waitFor();
  },
  'waiting-far': async (scene) => {
    await waiting(scene, 2_400);
    await scene.theatre.friends.showBoard({ odds: { ...odds, left: 4_100 } });
    await comeBack(scene.page);
    await scene.page.getByText('Your chance of tickets').waitFor();
  },
  'waiting-near': async (scene) => {
    await waiting(scene, 3);
    await scene.theatre.friends.showBoard({ odds });
    await comeBack(scene.page);
    await scene.page.locator('.bill').getByText('Very likely').waitFor();
  },
  answers: async (scene) => {
    await waiting(scene, 2_400);
    await scene.theatre.friends.showBoard({ odds: { ...odds, left: 4_100 }, wait: { middle: [9, 13], end: [18, 26] } });
    await comeBack(scene.page);
    await openAnswers(scene.page);
  },
  'answers-before': async (scene) => {
    await inLobby(scene);
    await openAnswers(scene.page);
  },
  'answers-outside': async (scene) => {
    const { base, friends } = scene.theatre;
    await friends.crowd(1200);
    await friends.draw();
    await friends.showBoard({ rate: 40, odds, wait: { middle: [9, 13], end: [18, 26] } });
    await scene.page.goto(`${base}/line?on-sale=friends`);
    await scene.page.getByText('Of those who join now').first().waitFor();
    await openAnswers(scene.page);
  },
  'in-app': async ({ page, theatre }) => {
    const devtools = await page.context().newCDPSession(page);
    const userAgent =
      'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 340.0.3.27.92';
    await devtools.send('Network.setUserAgentOverride', { userAgent });
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByText('You are in the browser of an app').waitFor();
  },
  'waiting-longer': async (scene) => {
    await waiting(scene);
    await scene.theatre.friends.showBoard({ rate: 12 });
    await comeBack(scene.page);
    await scene.page.getByText('slower than we thought').waitFor();
  },
  signals: async (scene) => {
    await waiting(scene);
    await scene.page.getByRole('button', { name: 'Tell me when it is my turn' }).click();
    await scene.page.getByRole('switch', { name: 'Sound' }).click();
    await scene.page.getByRole('switch', { name: 'Sound', checked: true }).waitFor();
  },
  leaving: async (scene) => {
    await waiting(scene);
    await scene.page.getByRole('button', { name: 'Leave the line' }).click();
    await scene.page.getByRole('button', { name: 'Stay' }).waitFor();
  },
  paused: async (scene) => {
    const { stage, friends } = scene.theatre;
    await waiting(scene);
    await stage.operators.turn('friends', { paused: true, message: 'The foyer bar is open.' });
    await friends.tick();
    await comeBack(scene.page);
    await scene.page.locator('.bill-wait', { hasText: 'The line is paused' }).waitFor();
  },
  'halt-house': (scene) => halted(scene, { halt: 'house' }, 'The box office is catching up'),
  'halt-baskets': (scene) => halted(scene, { halt: 'baskets' }, 'Every seat is in somebody’s basket'),
  'sold-out': (scene) => halted(scene, { phase: 'sold-out' }, 'Sold out'),
  'sold-out-outside': async ({ page, theatre }) => {
    const { base, friends } = theatre;
    await friends.crowd(1200);
    await friends.draw();
    await friends.showBoard({ phase: 'sold-out' });
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('Every seat is bought').first().waitFor();
  },
  'lost-contact': async (scene) => {
    await waiting(scene);
    scene.theatre.faults.broken.set(published.board('friends'), 5);
    for (let looks = 0; looks < 2; looks += 1) {
      const answered = scene.page.waitForResponse(/board\.json/);
      await comeBack(scene.page);
      await answered;
    }
    await scene.page.getByText('No word from the box office just now').waitFor();
  },
  'room-full': async (scene) => {
    await turnOver(scene);
    await scene.theatre.stage.operators.turn('friends', { shopping: 0 });
    await scene.page.getByRole('button', { name: 'Come in' }).click();
    await scene.page.getByText('the room is full').waitFor();
  },
  voucher: async (scene) => {
    await turnOver(scene);
    await scene.page.evaluate(() => localStorage.setItem('stampede.voucher.friends', 'v1.a.b.c'));
    await scene.page.reload();
    await scene.page.getByText('Come straight back in').waitFor();
  },
  shopping: async (scene) => {
    await called(scene);
    await scene.page.getByRole('button', { name: 'I need more time' }).waitFor();
  },
  slower: (scene) => inSlowerLane(scene, { state: 'slower', why: 'many-from-one-address' }),
  removed: (scene) => inSlowerLane(scene, { state: 'removed', why: 'not-a-browser' }),
  appealed: async (scene) => {
    await inSlowerLane(scene, { state: 'removed', why: 'staff' });
    await scene.page.getByLabel(/Is that wrong/).fill('We are a school class in one computer room.');
    await scene.page.getByRole('button', { name: 'Send' }).click();
    await scene.page.getByText('We have your message').waitFor();
  },
  rewritten: async (scene) => {
    const { friends } = scene.theatre;
    await inLobby(scene);
    await headsKept(scene.page);
    const { ledger } = friends.board;
    await friends.showBoard({ ledger: { ...ledger, head: 'ab'.repeat(32) } });
    await comeBack(scene.page);
    await scene.page.getByText('What this line published has changed').waitFor();
  },
  'not-in-roll': async (scene) => {
    const { page, theatre } = scene;
    await inLobby(scene);
    await forgeKept(page, (place) => ({ ...place, mark: 'another-mark-entirely_' }));
    await page.reload();
    await theatre.friends.draw();
    await theatre.friends.callUpTo(theatre.friends.board.drawn);
    await comeBack(page);
    await page.getByText('This place is not in the published roll').waitFor();
  },
  devices: async (scene) => {
    const { page, theatre } = scene;
    await inLobby(scene);
    // Somebody else knows number and postcode.
    const body = { entry: 'members', member: 'A1001', postcode: 'PO19 6AP' };
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };
    const joined = await page.request.post(
      `${theatre.base}${api('POST lines/{onSale}/join', { onSale: 'friends' }).url}`,
      {
        data: body,
        headers,
      },
    );
    if (!joined.ok()) throw new Error(`The other device was refused: ${joined.status()}`);
    await page.getByRole('button', { name: 'Your devices' }).click();
    await page.getByText('Firefox on Linux').waitFor();
  },
  'device-alone': async (scene) => {
    await inLobby(scene);
    await scene.page.getByRole('button', { name: 'Your devices' }).click();
    await scene.page.getByText('Your place is on this device alone').waitFor();
  },
  over: async ({ page, theatre }) => {
    const { base, friends, time } = theatre;
    time.pass(8 * 24 * 60 * minute);
    await friends.tick();
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('There may be other ways').waitFor();
  },
  left: async (scene) => {
    await inLobby(scene);
    await scene.page.getByRole('button', { name: 'Leave the line' }).click();
    await scene.page.getByRole('button', { name: 'Yes, leave' }).click();
    await scene.page.getByText('You have left the line').waitFor();
  },
  'not-set-up': async ({ page, theatre }) => {
    const { files } = theatre.stage.platform;
    for (const path of [published.line('friends'), published.board('friends')]) files.delete(path);
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByText('This line is not set up yet').waitFor();
  },
  'no-on-sale': async ({ page, theatre }) => {
    await page.goto(`${theatre.base}/line`);
    await page.getByText('This address names no on-sale').waitFor();
  },
  'script-failed': async ({ page, theatre }) => {
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('link', { name: 'Take the plain page' }).waitFor({ state: 'visible' });
  },
};
