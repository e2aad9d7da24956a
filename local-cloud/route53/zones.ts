/** Records by the zone that they stand in. */
import { bareName, type NameRecord } from './records.ts';

export interface Zone {
  /** Lower case, without the dot at the end. */
  readonly apex: string;
  readonly records: readonly NameRecord[];
}

/**
 * A zone that the templates make has the name that they give it. Of one that was there before they know the id alone, so
 * its apex is the longest name that all of its records end with, and one label less where a CNAME has that name: at an
 * apex there is none.
 *
 * @param named Names of zones by their ids.
 */
export function zonesOf(records: readonly NameRecord[], named: ReadonlyMap<string, string>): readonly Zone[] {
  const ids = [...new Set(records.map(({ zone }) => zone))];
  return ids.map((id) => {
    const own = records.filter(({ zone }) => zone === id);
    const given = named.get(id) ?? (id.includes('.') ? bareName(id) : undefined);
    return { apex: given ?? sharedApex(own), records: own };
  });
}

/** The zone that answers for a name: the closest one above it. */
export function zoneFor(name: string, zones: readonly Zone[]): Zone | undefined {
  return zones
    .filter(({ apex }) => isWithin(name, apex))
    .sort((a, b) => b.apex.length - a.apex.length)
    .at(0);
}

/** Whether a name is another or below it. */
export function isWithin(name: string, other: string): boolean {
  return name === other || name.endsWith(`.${other}`);
}

function sharedApex(records: readonly NameRecord[]): string {
  const [first = [], ...others] = records.map(({ name }) => name.split('.').reverse());
  const differs = first.findIndex((label, at) => others.some((labels) => labels[at] !== label));
  const shared = (differs === -1 ? first : first.slice(0, differs)).toReversed();
  const name = shared.join('.');
  const isAlias = records.some((record) => record.name === name && record.type === 'CNAME');
  return isAlias ? shared.slice(1).join('.') : name;
}
