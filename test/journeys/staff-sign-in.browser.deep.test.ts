import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningStampede, startStampede } from '../../bin/start.ts';
import { api } from '../../contracts/api.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { expectAccessible, visit } from '../site/visitor.ts';

/* A person of the house signs in and out, on the templates as they deploy. The stand-in is the issuer. */

const path = findBrowser();
const me = api('GET staff/me').url;

(path ? describe : describe.skip)('the way in for the house', () => {
  let browser: Browser;
  let stage: RunningStampede;
  let state: string;

  beforeAll(async () => {
    state = mkdtempSync(join(tmpdir(), 'stampede-staff-'));
    const world = join(import.meta.dirname, 'world.json');
    [browser, stage] = await Promise.all([openBrowser(path as string), startStampede({ state, world, warm: false })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), stage?.stop()]);
    rmSync(state, { recursive: true, force: true });
  });

  const signIn = async (page: Page, name: string) => {
    await page.getByRole('button', { name: /^Sign in/ }).click();
    await page.getByRole('heading', { name: 'Sign in as …' }).waitFor();
    await page.getByRole('button', { name }).click();
    await page.getByRole('heading', { name }).waitFor();
  };
  const kept = (page: Page) =>
    page.evaluate(() => JSON.parse(sessionStorage.getItem('stampede.sign-in') ?? 'null') as { access: string } | null);

  test('leads through the issuer and back, and out again, with nothing left', async () => {
    const { page, context, complaints } = await visit(browser, { width: 360 });
    // Another spelling of the address has no leave to speak to the issuer, and leads to the one that has.
    await page.goto(`${stage.site}/staff/`);
    await page.getByText('Fans need no sign-in').waitFor();
    expect(page.url()).toBe(`${stage.site}/staff`);
    await expectAccessible(page);
    await signIn(page, 'Ingrid Vogel');
    expect(page.url()).toBe(`${stage.site}/staff`);
    await page.getByText('ingrid.vogel@example.org').waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).not.toContain('eyJ');
    await page.reload();
    await page.getByRole('heading', { name: 'Ingrid Vogel' }).waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out').waitFor();
    expect(page.url()).toBe(`${stage.site}/staff`);
    expect(await kept(page)).toBeNull();
    await expectAccessible(page);
    // The issuer asks anew, so somebody else may sign in on this device.
    await signIn(page, 'Samuel Adeyemi');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('speaks the person’s language', async () => {
    const { page, context } = await visit(browser, { locale: 'de-DE' });
    await page.goto(`${stage.site}/staff`);
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test('says what became of a sign-in that was broken off, or was begun elsewhere', async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${stage.site}/staff?code=stolen&state=of-somebody`);
    await page.getByText('This answer is not yours').waitFor();
    expect(page.url()).toBe(`${stage.site}/staff`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('heading', { name: 'Sign in as …' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: /^Sign in/ }).waitFor();
    await page.evaluate(async () => {
      const { state: asked } = JSON.parse(sessionStorage.getItem('stampede.sign-in-pending') ?? '{}');
      const { signIn } = await (await fetch('/config.json')).json();
      location.assign(`/staff?${new URLSearchParams({ error: 'access_denied', state: asked, iss: signIn.issuer })}`);
    });
    await page.getByText('You were not signed in').waitFor();
    await context.close();
  });

  test('ends when the tokens are gone or good no more, and leads back in', async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${stage.site}/staff`);
    await signIn(page, 'Ruth Okafor');
    expect(await page.getByText('Owner', { exact: true }).count()).toBe(1);
    const spoil = (more: Readonly<Record<string, string>>) =>
      page.evaluate((given) => {
        const tokens = JSON.parse(sessionStorage.getItem('stampede.sign-in') ?? '{}');
        const [head, body] = tokens.access.split('.');
        sessionStorage.setItem(
          'stampede.sign-in',
          JSON.stringify({ ...tokens, access: `${head}.${body}.AAAA`, ...given }),
        );
      }, more);
    // The API’s own no, in words that are no document: the token is renewed, and nobody notices.
    await spoil({});
    await page.reload();
    await page.getByRole('heading', { name: 'Ruth Okafor' }).waitFor();
    // Nor is it good for another.
    await spoil({ refresh: 'nobody-gave-this' });
    await page.reload();
    await page.getByText('Your sign-in has ended').waitFor();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    // Still signed in at the issuer: nobody is asked a second time.
    await page.getByRole('heading', { name: 'Ruth Okafor' }).waitFor();

    // A token that is nearly over is renewed, and the refresh token that did it is replaced.
    const before = await page.evaluate(() => {
      const tokens = JSON.parse(sessionStorage.getItem('stampede.sign-in') ?? '{}');
      sessionStorage.setItem('stampede.sign-in', JSON.stringify({ ...tokens, until: Date.now() }));
      return tokens as { access: string; refresh: string };
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Ruth Okafor' }).waitFor();
    const after = (await kept(page)) as unknown as { access: string; refresh: string };
    expect(after.access).not.toBe(before.access);
    expect(after.refresh).not.toBe(before.refresh);
    await context.close();
  });

  test('is not open to a token that somebody made, nor to the right of a device', async () => {
    const ask = async (authorization?: string) => {
      const answer = await fetch(`${stage.site}${me}`, { headers: authorization ? { authorization } : {} });
      return { status: answer.status, body: await answer.json() };
    };
    expect(await ask()).toMatchObject({ status: 401, body: { type: '/problems/sign-in-missing' } });
    expect(await ask('Bearer d1.a.e30.x')).toMatchObject({ body: { type: '/problems/sign-in-missing' } });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ sub: 'eve', exp: Math.floor(Date.now() / 1000) + 600, scope: 'stampede/staff' });
    expect(await ask(`Bearer ${part({ alg: 'none' })}.${claims}.AAAA`)).toEqual({
      status: 401,
      body: { message: 'Unauthorized' },
    });
  });
});
