import type { GrantScope, StaffGrant, StaffPermission, StaffRole } from '../contracts/staff.ts';

/*
 * The one table of what the people of the house may do. Whoever does not stand in it may not. Servers refuse by it, and
 * pages show by it what a person can do.
 */

export const allowed: Readonly<Record<StaffPermission, readonly StaffRole[]>> = {
  'read-orders': ['owner', 'box-office', 'box-office-supervisor', 'auditor'],
  // Names, addresses and numbers of buyers. An auditor reads orders without them.
  'see-buyers': ['owner', 'box-office', 'box-office-supervisor'],
  'change-orders': ['owner', 'box-office', 'box-office-supervisor'],
  // Names and addresses of the buyers who allowed the venue to write to them.
  'export-consents': ['owner', 'marketing'],
  // All that is held of one person: find, hand over, erase.
  'keep-personal-data': ['owner', 'box-office-supervisor'],
  'pair-devices': ['owner', 'box-office-supervisor'],
  'grant-roles': ['owner'],
  'read-audit': ['owner', 'auditor'],
  // How a line and its sale go: counts, and nobody's name.
  'see-readings': ['owner', 'programmer', 'marketing', 'box-office', 'box-office-supervisor', 'ops', 'auditor'],
  // Where somebody stands in a line, and what became of them.
  'find-fans': ['owner', 'box-office', 'box-office-supervisor', 'ops', 'auditor'],
  // A slot for them, a pass on top, their place on another device, or its end.
  'help-fans': ['owner', 'box-office-supervisor', 'ops'],
  // Stop a performance, the limit of seats, ways to pay: what is sold while it sells.
  'sell-levers': ['owner', 'box-office-supervisor', 'ops'],
  // The run-up plan, the risk register and what was checked; also when the house is frozen, of the whole house alone.
  'keep-plan': ['owner', 'ops', 'marketing', 'box-office-supervisor', 'programmer'],
  'lift-freeze': ['owner'],
  'say-go': ['owner', 'ops'],
  // The pace of a line, its doors and its end.
  'turn-dials': ['owner', 'ops'],
  // Everyone leaves the site for the fallback, or comes back.
  'turn-switch': ['owner', 'ops'],
  // What everybody in a line reads.
  'message-fans': ['owner', 'marketing', 'ops'],
  // One place of a line: the slower lane, its end, or a turn before its time.
  'judge-places': ['owner', 'box-office-supervisor', 'ops'],
  // The running log of a morning.
  'write-notes': ['owner', 'programmer', 'marketing', 'box-office', 'box-office-supervisor', 'ops'],
};

/** What an act is about: what of it is known. An act on nothing in particular is about everything. */
export interface ActPlace {
  readonly show?: string | undefined;
  readonly onSale?: string | undefined;
  readonly performance?: string | undefined;
  readonly allocation?: string | undefined;
}

/** An act on the whole house. */
export const everywhere: ActPlace = {};

type SomeGrants = readonly Pick<StaffGrant, 'role' | 'scope' | 'until'>[];

/** Whether these grants allow it at every one of the places. `now` in milliseconds since the epoch. */
export function may(
  grants: SomeGrants,
  permission: StaffPermission,
  places: readonly ActPlace[],
  now: number,
): boolean {
  const good = grantsFor(grants, permission, now);
  return places.length > 0 && places.every((place) => good.some(({ scope }) => covers(scope, place)));
}

/** Whether these grants allow it anywhere at all. */
export function maySomewhere(grants: SomeGrants, permission: StaffPermission, now: number): boolean {
  return grantsFor(grants, permission, now).length > 0;
}

/** The role in which somebody with these grants does it there: the first of the table that allows it. */
export function roleFor(
  grants: SomeGrants,
  permission: StaffPermission,
  place: ActPlace,
  now: number,
): StaffRole | undefined {
  const good = grantsFor(grants, permission, now).filter(({ scope }) => covers(scope, place));
  return allowed[permission].find((role) => good.some((grant) => grant.role === role));
}

/** All that these grants allow somewhere. */
export function permissionsOf(grants: SomeGrants, now: number): readonly StaffPermission[] {
  return (Object.keys(allowed) as StaffPermission[]).filter((permission) => maySomewhere(grants, permission, now));
}

function grantsFor(grants: SomeGrants, permission: StaffPermission, now: number): SomeGrants {
  return grants.filter(({ role, until }) => allowed[permission].includes(role) && (until === undefined || now < until));
}

function covers(scope: GrantScope, { show, onSale, performance, allocation }: ActPlace): boolean {
  switch (scope.of) {
    case 'everything':
      return true;
    case 'show':
      return scope.id === show;
    case 'on-sale':
      return scope.id === onSale;
    case 'performance':
      return scope.id === performance;
    case 'allocation':
      return scope.id === allocation;
  }
}

/** The place that a scope names: who grants must be allowed to do so there. */
export function placeOf(scope: GrantScope): ActPlace {
  switch (scope.of) {
    case 'everything':
      return everywhere;
    case 'show':
      return { show: scope.id };
    case 'on-sale':
      return { onSale: scope.id };
    case 'performance':
      return { performance: scope.id };
    case 'allocation':
      return { allocation: scope.id };
  }
}
