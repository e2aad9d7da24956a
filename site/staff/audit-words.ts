import type { AuditEntry, GrantScope, StaffRole } from '../../contracts/staff.ts';
import { staffRoles } from '../../contracts/staff.ts';
import { lookedIn, looksFor } from '../../rules/folded.ts';
import { staffWords } from '../../words/en/staff.ts';
import { auditWords } from '../../words/en/staff-audit.ts';
import { shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { type Scopes, scopeInWords, zoneOf } from './scopes.ts';

/*
 * The record in the words of the page. The platform writes codes, which say the same for ever; what is not known here is
 * shown as it is.
 */

export const actInWords = (act: string): string => auditWords.acts[act] ?? act;

const actsAtDoors: readonly string[] = ['offer-door-code', 'end-door-device', 'end-door-devices'];

/** Whom or what it was about. The pages of the order book have marks that say nothing to anybody. */
export function onInWords({ act, on }: AuditEntry, scopes: Scopes | undefined): string {
  if (act === 'read-orders') return '';
  return actsAtDoors.includes(act) ? scopeInWords({ of: 'performance', id: on }, scopes) : on;
}

/** `box-office for show lear until 2027-06-01T18:30:00.000Z` of a role; of anything else the words of people. */
export function noteInWords({ act, note = '' }: AuditEntry, scopes: Scopes | undefined): string {
  const grant = /^([a-z-]+) for (?:everything|(show|on-sale|performance|allocation) ([a-z0-9-]+))(?: until (\S+))?$/;
  const [all, role, of, id, until] = grant.exec(note) ?? [];
  if ((act !== 'grant' && act !== 'revoke') || all === undefined || !isRole(role)) return note;
  const scope = (of === undefined ? { of: 'everything' } : { of, id }) as GrantScope;
  const end =
    until === undefined ? staffWords.forGood : staffWords.untilWhen(shortMoment(Date.parse(until), zoneOf(scopes)));
  return `${staffWords.roles[role]}, ${isolated(scopeInWords(scope, scopes))}, ${end}`;
}

const isRole = (text: string | undefined): text is StaffRole => (staffRoles as readonly unknown[]).includes(text);

/** Every word that was typed must occur in an entry, as the platform wrote it or as the page says it. */
export function findEntries(
  entries: readonly AuditEntry[],
  typed: string,
  scopes: Scopes | undefined,
): readonly AuditEntry[] {
  const isIn = looksFor(typed);
  return entries.filter((entry) => {
    const { person, act, on, note = '' } = entry;
    const said = [actInWords(act), onInWords(entry, scopes), noteInWords(entry, scopes)];
    return isIn(lookedIn([person, act, on, on.replace(/-/g, ''), note, ...said].join(' ')));
  });
}
