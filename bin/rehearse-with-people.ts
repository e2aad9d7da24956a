import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundCloud, siteOf } from '../rehearsal/cloud.gateway.ts';
import { type HeldRehearsal, hold } from '../rehearsal/hold.ts';
import type { RehearsalOptions } from '../rehearsal/options.ts';
import { openSite } from '../rehearsal/site.gateway.ts';
import { sendBots, standStill } from '../rehearsal/with-people/hands.gateway.ts';
import { peopleMorning } from '../rehearsal/with-people/people-morning.ts';
import { readLedger, readPeoplesActs } from '../rehearsal/with-people/read-morning.gateway.ts';
import { sheetOf } from '../rehearsal/with-people/sheet.ts';
import { type TroubleId, troublesOf } from '../simulation/troubles.ts';
import type { Places } from './greeting.ts';

/*
 * `npm run rehearse -- --with-people`: the morning runs while people sit at the control room and at the order book.
 * Troubles come over them at times that nobody knows, and a sheet says afterwards what came when and what was done.
 */

export async function holdWithPeople(options: RehearsalOptions, cloud: FoundCloud): Promise<HeldRehearsal> {
  const began = Date.now();
  const { company, brought, morning } = peopleMorning<TroubleId>({
    troublesOf: (window) => troublesOf(options.seed, window),
    handsOf: ({ site, onSale }) => ({
      'pacemaker-stands-still': standStill(cloud, 'KeepPace'),
      'wave-of-bots': sendBots(site, onSale),
    }),
  });
  const held = await hold(options, cloud, company);
  const known = morning();
  if (!held.ok || !known) return held;
  const site = openSite(siteOf(cloud), () => undefined, Date.now);
  const [people, ledger] = await Promise.all([readPeoplesActs(cloud, began), readLedger(site, known.onSale)]);
  site.close();
  const sheet = join(cloud.state, 'morning.md');
  const troubles = brought();
  writeFileSync(sheet, sheetOf({ onSale: known.onSale, opensAt: known.opensAt, troubles, people, ledger }));
  console.error(`\n${troubles.length} troubles came over this morning. The sheet says what was done: ${sheet}`);
  return held;
}

/** The doors for the people, before the fans come. */
export function placesForPeople({ site, house = [] }: Pick<Places, 'site' | 'house'>): string {
  return [
    '',
    'Take your seats:',
    `  control room  ${site}/control-room`,
    `  order book    ${site}/order-book`,
    ...house.map(({ name, role }) => `                sign in as ${name} (${role})`),
    '',
  ].join('\n');
}
