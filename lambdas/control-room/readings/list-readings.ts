import type { Season } from '../../../contracts/catalogue.ts';
import { published } from '../../../contracts/paths.ts';
import type { AllReadings } from '../../../contracts/readings.ts';
import { Memory } from '../../foundation/memory.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import { readingsOf, type ShowReadingsDeps } from './show-readings.ts';

export interface ListReadingsDeps extends ShowReadingsDeps {
  /** The on-sales of the published season. */
  readonly findOnSales: FindOnSales;
}

export type FindOnSales = (now: number) => Promise<readonly { readonly id: string; readonly opensAt: number }[]>;

/** As long as browsers and the CDN keep a catalogue file. */
const keepMs = 15_000;

export function rememberOnSales(read: <File>(path: string) => Promise<File | undefined>): FindOnSales {
  const memory = new Memory<Season>(1);
  return async (now) => {
    const season = await memory.recall('season', () => read<Season>(published.season()), { now, ageMs: keepMs });
    return season?.onSales ?? [];
  };
}

/** All on-sales at once that the asker may see, by their doors. */
export async function listReadings(
  { readings, noteLook, findOnSales }: ListReadingsDeps,
  asker: StaffMember,
  now: number,
): Promise<AllReadings> {
  const onSales = (await findOnSales(now)).filter(({ id }) => asker.may('see-readings', [{ onSale: id }]));
  await noteLook(now);
  const byDoors = [...onSales].sort((one, other) => one.opensAt - other.opensAt);
  return { onSales: await Promise.all(byDoors.map(({ id }) => readingsOf(readings, id, now))) };
}
