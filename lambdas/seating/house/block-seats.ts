import type { Plan } from '../../../contracts/plan.ts';
import type { HouseStore } from './house-store.ts';
import { decodeSection, encodeSection } from './section-codec.ts';

/*
 * Blocks seats of a house before it opens: they are nobody's to give, and count as taken in every decision. It is
 * written before the house itself, so that no fan is ever asked for in between. A call that died half-way is mended by
 * the next, also if the performance was published with other blocked seats meanwhile. Once the house is open its
 * sections are left alone. A section without blocked seats is not written.
 */

type SectionStore = Pick<HouseStore, 'house' | 'sections' | 'writeSection'>;

/** Reads may be a second behind, so a write may find a section moved though nobody else is there. */
const tries = 5;

/** Throws if somebody else keeps writing to the sections: then call again. */
export async function blockSeats(
  store: SectionStore,
  performance: string,
  plan: Pick<Plan, 'sections'>,
  blocked: readonly string[],
): Promise<void> {
  for (let again = 0; again < tries; again++) if (await blockOnce(store, performance, plan, new Set(blocked))) return;
  throw new Error(`The sections of ${performance} keep moving: open it again`);
}

/** False if a section moved. */
async function blockOnce(
  store: SectionStore,
  performance: string,
  plan: Pick<Plan, 'sections'>,
  blocked: ReadonlySet<string>,
): Promise<boolean> {
  const written = await store.sections(plan.sections.map(({ id }) => ({ performance, section: id })));
  // Looked for after the sections were read: if it is put from now on, what is written to them since makes this one fail.
  if (await store.house(performance)) return true;
  const standing = new Map(written.map((record) => [record.section, record]));
  for (const { id: section, rows } of plan.sections) {
    const seats = rows.flatMap((row) => row.seats.map(({ id }) => id));
    const wanted = seats.flatMap((id, index) => (blocked.has(id) ? [index] : []));
    const before = standing.get(section);
    const state = before ? decodeSection(before.data) : undefined;
    if ((state?.blocked ?? []).join() === wanted.join() && (state?.seats ?? seats.length) === seats.length) continue;
    const data = encodeSection({ seats: seats.length, blocked: wanted, records: [] });
    const put = await store.writeSection({ performance, section, version: (before?.version ?? 0) + 1, data });
    if (!put.ok) return false;
  }
  return true;
}
