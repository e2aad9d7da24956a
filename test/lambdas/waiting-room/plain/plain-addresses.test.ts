import { describe, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import { anOpening, onSale } from '../small-stage.ts';
import { aSeason, PlainBrowser, textOf } from './plain-browser.ts';
import { aStage } from './plain-stage.ts';

describe('the cookie', () => {
  test('is of this host alone, secure, out of the reach of scripts and of other sites’ forms, and names nobody', async () => {
    const { fan } = await aStage();
    await fan.join();
    const [cookie = ''] = fan.set;
    expect(cookie).toMatch(
      /^__Host-stampede-place-friends=r2\.[\w.-]+~~~; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    expect(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString()).not.toContain('A1001');
  });

  test.each([
    ['nonsense', 'r2.x.y'],
    ['another key’s', `r2.e30.${'A'.repeat(86)}`],
    ['markup', '<script>'],
    ['long', 'x'.repeat(8000)],
    ['tildes', '~~~~~~'],
    ['of control characters', '\u0000\u0001'],
    ['an altered slower lane', '~removed.staff~'],
  ])('that is %s shows the page as to anybody', async (_, value) => {
    const { fan } = await aStage();
    fan.cookies.set(`__Host-stampede-place-${onSale}`, value);
    const { status, html } = await fan.look();
    expect(status).toBe(200);
    expect(textOf(html)).toContain('Join the lobby');
    expect(textOf(html)).not.toContain('taken out');
    expect(html).not.toContain('<script');
  });

  test('of another line is not this line’s place', async () => {
    const { stage, fan } = await aStage();
    await stage.open({ ...anOpening(), onSale: 'others' });
    await fan.join();
    const [[, value = ''] = []] = fan.cookies;
    fan.cookies.set('__Host-stampede-place-others', value);
    expect(textOf((await fan.look({}, 'others')).html)).toContain('Join the lobby');
  });
});

describe('addresses', () => {
  test.each(['nowhere', 'UPPER', '../etc/passwd', 'a'.repeat(65), '%00', '💺', '<b>', '"onload="', '//evil.example'])(
    'a line called %j',
    async (line) => {
      const { fan } = await aStage();
      for (const shown of [await fan.look({}, line), await fan.send({ act: 'join' }, {}, line)]) {
        expect(shown.status).toBe(404);
        expect(textOf(shown.html)).toContain('There is no such line');
        expect(shown.html).not.toContain(line === '<b>' ? '<b>' : 'onload="');
      }
    },
  );

  test('a line that is announced and not opened yet', async () => {
    const { stage, fan } = await aStage();
    const [first] = aSeason.onSales;
    stage.files.set(published.season(), { ...aSeason, onSales: [{ ...first, id: 'later' }] });
    expect(textOf((await fan.look({}, 'later')).html)).toContain('This line is not set up yet');
  });

  test('the list names the lines that are open or will be', async () => {
    const { stage, fan } = await aStage();
    const [first] = aSeason.onSales;
    const over = { ...first, id: 'over', title: 'Long ago', closesAt: stage.now };
    stage.files.set(published.season(), { ...aSeason, onSales: [over, ...aSeason.onSales] });
    const { html } = await fan.list();
    expect(html).toContain('<a href="/plain/friends">');
    expect(html).not.toContain('Long ago');
    stage.files.delete(published.season());
    expect(textOf((await new PlainBrowser(stage).list()).html)).toContain('No line is open');
  });

  test('whoever comes from the full page goes on to its line, and nowhere else', async () => {
    const { fan } = await aStage();
    const from = (referer: string) => fan.list({ headers: { referer } });
    expect(await from('https://tickets.example.org/line?on-sale=friends')).toMatchObject({
      status: 303,
      location: '/plain/friends',
    });
    expect(await fan.list({ query: { 'on-sale': 'friends' } })).toMatchObject({ location: '/plain/friends' });
    for (const referer of [
      'https://tickets.example.org/plain/friends',
      'https://x/line?on-sale=//evil.example',
      'https://x/line?on-sale=https://evil.example',
      'https://x/line?on-sale=%0d%0aset-cookie:a',
      'https://x/line',
      'nonsense',
      '',
    ]) {
      expect(await from(referer)).toMatchObject({ status: 200 });
    }
  });
});
