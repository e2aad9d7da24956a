import type { PersonRole } from '../../../contracts/ledger.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SaleAct, SaleLeversShown } from '../../../contracts/sale-levers.ts';
import type { ActPlace } from '../../../rules/permissions.ts';
import { actingRoleAt } from '../../foundation/staff/acting-role.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { HouseStore } from '../house/house-store.ts';
import type { LeverTurn, SaleLevers } from '../house/sale-levers.ts';
import { publishSale, type SaleFiles } from './publish-sale.ts';
import { type FoundSale, findSale, knownHere, type ReadSaleDeps, saleShown } from './read-sale.ts';
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
 */

export interface TurnSaleDeps extends ReadSaleDeps {
  readonly store: Pick<HouseStore, 'levers' | 'rules' | 'writeLevers'>;
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
  const objection = wrongIn(deps, found, act);
  if (objection) return objection;
  const { levers, rules } = found;
  const before = levers.turns.find(({ key }) => key === act.key);
  if (before) return before.asked === askedIn(act) ? done(deps, asker, found, levers, now) : keyReused();
  if (levers.version !== act.seen) return moved(levers);
  await publishSale(deps.files, levers);
  const deed = { act: deeds[act.act], on: onSale, note: noteOf(act) };
  await deps.audit.add(deedOf(asker, deed, { id: deps.newId(), now }));
  const next = turned(levers, act, { by: asker.email, role, now, publishedLimit: rules.seatsPerFan });
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
  return { ok: true, sale: await saleShown(deps, asker, { ...found, levers }, now) };
}

/** In which role they turn it; undefined if they may not. */
async function roleOf(
  { findFile }: TurnSaleDeps,
  asker: ActingMember,
  { onSale }: FoundSale,
  act: SaleAct,
  now: number,
): Promise<PersonRole | undefined> {
  const places: readonly ActPlace[] =
    'performances' in act
      ? await Promise.all(
          act.performances.map(async (performance) => ({
            onSale,
            performance,
            show: (await findFile(performance, now))?.show,
          })),
        )
      : [{ onSale }];
  const [first = { onSale }] = places;
  return asker.may('sell-levers', places) ? actingRoleAt(asker, 'sell-levers', first) : undefined;
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
} as const satisfies Record<SaleAct['act'], string>;

function noteOf(act: SaleAct): string {
  const what =
    'performances' in act
      ? act.performances.join(', ')
      : act.act === 'limit'
        ? `${act.seatsPerFan} seats a fan`
        : act.methods.join(', ');
  return `${what}: ${act.reason}`;
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
