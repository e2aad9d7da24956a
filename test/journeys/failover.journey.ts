import { execFile } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { SwitchShown, SwitchTurned } from '../../contracts/switch.ts';
import { findCloud, operate } from '../../rehearsal/cloud.gateway.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* The name of the site, and the switch that turns it: as two people turn it, from their shell or in the control room. */

const root = join(import.meta.dirname, '..', '..');
const name = 'tickets.stampede.example.org';

export function failoverJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  let resolver: Resolver;
  beforeAll(() => {
    house = of();
    const { addresses } = JSON.parse(readFileSync(join(house.state, 'local.json'), 'utf8'));
    const { url } = addresses.find((one: { readonly name: string }) => one.name === 'dns');
    resolver = new Resolver();
    resolver.setServers([url.replace('dns://', '')]);
  });

  /** Both type, in their turns. */
  const turn = (to: string, typed = ['Ruth', 'a journey', name, 'Mei-Ling', to]) =>
    new Promise<{ readonly status: number; readonly said: string }>((done) => {
      const args = ['bin/failover.ts', '--to', to, '--keep-calling', '--state', house.state];
      const child = execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
        done({ status: Number(error?.code ?? 0), said: stdout + stderr }),
      );
      child.stdin?.end(`${typed.join('\n')}\n`);
    });

  test('the switch sends the name to the fallback and back, by two people, and keeps every place', async () => {
    const drawn = async () => (await ask<Board>(`${house.site}${published.board('friends')}`)).body.drawn;
    const before = await drawn();
    const [site] = await resolver.resolveCname(name);
    expect(site).toMatch(/\.cloudfront\.net$/);

    const alone = await turn('fallback', ['Ruth', 'a journey', name, 'ruth', 'fallback']);
    expect(alone).toEqual({ status: 1, said: expect.stringContaining('It takes two people') });
    expect(await resolver.resolveCname(name)).toEqual([site]);

    const there = await turn('fallback');
    expect(there).toEqual({ status: 0, said: expect.stringContaining(`${name} leads to box-office.example.org`) });
    expect(await resolver.resolveCname(name)).toEqual(['box-office.example.org']);
    // Boards have a name of their own, which is not turned.
    expect(await resolver.resolve4(`live.${name}`)).toEqual(['127.0.0.1']);
    expect(await drawn()).toBeGreaterThanOrEqual(before);

    const back = await turn('primary');
    expect(back).toEqual({ status: 0, said: expect.stringContaining(`${name} leads to ${site}`) });
    expect(await resolver.resolveCname(name)).toEqual([site]);
  });

  test('the control room turns it too, lines are paused with it, and those who work there keep their name', async () => {
    const [ops, owner] = [await house.staff('ops'), await house.staff('owner')];
    const address = `${house.site}${api('GET staff/switch').url}`;
    const read = async () => (await ask<SwitchShown>(address, { headers: ops })).body;
    const turnBy = async (headers: typeof ops, act: object) => {
      const { turns, on } = await read();
      const body = JSON.stringify({ seen: { turns, on }, ...act });
      const asked = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
      return (await ask<SwitchTurned>(address, asked)).body;
    };
    const [site] = await resolver.resolveCname(name);
    const key = 'journey-switch-there-1';
    const there = { act: 'turn', key, to: 'fallback', reason: 'a journey' };
    expect(await turnBy(ops, there)).toMatchObject({ outcome: 'asked', on: false });
    expect(await read()).toMatchObject({ on: false, needsTwo: true, asked: { own: true, to: 'fallback' } });
    const confirm = { act: 'confirm', key: 'journey-switch-confirm-1', asked: key };
    const turned = await turnBy(owner, confirm);
    expect(turned).toMatchObject({
      outcome: 'done',
      on: true,
      paused: expect.arrayContaining(['friends']),
      notPaused: [],
    });
    await until('the name leads to the fallback', async () =>
      (await resolver.resolveCname(name))[0] === 'box-office.example.org' ? true : undefined,
    );
    expect(await resolver.resolve4(`staff.${name}`)).toEqual(['127.0.0.1']);
    const board = async () => (await ask<Board>(`${house.site}${published.board('friends')}`)).body;
    await until('the board says so', async () =>
      (await board()).prepared === 'sold-elsewhere' && (await board()).phase === 'paused' ? true : undefined,
    );
    const back = { act: 'turn', key: 'journey-switch-back-1', to: 'primary', reason: 'a journey' };
    expect(await turnBy(owner, back)).toMatchObject({ outcome: 'done', on: false });
    await until('the name leads to the site', async () =>
      (await resolver.resolveCname(name))[0] === site ? true : undefined,
    );
    const cloud = findCloud(house.state);
    if (!cloud) throw new Error('The playhouse is not to be found');
    for (const onSale of turned.paused)
      await operate(cloud, 'TurnDialsFunction', { onSale, dials: { paused: false, prepared: 'nothing' } });
  });

  test('while the buckets of the home region refuse, pages and files come from their copies in the other one', async () => {
    const cloud = findCloud(house.state);
    if (!cloud) throw new Error('The playhouse is not to be found');
    const faults = (list: readonly object[]) =>
      fetch(new URL('/faults.json', cloud.endpoints.LAMBDA), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(list),
      });
    const look = async (path: string) => {
      const answer = await fetch(`${house.site}${path}`);
      const isCached = `${answer.headers.get('x-cache')}`.startsWith('Hit');
      return { status: answer.status, type: answer.headers.get('content-type'), isCached, text: await answer.text() };
    };
    const refuses = ['publishedfiles', 'sitepages'].map((of) => ({
      is: 'bucket-refuses',
      name: of,
      oneOf: 1,
      ms: 30_000,
    }));
    expect((await faults(refuses)).status).toBe(200);
    try {
      // None of these was asked for before, so the edge has none of them.
      const page = await look('/de/check.html');
      expect(page).toMatchObject({ status: 200, type: 'text/html', isCached: false });
      expect(page.text).toContain('lang="de"');
      const roll = await look(published.rollCommitment('friends', 0));
      expect(roll).toMatchObject({ status: 200, type: 'application/json', isCached: false });
      expect(await look('/lines/nowhere/board.json')).toMatchObject({ status: 404, type: 'application/problem+json' });
      expect(await look('/shows/no-such-show')).toMatchObject({ status: 404, type: 'text/html' });
    } finally {
      await faults([]);
    }
  });
}
