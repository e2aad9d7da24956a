import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { headersOf } from '../../../contracts/answer-headers.ts';
import { api } from '../../../contracts/api.ts';
import { languages } from '../../../contracts/languages.ts';
import { fileInLanguage } from '../../../contracts/pages.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import { siteCacheControl } from '../../../contracts/site-config.ts';
import { StageServer } from '../../../simulation/stage/http/stage-server.ts';
import { RealTime } from '../../../simulation/stage/real-time.ts';
import { Stage } from '../../../simulation/stage/stage.ts';

describe('a stage as browsers have it', () => {
  let site: string;
  let time: RealTime;
  let stage: Stage;
  let server: StageServer;
  let base: string;
  const basket = api('GET basket').url;

  beforeEach(async () => {
    site = mkdtempSync(join(tmpdir(), 'stampede-small-site-'));
    for (const name of ['index', '404', 'order'])
      for (const language of languages) {
        const file = join(site, fileInLanguage(name, language));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `<p>${name} in ${language}</p>`);
      }
    time = new RealTime();
    stage = new Stage({ time });
    server = new StageServer({ stage, site, config: { payments: ['box-office'] } });
    base = await server.open();
  });
  afterEach(async () => {
    time.stop();
    await server.close();
    rmSync(site, { recursive: true });
  });

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${base}${path}`, { headers });

  test('a page is found by the edge, in the fan’s language, with the headers of the deployed site', async () => {
    const answer = await get('/', { 'accept-language': 'de' });
    expect(await answer.text()).toBe('<p>index in de</p>');
    expect(answer.headers.get('cache-control')).toBe(siteCacheControl.pages);
    for (const [name, value] of Object.entries(headersOf('pages', {}))) expect(answer.headers.get(name)).toBe(value);
    expect((await get('/nothing')).status).toBe(404);
    expect(await (await get('/config.json')).json()).toEqual({ live: '', payments: ['box-office'] });
  });

  test('a published file comes as it was written; one that is not there has a problem document, as at the CDN', async () => {
    await stage.platform.publisher.write(published.board('friends'), { v: 1 }, cacheControl.board);
    const answer = await get(published.board('friends'));
    expect(await answer.json()).toEqual({ v: 1 });
    expect(answer.headers.get('cache-control')).toBe(cacheControl.board);
    const again = await get(published.board('friends'), { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const missing = await get(published.line('friends'));
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  test('the edge asks for the pass before the API does, and the clock of the stage dates all answers', async () => {
    const refused = await get(basket);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ type: '/problems/pass-missing' });
    time.pass(3_600_000);
    const late = Date.parse((await get(basket)).headers.get('date') ?? '');
    expect(late - Date.now()).toBeGreaterThan(3_500_000);
  });

  test('what is asked to go wrong on the way does, so many times', async () => {
    server.faults.broken.set(basket, 1);
    expect((await get(basket)).status).toBe(503);
    expect((await get(basket)).status).toBe(401);
    server.faults.unheard.set(basket, 1);
    await expect(get(basket)).rejects.toThrow();
    expect((await get(basket)).status).toBe(401);
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    server.faults.slow.set(basket, held);
    const slow = get(basket);
    letGo();
    expect((await slow).status).toBe(401);
  });
});
