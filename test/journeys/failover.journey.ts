import { execFile } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* The name of the site, and the switch that turns it: as two operators turn it, from their shell. */

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
}
