import { openBrowser, findBrowser } from '../browser.ts';
import { FakeVenue } from './fake/venue.ts';
import { arenaPlan } from './fake/plans.ts';
const only = process.argv[2] ?? '';
const variants = (process.argv[3] ?? '360-light,360-dark,1280-light,1280-dark').split(',').map((v) => v.split('-') as [string, 'light'|'dark']);
const dist = process.env.DIST ?? '/work/main/site/dist';
const browser = await openBrowser(findBrowser()!);
const out = process.env.OUT ?? '/tmp/shots';
let base = '';
async function shots(name: string, setup: (page: any) => Promise<unknown>, full = true) {
  if (!new RegExp(`^(${only})`).test(name)) return;
  for (const [w, scheme] of variants) {
    const width = Number(w);
    const ctx = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 860 }, colorScheme: scheme, deviceScaleFactor: width < 500 ? 2 : 1, hasTouch: width < 500, reducedMotion: 'reduce' });
    const page = await ctx.newPage();
    page.on('console', (m: any) => { if (m.type() === 'error') console.log(name, m.text()); });
    page.on('pageerror', (e: any) => console.log(name, e.message));
    await setup(page);
    await page.waitForTimeout(700);
    await page.screenshot({ path: `${out}/${name}-${w}-${scheme}.png`, fullPage: full });
    await ctx.close();
  }
}
const join = async (page: any, to = '') => {
  await page.goto(`${base}/line?on-sale=friends${to}`);
  await page.getByLabel('Member number').fill('A1001');
  await page.getByLabel('Postcode').fill('PO19 6AP');
  await page.getByRole('button', { name: 'Take a place' }).click();
};
const inside = async (page: any) => { await join(page, '&performance=lear-3'); await page.getByRole('link', { name: 'Choose your seats' }).waitFor(); };
{
  const venue = new FakeVenue(dist, { opensAt: Date.now() + 754_000 });
  base = await venue.open();
  await shots('season', (p) => p.goto(base).then(() => p.getByText('King Lear').waitFor()));
  await shots('show', (p) => p.goto(`${base}/show?id=lear`).then(() => p.getByText('Preview').waitFor()));
  await shots('line-join', (p) => p.goto(`${base}/line?on-sale=friends`));
  await shots('line-lobby', (p) => join(p));
  venue.friends.join({ body: { entry: 'members', member: 'A1001', postcode: 'PO19 6AP' } } as any);
  venue.friends.draw(); venue.friends.callUpTo(200); venue.friends.turn({ message: 'Two extra performances of King Lear are on sale today.' });
  await shots('line-waiting', (p) => join(p).then(() => p.getByText('Your number', {exact:true}).waitFor()));
  venue.friends.callUpTo(1300);
  await shots('line-turn', (p) => inside(p));
  for (const section of venue.plan.sections) for (const row of section.rows) for (const [i, seat] of row.seats.entries()) if ((i * 7 + row.label.charCodeAt(0) * 3) % 11 < 5) venue.houses.takenOf('lear-3').add(seat.id);
  const hall = async (p: any) => { await inside(p); await p.goto(`${base}/hall?performance=lear-3`); await p.getByRole('button', { name: 'Find the best 2 seats' }).waitFor(); };
  await shots('hall-open', hall);
  await shots('hall-list', async (p) => { await hall(p); await p.getByRole('button', { name: 'List' }).click(); await p.getByRole('button', { name: /^Stalls,/ }).click(); });
  await shots('hall-held', async (p) => { venue.houses.holds.clear(); await hall(p); await p.getByRole('button', { name: 'Find the best 2 seats' }).click(); await p.getByText('Held for you', {exact:true}).waitFor(); for (let i=0;i<3;i++) await p.getByRole('button', { name: 'Closer' }).click(); await p.getByRole('checkbox', { name: /, row D/ }).first().focus(); await p.keyboard.press('Enter'); for (const h of venue.houses.holds.values()) (h as any).done = true; await p.waitForTimeout(2500); });
  venue.houses.holds.clear();
  const checkout = async (p: any) => { await hall(p); await p.getByRole('button', { name: 'Find the best 2 seats' }).click(); await p.getByRole('link', { name: 'Check out' }).click(); await p.getByLabel('Name').waitFor(); };
  await shots('checkout', async (p) => { venue.houses.holds.clear(); await checkout(p); await p.getByRole('button', { name: /Order for/ }).click(); await p.getByText('type the name').waitFor(); });
  await shots('order', async (p) => { venue.houses.holds.clear(); await checkout(p); await p.getByLabel('Name').fill('Ada Byron'); await p.getByLabel('E-mail').fill('ada@example.org'); await p.getByRole('button', { name: /Order for/ }).click(); await p.getByRole('img', { name: /Ticket code/ }).first().waitFor(); });
  await shots('book-key', async (p) => { await p.goto(`${base}/order-book`); await p.getByLabel('Staff key').fill('nope'); await p.keyboard.press('Enter'); await p.getByText('missing or wrong').waitFor(); });
  await shots('book-open', async (p) => { await p.goto(`${base}/order-book`); await p.getByLabel('Staff key').fill('the-staff-key'); await p.keyboard.press('Enter'); await p.getByText('Refresh').waitFor(); });
  await shots('lost', (p) => p.goto(`${base}/nothing`));
  await venue.close();
}
if (new RegExp(`^(${only})`).test('arena') || only === '') {
  const venue = new FakeVenue(dist, { opensAt: Date.now() - 1000, plan: arenaPlan() });
  base = await venue.open();
  venue.friends.join({ body: { entry: 'members', member: 'A1001', postcode: 'PO19 6AP' } } as any);
  venue.friends.draw(); venue.friends.callUpTo(1300);
  const hall = async (p: any) => { await inside(p); await p.goto(`${base}/hall?performance=lear-3`); await p.getByRole('button', { name: 'Find the best 2 seats' }).waitFor(); };
  await shots('arena-open', hall);
  await shots('arena-near', async (p) => { await hall(p); await p.getByRole('button', { name: /Block 112/ }).focus(); await p.keyboard.press('Enter'); });
  await venue.close();
}
await browser.close();
