import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningStampede, startStampede } from '../../bin/start.ts';
import type { PerformanceFile, ShowFile } from '../../contracts/catalogue.ts';
import type { Joined } from '../../contracts/line-requests.ts';
import { published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { StaffRole } from '../../contracts/staff.ts';
import { memberAt } from '../../examples/roster.ts';
import { until } from '../until.ts';
import { ask, Fan } from './fan.ts';
import { pairedWith, signedInAs } from './staff.ts';

/** The n-th member of the roster of `world.json`. */
export const member = (n: number) => ({ entry: 'members', ...memberAt(n, 5) });

export interface Playhouse extends RunningStampede {
  /** A performance sold in `friends` and `everyone` that no journey has had yet. */
  night(): string;
  /** One that is sold in `brief` alone, where a hold lasts a minute. */
  readonly briefNight: string;
  /** One that none of the lines that are open sells. */
  readonly elsewhere: string;
  readonly plan: Plan;
  /** A member whom nobody has been yet. */
  nextMember(): object;
  fan(onSale?: string): Fan;
  /** Friends who have a pass, whom nobody has had yet. */
  friends(count: number): Promise<readonly Fan[]>;
  friend(): Promise<Fan>;
  /** The headers of somebody of the house with this role; of a supervisor if none is said. */
  staff(role?: StaffRole): Promise<{ readonly authorization: string }>;
  /** The headers of a device that is paired with this performance. */
  door(performance: string): Promise<{ readonly authorization: string }>;
  /** The same of the on-sale where a hold lasts a minute. */
  briefFriends(count: number): Promise<readonly Fan[]>;
}

/**
 * The templates, running with the small world of `world.json`, its doors about to open; in a state of its own that
 * ends with it. Coming in takes the seconds of a round: `invited` so many friends do it together.
 */
export async function openPlayhouse(invited = 0): Promise<Playhouse> {
  const state = mkdtempSync(join(tmpdir(), 'stampede-journey-'));
  const running = await startStampede({ state, world: worldFile });
  const stop = async () => {
    await running.stop();
    rmSync(state, { recursive: true, force: true });
  };
  // A caller that gets no playhouse cannot stop it.
  return moveIn({ ...running, stop }, invited).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
}

async function moveIn(running: RunningStampede, invited: number): Promise<Playhouse> {
  const { body: show } = await ask<ShowFile>(`${running.site}${published.show('the-tide')}`);
  const sold = (onSale: string) =>
    show.performances.filter(({ onSales }) => onSales.includes(onSale)).map(({ id }) => id);
  const nights = [...sold('everyone')];
  const { body: file } = await ask<PerformanceFile>(`${running.site}${published.performance(nights[0] ?? '')}`);
  const { body: plan } = await ask<Plan>(`${running.site}${published.plan(file.plan)}`);
  let members = 0;
  const nextMember = () => member(members++);
  const comeIn = async (count: number, onSale = 'friends') => {
    const fans = Array.from({ length: count }, () => new Fan(running.site, onSale));
    const joined = await Promise.all(fans.map((fan) => fan.joinInTheCrowd(nextMember())));
    // One looks for all: a crowd that looks twenty times a second keeps the house from its work.
    const positions: number[] = [];
    for (const [n, fan] of fans.entries()) positions.push(await fan.position(joined[n]?.body as Joined));
    await until('everyone is called', async () =>
      ((await fans[0]?.board())?.calledUpTo ?? 0) >= Math.max(...positions) ? true : undefined,
    );
    await Promise.all(fans.map((fan) => fan.takePass()));
    return fans;
  };
  const inside = await comeIn(invited);
  const friends = async (count: number) => {
    const found = inside.splice(0, count);
    return [...found, ...(await comeIn(count - found.length))];
  };
  const signedIn = new Map<StaffRole, ReturnType<typeof signedInAs>>();
  const staff = (role: StaffRole = 'box-office-supervisor') => {
    const known = signedIn.get(role) ?? signedInAs(running.site, role);
    signedIn.set(role, known);
    return known;
  };
  return {
    ...running,
    staff,
    door: async (performance) => pairedWith(running.site, performance, await staff()),
    plan,
    briefNight: sold('brief')[0] ?? '',
    elsewhere: sold('later')[0] ?? '',
    night() {
      const night = nights.shift();
      if (!night) throw new Error('The season of world.json has no more nights: add some');
      return night;
    },
    nextMember,
    fan: (onSale = 'everyone') => new Fan(running.site, onSale),
    friends,
    briefFriends: (count) => comeIn(count, 'brief'),
    async friend() {
      const [fan] = await friends(1);
      if (!fan) throw new Error('Nobody came');
      return fan;
    },
  };
}

export const worldFile = join(import.meta.dirname, 'world.json');
