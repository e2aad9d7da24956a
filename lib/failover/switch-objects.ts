/** The objects of the failover switch in its bucket. Each is empty; that it is there is all it says. */

/** Everyone goes to the fallback. Health checkers read it. */
export const switchKey = 'switch/fallback';

/** The twin name goes there, which nobody types. */
export const drillKey = 'switch/drill';

/** Folder of what was written down when it was turned: who, and why. Nobody reads it without credentials. */
export const switchNotes = 'notes';

/** The twin of the site's name, for drills. */
export function drillName(domainName: string): string {
  return `drill.${domainName}`;
}
