import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../../../../contracts/languages.ts';
import { plainWordsIn } from '../../../../lambdas/foundation/plain/plain-words.ts';
import { onSale, opensAt, SmallStage } from '../small-stage.ts';
import { openForMembers, PlainBrowser, textOf } from './plain-browser.ts';

test('numbers take the forms of the language', () => {
  const ahead = (language: Language, n: number) => plainWordsIn(language).line.ahead(n);
  expect(ahead('en', 1)).toBe('1 person ahead of you');
  expect(ahead('en', 20_000)).toBe('20,000 people ahead of you');
  expect(ahead('cy', 2)).toBe('2 berson o’ch blaen');
  expect(ahead('cy', 3)).toBe('3 pherson o’ch blaen');
  expect(ahead('cy', 7)).toBe('7 o bobl o’ch blaen');
  expect(ahead('de', 20_000)).toBe('20.000 Personen vor Ihnen');
  expect(plainWordsIn('fr').inTheLobby(1)).toBe('1 personne dans le foyer.');
});

describe('the language of a page', () => {
  const shown = async (headers: Record<string, string>, cookie?: string) => {
    const stage = new SmallStage();
    await openForMembers(stage);
    const fan = new PlainBrowser(stage);
    if (cookie !== undefined) fan.cookies.set('stampede-language', cookie);
    const { html = '' } = await fan.look({ headers });
    return /<html lang="(\w+)">/.exec(html)?.[1];
  };

  test.each<[string, Record<string, string>, string | undefined, Language]>([
    ['is English where nothing else is asked for', {}, undefined, 'en'],
    ['is what the browser prefers', { 'accept-language': 'it, cy;q=0.9, en;q=0.8' }, undefined, 'cy'],
    ['is what was chosen, whatever the browser prefers', { 'accept-language': 'de' }, 'fr', 'fr'],
    ['does not follow a cookie that is none', { 'accept-language': 'es' }, '"><script>', 'es'],
  ])('%s', async (_, headers, cookie, language) => {
    expect(await shown(headers, cookie)).toBe(language);
  });

  test('is switched by a link, and kept', async () => {
    const stage = new SmallStage();
    await openForMembers(stage);
    const fan = new PlainBrowser(stage);
    const { html = '' } = await fan.look();
    expect(html).toContain(`href="/plain/${onSale}?lang=cy" lang="cy" hreflang="cy"`);
    expect(await fan.look({ query: { lang: 'cy' } })).toMatchObject({ status: 303, location: `/plain/${onSale}` });
    expect((await fan.look()).html).toContain('<html lang="cy">');
    expect(await fan.list({ query: { lang: 'de' } })).toMatchObject({ status: 303, location: '/plain' });
  });

  test.each(languages)('%s: every scene of the way is in it', async (language) => {
    const stage = new SmallStage();
    await openForMembers(stage);
    const fan = new PlainBrowser(stage);
    const headers = { 'accept-language': language };
    const pages = [await fan.look({ headers }), await fan.list({ headers }), await fan.look({ headers }, 'nowhere')];
    await fan.join();
    pages.push(await fan.look({ headers }));
    stage.now = opensAt;
    pages.push(await fan.look({ headers }));
    await stage.run(opensAt + 10_000);
    pages.push(await fan.look({ headers }));
    await fan.send({ act: 'claim' });
    pages.push(await fan.look({ headers }), await fan.send({ act: 'nothing' }, { headers }));
    for (const { html = '' } of pages) {
      expect(html).toContain(`<html lang="${language}">`);
      expect(textOf(html)).not.toMatch(/undefined|\[object|NaN/);
      if (language !== 'en')
        expect(textOf(html).replaceAll('Friends of the theatre', '')).not.toMatch(/\b(?:the|your|you)\b/i);
    }
  });
});
