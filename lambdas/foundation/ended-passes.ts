import { type EndedPasses, firstDeviceName, type Pass, passName } from '../../contracts/pass.ts';
import { published } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { Memory } from './memory.ts';

/*
 * A pass that was given back or taken away is still genuine, and its time is not over. So whoever begins something new
 * for a pass asks here as well: new seats, a new order, more time. The waiting room lists such passes in a published
 * file, so that nobody reads another context's table. A warm handler remembers the list for some seconds. The slot of a
 * pass counts as free only half a minute after it was listed.
 *
 *     given back ──1 s──▶ listed ──5 s──▶ every handler knows ──10 s──▶ all that had begun is done ──▶ 30 s: slot free
 */

/** A handler may remember the list for so long. */
export const endedAgeMs = 5000;

/** Far more on-sales than are ever open at once. */
const onSalesKept = 100;

/** The names of the passes and devices of an on-sale that have ended. `now` in milliseconds since the epoch. */
export type FindEnded = (onSale: string, now: number) => Promise<ReadonlySet<string>>;

/**
 * A list that cannot be read counts as it was last known, and as empty if it never was: a fan with a genuine pass is
 * not turned away because of it (docs/decisions/0033-passes-end-and-the-late-are-next.md).
 */
export function rememberEnded(
  read: (path: string) => Promise<EndedPasses | undefined>,
  report: (error: unknown) => void = () => {},
): FindEnded {
  const memory = new Memory<ReadonlySet<string>>(onSalesKept);
  const last = new Map<string, ReadonlySet<string>>();
  const look = async (onSale: string) => {
    try {
      const names = namesIn(await read(published.ended(onSale)));
      last.set(onSale, names);
      return names;
    } catch (error) {
      report(error);
      return last.get(onSale) ?? new Set<string>();
    }
  };
  return (onSale, now) => memory.recall(onSale, () => look(onSale), { now, ageMs: endedAgeMs });
}

/** Refuses a pass that was given back or taken away, and each pass of a device that was ended. */
export async function turnOver(findEnded: FindEnded, pass: Pass, now: number): Promise<Refusal | undefined> {
  const ended = await findEnded(pass.o, now);
  if (!ended.has(passName(pass)) && !ended.has(pass.d ?? firstDeviceName(pass))) return undefined;
  return refuse(
    'pass-over',
    'This turn was given back, or the staff or another of your devices ended it. Go back to the line: it says which.',
  );
}

/** Refuses whatever was given to a device that was ended. The one that took the place is named as `EndedPasses` says. */
export async function deviceOver(
  findEnded: FindEnded,
  { onSale, device }: { readonly onSale: string; readonly device: string },
  now: number,
): Promise<Refusal | undefined> {
  if (!(await findEnded(onSale, now)).has(device)) return undefined;
  return refuse('device-ended', 'Another device that holds this place ended this one. Join again to come back to it.');
}

function namesIn(file: EndedPasses | undefined): ReadonlySet<string> {
  return new Set([...(file?.ended ?? []).flatMap(({ passes }) => passes), ...(file?.devices ?? [])]);
}
