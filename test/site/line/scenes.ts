import type { Page } from 'playwright-core';
import type { Board, Tier } from '../../../contracts/line.ts';
import type { Lane } from '../../../contracts/line-requests.ts';
import { FakeLine } from '../fake/line.ts';
import type { FakeVenue } from '../fake/venue.ts';
import { comeBack, joinAsFriend } from '../visitor.ts';

/**
 * Every state of the line page, each reached as a fan reaches it: for the test that looks at each with axe, and
 * for the script that takes their pictures.
 */
export interface Stage {
  readonly page: Page;
  readonly base: string;
  readonly venue: FakeVenue;
}

const minute = 60_000;
const odds = { left: 2_400, room: 80, mean: 1.8, sd: 1.4, err: 0.1 };

async function inLobby({ page, base }: Stage): Promise<void> {
  await joinAsFriend(page, base);
  await page.getByRole('heading', { name: 'You have a place' }).waitFor();
}

/** Drawn, with so many called before the fan's own number that `ahead` are left. */
async function waiting(stage: Stage, ahead = 640): Promise<void> {
  const { page, venue } = stage;
  venue.friends.crowd = 12_000;
  await inLobby(stage);
  venue.friends.draw();
  const position = venue.friends.positionOf('A1001');
  venue.friends.callUpTo(Math.max(0, position - ahead - 1));
  venue.friends.turn({ rate: 40 });
  await comeBack(page);
  await page.locator('.bill-number').waitFor();
}

async function called(stage: Stage): Promise<void> {
  const { page, venue } = stage;
  await inLobby(stage);
  venue.friends.draw();
  venue.friends.callUpTo(venue.friends.board.drawn);
  await comeBack(page);
}

async function halted(stage: Stage, change: Partial<Board>, words: string): Promise<void> {
  await waiting(stage);
  stage.venue.friends.turn(change);
  await comeBack(stage.page);
  await stage.page.locator('.bill-wait', { hasText: words }).waitFor();
}

/** A line of three windows: the first is open or not, the second is for e-mail, the last for everybody. */
function tiered(venue: FakeVenue, opensAt: number): FakeLine {
  const tiers: readonly Tier[] = [
    { id: 'benefactors', name: 'Benefactors', entry: 'members', opensAt, round: 0 },
    { id: 'friends', name: 'Friends', entry: 'email', opensAt: opensAt + 90 * minute, round: 65_536 },
    { id: 'everyone', name: 'Everyone', entry: 'open', opensAt: opensAt + 1_500 * minute, round: 131_072 },
  ];
  const line = new FakeLine('public', 'The winter season', opensAt, 'members', tiers);
  venue.lines.set('public', line);
  return line;
}

async function emailOnly({ venue, page, base }: Stage): Promise<FakeLine> {
  const line = new FakeLine('public', 'The winter season', Date.now() + 10 * minute, 'email');
  venue.lines.set('public', line);
  await page.goto(`${base}/line?on-sale=public`);
  await page.getByLabel('E-mail address').waitFor();
  return line;
}

async function inLane(stage: Stage, lane: Lane): Promise<void> {
  stage.venue.friends.lane = lane;
  await called(stage);
  await stage.page.getByText('Reason:').waitFor();
}

export const scenes: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'outside-before': async ({ page, base }) => {
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByRole('button', { name: 'Take a place' }).waitFor();
    await page.getByText('They open on').waitFor();
  },
  'outside-open': async ({ page, base, venue }) => {
    venue.friends.draw();
    venue.friends.turn({ wait: { middle: [9, 13], end: [18, 26] } });
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('Of those who join now').waitFor();
  },
  'outside-needs': async ({ page, base }) => {
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByRole('button', { name: /wheelchair/ }).click();
    await page.getByLabel('A wheelchair place').check();
  },
  'outside-wrong': async ({ page, base }) => {
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByText('type your member number').waitFor();
  },
  'outside-windows': async ({ page, base, venue }) => {
    tiered(venue, Date.now() + 10 * minute);
    await page.goto(`${base}/line?on-sale=public`);
    await page.getByText('How do you come in?').waitFor();
  },
  'outside-email': async (stage) => {
    await emailOnly(stage);
  },
  'invite-sent': async (stage) => {
    await emailOnly(stage);
    await stage.page.getByLabel('E-mail address').fill('ada@example.org');
    await stage.page.getByRole('button', { name: 'Send me the link' }).click();
    await stage.page.getByText('Look into your mail').waitFor();
  },
  'outside-link-wrong': async (stage) => {
    await emailOnly(stage);
    await stage.page.goto('about:blank');
    await stage.page.goto(`${stage.base}/line?on-sale=public#link=e0.old`);
    await stage.page.getByText('This link does not let you in').waitFor();
  },
  'outside-open-entry': async ({ page, base }) => {
    await page.goto(`${base}/line?on-sale=public`);
    await page.getByRole('button', { name: 'Take a place' }).waitFor();
  },
  solving: async ({ page, base, venue }) => {
    (venue.lines.get('public') as FakeLine).effort = 50_000_000;
    await page.goto(`${base}/line?on-sale=public`);
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('button', { name: 'Checking that you are no robot' }).waitFor();
  },
  lobby: inLobby,
  'lobby-window': async ({ page, base, venue }) => {
    tiered(venue, Date.now() - minute).draw();
    await page.goto(`${base}/line?on-sale=public#link=e1.ours`);
    await page.getByText('You come in with: Friends').waitFor();
  },
  drawing: async (stage) => {
    const { page, venue } = stage;
    await inLobby(stage);
    venue.friends.draw();
    venue.friends.sheets.clear();
    await page.clock.install({ time: venue.friends.file.opensAt + 1_000 });
    await comeBack(page);
    await page.getByRole('heading', { name: 'The draw is being made' }).waitFor();
  },
  'waiting-far': async (stage) => {
    await waiting(stage, 2_400);
    stage.venue.friends.turn({ odds: { ...odds, left: 4_100 } });
    await comeBack(stage.page);
    await stage.page.getByText('Your chance of tickets').waitFor();
  },
  'waiting-near': async (stage) => {
    await waiting(stage, 3);
    stage.venue.friends.turn({ odds });
    await comeBack(stage.page);
    await stage.page.getByText('Very likely').waitFor();
  },
  'waiting-longer': async (stage) => {
    await waiting(stage);
    stage.venue.friends.turn({ rate: 12 });
    await comeBack(stage.page);
    await stage.page.getByText('slower than we thought').waitFor();
  },
  signals: async (stage) => {
    await waiting(stage);
    await stage.page.getByRole('button', { name: 'Tell me when it is my turn' }).click();
    await stage.page.getByRole('switch', { name: 'Sound' }).click();
    await stage.page.getByRole('switch', { name: 'Sound', checked: true }).waitFor();
  },
  leaving: async (stage) => {
    await waiting(stage);
    await stage.page.getByRole('button', { name: 'Leave the line' }).click();
    await stage.page.getByRole('button', { name: 'Stay' }).waitFor();
  },
  paused: (stage) => halted(stage, { phase: 'paused', message: 'The foyer bar is open.' }, 'The line is paused'),
  'halt-house': (stage) => halted(stage, { halt: 'house' }, 'The box office is catching up'),
  'halt-baskets': (stage) => halted(stage, { halt: 'baskets' }, 'Every seat is in somebody’s basket'),
  'sold-out': (stage) => halted(stage, { phase: 'sold-out' }, 'Sold out'),
  'sold-out-outside': async ({ page, base, venue }) => {
    venue.friends.draw();
    venue.friends.turn({ phase: 'sold-out' });
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('Every seat is bought').waitFor();
  },
  'lost-contact': async (stage) => {
    await waiting(stage);
    stage.venue.broken.set('/lines/friends/board.json', 5);
    for (let looks = 0; looks < 2; looks += 1) {
      const answered = stage.page.waitForResponse(/board\.json/);
      await comeBack(stage.page);
      await answered;
    }
    await stage.page.getByText('No word from the theatre just now').waitFor();
  },
  'room-full': async (stage) => {
    stage.venue.friends.roomFull = true;
    await called(stage);
    await stage.page.getByText('the room is full').waitFor();
  },
  voucher: async (stage) => {
    stage.venue.friends.passMinutes = 0;
    await called(stage);
    await stage.page.getByText('Your time to shop is over').waitFor();
    await stage.page.evaluate(() => localStorage.setItem('stampede.voucher.friends', 'v1.a.b.c'));
    await stage.page.reload();
    await stage.page.getByText('Come straight back in').waitFor();
  },
  shopping: async (stage) => {
    stage.venue.friends.extensions = 1;
    await called(stage);
    await stage.page.getByRole('button', { name: 'I need more time' }).waitFor();
  },
  slower: (stage) => inLane(stage, { lane: 'slower', why: 'many-from-one-address' }),
  removed: (stage) => inLane(stage, { lane: 'removed', why: 'not-a-browser' }),
  appealed: async (stage) => {
    await inLane(stage, { lane: 'removed', why: 'staff' });
    await stage.page.getByLabel(/Is that wrong/).fill('We are a school class in one computer room.');
    await stage.page.getByRole('button', { name: 'Send' }).click();
    await stage.page.getByText('We have your message').waitFor();
  },
  over: async ({ page, base, venue }) => {
    venue.friends.turn({ phase: 'closed' });
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('There may be other ways').waitFor();
  },
  left: async (stage) => {
    await inLobby(stage);
    await stage.page.getByRole('button', { name: 'Leave the line' }).click();
    await stage.page.getByRole('button', { name: 'Yes, leave' }).click();
    await stage.page.getByText('You have left the line').waitFor();
  },
  'not-set-up': async ({ page, base, venue }) => {
    venue.lines.delete('friends');
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByText('This line is not set up yet').waitFor();
  },
  'no-on-sale': async ({ page, base }) => {
    await page.goto(`${base}/line`);
    await page.getByText('This address names no on-sale').waitFor();
  },
  'script-failed': async ({ page, base }) => {
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByRole('link', { name: 'Take the plain page' }).waitFor({ state: 'visible' });
  },
};
