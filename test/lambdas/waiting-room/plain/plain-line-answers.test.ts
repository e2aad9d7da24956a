import { describe, expect, test } from '@jest/globals';
import type { OwnAnswer } from '../../../../contracts/answers.ts';
import type { Season } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import { answersWords } from '../../../../words/all/answers.ts';
import { anOpening, joined, onSale, opensAt } from '../small-stage.ts';
import { member, textOf } from './plain-browser.ts';
import { aStage, turn } from './plain-stage.ts';

describe('the answers below, by the rule that fans with a script and staff have theirs from', () => {
  /** Questions and sentences, without what stands before them on the page. */
  const answersOf = (html = '') => textOf(/<section class="answers".*/s.exec(html)?.[0] ?? '');
  const still = { query: { still: '1' } };

  test('before the doors with those in the lobby, afterwards with the number, the wait and the chance', async () => {
    const { stage, fan } = await aStage({ dials: { ...anOpening().dials, shopping: 0 } });
    await fan.join();
    for (let other = 0; other < 9; other += 1)
      joined(await stage.joinAs({ entry: 'members', member: `B${other}`, postcode: 'x1' }));
    await stage.tick();
    stage.now += 1000;
    const before = answersOf((await fan.look(still)).html);
    expect(before).toContain('Questions and answers');
    expect(before).toContain('Does it help to come early?');
    expect(before).toContain('In the lobby just now: 10 people.');

    const { place } = joined(await stage.joinAs({ entry: 'members', ...member }));
    await stage.run(opensAt + 3000);
    const position = stage.position(place) ?? 0;
    turn(stage, { calledUpTo: 0, rate: 10, waiting: 10, odds: { left: 21, room: 10, mean: 1.9, sd: 1.4, err: 0.1 } });
    stage.now += 1000;
    const waiting = answersOf((await fan.look(still)).html);
    expect(waiting).toContain(`Why am I number ${position}?`);
    expect(waiting).toContain('In that draw: 10 people, all with the same chance of every number.');
    expect(waiting).toContain('Called each minute: about 10.');
    expect(waiting).toMatch(/With a number like yours, .*nine in ten .*within/);
    expect(waiting).toMatch(/For two seats with your number: .*It is not a promise\./);
    expect(waiting).toContain('The seats in your basket are kept for 8 minutes');
    expect(waiting).toContain('no public source of random numbers that is known here');

    const welsh = answersOf((await fan.look({ ...still, headers: { 'accept-language': 'cy' } })).html);
    expect(welsh).toContain(answersWords.cy.askNumber(position));
    expect(welsh).not.toContain('Why am I number');
  });

  test('a fan of a later group hears of their own doors', async () => {
    const { stage, fan } = await aStage({
      tier: { id: 'gold', name: 'Gold' },
      roster: 'gold',
      later: [{ id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: opensAt + 600_000 }],
    });
    await fan.join();
    await stage.run(opensAt + 3000);
    const { html } = await fan.look(still);
    expect(answersOf(html)).toContain('drawn by lot at that moment');
    expect(answersOf(html)).toContain('(08:10)');
    expect(answersOf(html)).not.toContain('In the lobby just now');
  });

  test('those of the venue, in the language that they are written in', async () => {
    const { stage, fan } = await aStage();
    await stage.tick();
    const season = stage.files.get(published.season()) as Season;
    const answers: OwnAnswer[] = [
      { question: { en: 'Why a Friday?', cy: 'Pam dydd Gwener?' }, text: { en: 'The bar is <open>.' } },
      { question: 'Où ?', text: 'Ici.' },
    ];
    stage.files.set(published.season(), {
      ...season,
      onSales: season.onSales.map((one) => ({ ...one, answers })),
    });
    stage.now += 60_000;
    const { html } = await fan.look({ headers: { 'accept-language': 'cy' } });
    expect(html).toContain('<h3 dir="auto" lang="cy">Pam dydd Gwener?</h3>');
    expect(html).toContain('<p dir="auto" lang="en">The bar is &#60;open&#62;.</p>');
    expect(html).toContain('<h3 dir="auto">Où ?</h3>');
  });

  test('a page that comes anew leads to them, and carries none', async () => {
    const { fan } = await aStage();
    const way = `<a href="/plain/${onSale}?still=1#answers">Questions and answers</a>`;
    // A form is filled in, and the page keeps still.
    const { html: form = '' } = await fan.look();
    expect([form.includes(way), answersOf(form)]).toEqual([false, expect.stringContaining('Does it help')]);
    await fan.join();
    const { html: anew = '' } = await fan.look();
    expect([anew.includes(way), answersOf(anew)]).toEqual([true, '']);
    expect((await fan.look(still)).html).toContain('id="answers"');
  });

  test('nobody is told that a page changes by itself that does not', async () => {
    const { fan } = await aStage();
    const asks = answersWords.en.ask.refresh;
    expect(answersOf((await fan.look()).html)).not.toContain(asks);
    await fan.join();
    expect(answersOf((await fan.look(still)).html)).not.toContain(asks);
  });

  test('the orders that an answer speaks of are one press away, for a fan who has a place', async () => {
    const { fan } = await aStage();
    const link = `<a href="/plain/${onSale}/orders">Find my order</a>`;
    expect((await fan.look()).html).not.toContain(link);
    await fan.join();
    expect((await fan.look(still)).html).toContain(link);
  });
});
