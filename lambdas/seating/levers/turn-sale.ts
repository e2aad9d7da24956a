import type { PersonRole } from '../../../contracts/ledger.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SaleAct, SaleLeversShown } from '../../../contracts/sale-levers.ts';
import type { ActPlace } from '../../../rules/permissions.ts';
import { actingRoleAt } from '../../foundation/staff/acting-role.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { LeverTurn, Release, SaleLevers } from '../house/sale-levers.ts';
import { type CarryDeps, carryBegun } from './carry-releases.ts';
import { publishSale, type SaleFiles } from './publish-sale.ts';
import { type FoundSale, findSale, knownHere, type ReadSaleDeps, saleShown } from './read-sale.ts';
import { findSetAside } from './set-aside.ts';
import { askedIn, turned } from './turn-levers.ts';

/*
 * Turns one lever of a sale, in steps of which each is safe to do again:
 *
 *   1 an act with a key that is known is done: what is left of it is done, and what stands is answered
 *   2 somebody turned a lever since the person looked: nothing is done, and they are told
 *   3 the turn before it is published, if that was cut short: so of all turns at most the last is not
 *   4 who asked for what is written down
 *   5 the levers are written, on the version that the person saw. From here on it holds: houses read it within seconds
 *   6 it is published for pages and for ordering, and by role for the ledger of the line. A crash before: the count of
 *     the seats publishes it
 *   7 of a release that has begun the seats are set free. A crash before: the count of the seats does it
 */

export interface TurnSaleDeps extends ReadSaleDeps {
  readonly store: ReadSaleDeps['store'] & CarryDeps['store'];
  readonly files: SaleFiles;
  readonly audit: Pick<AuditStore, 'add'>;
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

type Turned = { readonly ok: true; readonly sale: SaleLeversShown } | Refusal;

export async function turnSale(
  deps: TurnSaleDeps,
  asker: ActingMember,
  { onSale, act }: { readonly onSale: string; readonly act: SaleAct },
  now: number,
): Promise<Turned> {
  const found = await findSale(deps, onSale);
  if (!found.ok) return found;
  const role = await roleOf(deps, asker, found, act, now);
  if (!role) return notAllowed();
  const wrong = wrongIn(deps, found, act);
  if (wrong) return wrong;
  const { levers, rules } = found;
  const before = levers.turns.find(({ key }) => key === act.key);
  if (before) return before.asked === askedIn(act) ? done(deps, asker, found, levers, now) : keyReused();
  if (levers.version !== act.seen) return moved(levers);
  const releasing = await seatsOf(deps, found, act, now);
  if (!releasing.ok) return releasing;
  const { seats } = releasing;
  await publishSale(deps.files, levers);
  const deed = { act: deeds[act.act], on: onSale, note: noteOf(act, levers) };
  await deps.audit.add(deedOf(asker, deed, { id: deps.newId(), now }));
  const next = turned(levers, act, { by: asker.email, role, now, seats, publishedLimit: rules.seatsPerFan });
  if ((await deps.store.writeLevers(next)).ok) return done(deps, asker, found, next, now);
  // Somebody was quicker, or this very act came twice at once.
  const standing = await deps.store.levers(onSale, 'latest');
  const twin = standing.turns.find(({ key }) => key === act.key);
  return twin?.asked === askedIn(act) ? done(deps, asker, found, standing, now) : moved(standing);
}

async function done(
  deps: TurnSaleDeps,
  asker: StaffMember,
  found: FoundSale,
  levers: SaleLevers,
  now: number,
): Promise<Turned> {
  await publishSale(deps.files, levers);
  await carryBegun(deps, levers, now);
  return { ok: true, sale: await saleShown(deps, asker, { ...found, levers }, now) };
}

/** In which role they turn it; undefined if they may not. */
async function roleOf(
  { findFile }: TurnSaleDeps,
  asker: ActingMember,
  { onSale, levers }: FoundSale,
  act: SaleAct,
  now: number,
): Promise<PersonRole | undefined> {
  const about = performancesOf(act, levers);
  const places: readonly ActPlace[] =
    about.length > 0
      ? await Promise.all(
          about.map(async (performance) => ({
            onSale,
            performance,
            show: (await findFile(performance, now))?.show,
          })),
        )
      : [{ onSale }];
  const [first = { onSale }] = places;
  return asker.may('sell-levers', places) ? actingRoleAt(asker, 'sell-levers', first) : undefined;
}

/** Those that it is about; none of an act on the whole on-sale. */
function performancesOf(act: SaleAct, { releases = [] }: SaleLevers): readonly string[] {
  if ('performances' in act) return act.performances;
  return act.act === 'withdraw' ? (releases.find(({ turn }) => turn === act.release)?.performances ?? []) : [];
}

/** How many seats a release sets free; it may be of none that is released already, or will be. */
async function seatsOf(
  deps: TurnSaleDeps,
  { levers }: FoundSale,
  act: SaleAct,
  now: number,
): Promise<{ readonly ok: true; readonly seats: number } | Refusal> {
  if (act.act === 'withdraw') {
    const isPlanned = levers.releases?.some(({ turn, begun }) => turn === act.release && !begun);
    return isPlanned ? { ok: true, seats: 0 } : notPlanned();
  }
  if (act.act !== 'release') return { ok: true, seats: 0 };
  const found = await Promise.all(act.performances.map((performance) => deps.findFile(performance, now)));
  const files = found.flatMap((file) => (file ? [file] : []));
  const aside = await findSetAside(deps, levers, files, now);
  let seats = 0;
  for (const [at, performance] of act.performances.entries()) {
    const own = aside.get(performance)?.find(({ partner }) => partner === act.partner);
    if (own?.state !== 'kept') return notSetAside(act.partner, performance, at, own?.state);
    seats += own.seats;
  }
  if (act.at !== undefined && files.some(({ startsAt }) => startsAt <= (act.at ?? 0)))
    return refuse('bad-request', 'Nothing was turned. Choose a time before the first of these performances.', {
      errors: [{ field: 'body.at', message: 'is not before these performances' }],
    });
  return { ok: true, seats };
}

function notSetAside(
  partner: string,
  performance: string,
  at: number,
  state?: 'planned' | 'released' | 'kept',
): Refusal {
  const why =
    state === 'released' ? 'is released already' : state === 'planned' ? 'will be released' : 'has no seats set aside';
  return refuse('performance-unknown', 'Nothing was turned. Choose performances with seats that are set aside.', {
    errors: [{ field: `body.performances.${at}`, message: `${partner} ${why} in ${performance}` }],
  });
}

function notPlanned(): Refusal {
  return refuse(
    'sale-lever-moved',
    'Nothing was done. This release has begun, or was taken back. Look at what stands.',
    {
      errors: [{ field: 'body.release', message: 'is not planned any more' }],
    },
  );
}

function wrongIn({ stageMethods }: TurnSaleDeps, { performances }: FoundSale, act: SaleAct): Refusal | undefined {
  if ('performances' in act) {
    const at = act.performances.findIndex((one) => !performances.includes(one));
    if (at < 0) return undefined;
    const message = `${act.performances[at]} is not sold in this on-sale, or its house is not open`;
    return refuse('performance-unknown', 'Nothing was turned. Choose among the performances of this on-sale.', {
      errors: [{ field: `body.performances.${at}`, message }],
    });
  }
  if (act.act !== 'methods') return undefined;
  const at = act.methods.findIndex((method) => !knownHere(stageMethods).includes(method));
  if (at < 0) return undefined;
  return refuse('payment-method-unavailable', 'Nothing was turned. Choose among the ways to pay of this stage.', {
    errors: [{ field: `body.methods.${at}`, message: `this stage cannot take ${act.methods[at]}` }],
  });
}

/** As the audit has them. */
const deeds = {
  stop: 'stop-selling',
  'sell-on': 'sell-on',
  limit: 'turn-limit',
  methods: 'turn-payments',
  release: 'release-allocation',
  withdraw: 'withdraw-release',
} as const satisfies Record<SaleAct['act'], string>;

function noteOf(act: SaleAct, { releases = [] }: SaleLevers): string {
  return `${whatOf(act, releases)}: ${act.reason}`;
}

function whatOf(act: SaleAct, releases: readonly Release[]): string {
  switch (act.act) {
    case 'limit':
      return `${act.seatsPerFan} seats a fan`;
    case 'methods':
      return act.methods.join(', ');
    case 'release': {
      const when = act.at === undefined ? 'at once' : new Date(act.at).toISOString();
      return `${act.partner} in ${act.performances.join(', ')}, ${when}`;
    }
    case 'withdraw':
      return `${releases.find(({ turn }) => turn === act.release)?.partner ?? 'a release'}, turn ${act.release}`;
    default:
      return act.performances.join(', ');
  }
}

/** The person decided by what stands no longer: they look again, and decide again. */
function moved({ version, turns }: Pick<SaleLevers, 'version' | 'turns'>): Refusal {
  const last: LeverTurn | undefined = turns.at(-1);
  const who = last ? `${last.by} turned it meanwhile (${last.act}: ${last.reason}). ` : '';
  return refuse('sale-lever-moved', `Nothing was done. ${who}Look at what stands now, and decide again.`, {
    errors: [{ field: 'body.seen', message: `version ${version} stands` }],
  });
}

function keyReused(): Refusal {
  return refuse('idempotency-key-reused', 'Make up a new key for another act.', {
    errors: [{ field: 'body.key', message: 'was used for another act' }],
  });
}
