import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../../../contracts/line.ts';
import { anOpening, onSale, opensAt } from '../small-stage.ts';
import { textOf } from './plain-browser.ts';
import { aStage, turn } from './plain-stage.ts';

describe('both pages answer alike', () => {
  async function calledFan() {
    const { stage, fan } = await aStage();
    await fan.join();
    await stage.run(opensAt + 10_000);
    await fan.send({ act: 'claim' });
    return { stage, fan };
  }

  test('a called fan hears when everything is sold, and not that the line is paused', async () => {
    const { stage, fan } = await aStage();
    await fan.join();
    await stage.run(opensAt + 3000);
    const told = async (board: Partial<Board>) => {
      turn(stage, { calledUpTo: 1000, ...board });
      stage.now += 1000;
      return textOf((await fan.look()).html);
    };
    expect(await told({ phase: 'sold-out', halt: 'staff' })).toMatch(/Sold out.*It is your turn/);
    const paused = await told({ phase: 'paused', halt: 'staff' });
    expect(paused).toContain('It is your turn');
    expect(paused).not.toContain('The line is paused');
  });

  test('only one halt is shown, the heaviest', async () => {
    const { stage, fan } = await aStage({ dials: { ...anOpening().dials, shopping: 0 } });
    await fan.join();
    await stage.run(opensAt + 3000);
    turn(stage, { calledUpTo: 0, phase: 'sold-out', halt: 'house' });
    stage.now += 1000;
    const text = textOf((await fan.look()).html);
    expect(text).toContain('Sold out');
    expect(text).not.toContain('slow to answer');
  });

  test('a fan who gave the pass back may leave as well, and a fan who left is not told so when all is over', async () => {
    const { stage, fan } = await calledFan();
    expect(textOf((await fan.look()).html)).toContain('You have your pass');
    await fan.send({ act: 'leave' });
    stage.now += 1000;
    const over = textOf((await fan.look()).html);
    expect(over).toContain('Your time to shop is over');
    expect(over).toContain('Leave the line');
    const left = await fan.send({ act: 'leave' });
    expect(left).toMatchObject({ status: 303, location: `/plain/${onSale}?left=1` });
    expect(textOf((await fan.look({ query: { left: '1' } })).html)).toContain('You have left the line');
    stage.now = opensAt + 3_600_000;
    const closed = textOf((await fan.look({ query: { left: '1' } })).html);
    expect(closed).toContain('This on-sale is over');
    expect(closed).not.toContain('You have left the line');
  });

  test('a fan who has had a pass is called, whatever an older board says', async () => {
    const { stage, fan } = await calledFan();
    await fan.send({ act: 'leave' });
    turn(stage, { calledUpTo: 0 });
    stage.now += 1000;
    expect(textOf((await fan.look()).html)).toContain('Your time to shop is over');
  });

  test('the lobby of a later window does not count the people of another', async () => {
    const { stage, fan } = await aStage({
      tier: { id: 'gold', name: 'Gold' },
      roster: 'gold',
      later: [{ id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: opensAt + 600_000 }],
    });
    await fan.join();
    await stage.run(opensAt + 3000);
    turn(stage, { waiting: 900 });
    stage.now += 1000;
    const text = textOf((await fan.look()).html);
    expect(text).toContain('You have a place');
    expect(text).not.toContain('in the lobby.');
  });
});

describe('no is an answer, on the page', () => {
  test('a wrong postcode, with what was typed', async () => {
    const { fan } = await aStage();
    const hostile = '"><script>alert(1)</script>';
    const shown = await fan.send({ act: 'join', entry: 'members', member: hostile, postcode: 'N1' });
    expect(shown).toMatchObject({ status: 403, refreshMs: undefined });
    expect(shown.html).not.toContain('<script');
    expect(textOf(shown.html)).toContain('Member number and postcode do not match Check the number');
    expect(shown.html).toContain('value="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;"');
    expect(shown.cookies).toBeUndefined();
  });

  test.each<[string, Record<string, string>, number]>([
    ['an act there is not', { act: 'explode' }, 400],
    ['nothing', {}, 400],
    ['empty boxes', { act: 'join', entry: 'members', member: ' ', postcode: '' }, 400],
    ['no entry', { act: 'join', member: 'A1001', postcode: 'PO19 6AP' }, 400],
    ['the entry of robots', { act: 'join', entry: 'open' }, 400],
    ['another entry', { act: 'join', entry: 'email', link: 'e1.x.y' }, 400],
    [
      'a needless need',
      { act: 'join', entry: 'members', member: 'A1001', postcode: 'PO19 6AP', needs: 'a throne' },
      400,
    ],
    ['a claim without a place', { act: 'claim' }, 401],
    ['leaving without a place', { act: 'leave' }, 401],
    ['a number as long as a book', { act: 'join', entry: 'members', member: 'x'.repeat(9000), postcode: 'N1' }, 400],
  ])('%s', async (_, form, status) => {
    const { fan } = await aStage();
    const shown = await fan.send(form);
    expect(shown.status).toBe(status);
    expect(shown.html).toContain('<div class="notice trouble" role="alert">');
    expect(fan.cookies.size).toBe(0);
  });

  test('a form that another site sent', async () => {
    const { fan } = await aStage();
    await fan.join();
    for (const site of ['cross-site', 'same-site']) {
      const shown = await fan.send({ act: 'leave' }, { headers: { 'sec-fetch-site': site } });
      expect(shown.status).toBe(403);
      expect(fan.cookies.size).toBe(1);
    }
    expect(await fan.send({ act: 'leave' }, { headers: { 'sec-fetch-site': 'same-origin' } })).toMatchObject({
      status: 303,
    });
  });

  test('a claim before the turn', async () => {
    const { fan } = await aStage();
    await fan.join();
    const shown = await fan.send({ act: 'claim' });
    expect(shown.status).toBe(409);
    expect(textOf(shown.html)).toContain('The doors are not open yet Your place is safe.');
  });

  test('a link from an e-mail, whole or only its end', async () => {
    const { stage, fan } = await aStage({ entry: 'email', roster: undefined });
    const given: unknown[] = [];
    const join = stage.joinAs.bind(stage);
    stage.joinAs = (request, ...more) => {
      given.push(request);
      return join(request, ...more);
    };
    for (const link of [
      'https://tickets.example.org/line?on-sale=friends#link=e1.abc.def',
      ' e1.abc.def ',
      'link=e1.abc.def',
    ]) {
      expect((await fan.send({ act: 'join', entry: 'email', link })).status).toBe(403);
    }
    expect(given).toEqual(Array.from({ length: 3 }, () => ({ entry: 'email', link: 'e1.abc.def', needs: [] })));
  });
});
