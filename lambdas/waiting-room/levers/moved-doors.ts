import type { LedgerLine } from '../../../contracts/ledger.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { lobbyBeacon } from '../../../rules/roll.ts';
import type { LineRecord, Pull } from '../line/line-store.ts';
import { tiersOf } from '../line/tiers.ts';

/*
 * Doors that open later or sooner than was promised. The first doors alone can be moved, and only while they are closed;
 * those of later groups open as promised. The lobby behind them is then decided by another beacon: the one that the rule
 * names for the new time. Both beacons are still unknown when the ledger says so, the old one and the new. So whoever
 * moves the doors cannot know which draw they choose (docs/fairness.md).
 *
 *     promised beacon      ├── 9 s ──┤
 *     now ─────────────── doors     out
 *      └ ledger: doors moved ─────────────── new doors ── 9 s ── out
 */

/** The ledger is public within two seconds, and every page has its head seconds later: all of it before the doors. */
export const soonestMs = 10_000;

export interface MovedDoors {
  readonly facts: NonNullable<Pull['facts']>;
  readonly detail: LedgerLine['detail'];
}

export function movedDoors(
  { facts, progress }: Pick<LineRecord, 'facts' | 'progress'>,
  wanted: number | 'now',
  now: number,
): { readonly ok: true; readonly doors: MovedDoors | undefined } | Refusal {
  const [tier, next] = tiersOf(facts);
  if (progress.lobbies > 0 || now >= tier.opensAt)
    return refuse('lever-not-now', 'The doors are open. Pause the line to stop calling people in.');
  const opensAt = wanted === 'now' ? Math.min(tier.opensAt, now + soonestMs) : wanted;
  if (opensAt === tier.opensAt) return { ok: true, doors: undefined };
  if (opensAt < now + soonestMs) return wrong('must be at least ten seconds from now');
  if (next && opensAt >= next.opensAt) return wrong('must be before the doors of the next group');
  if (opensAt >= facts.closesAt) return wrong('must be before the end of the on-sale');

  const { beacon, audience, tiers } = facts;
  const decides = beacon && lobbyBeacon(beacon, opensAt, audience);
  const first = { ...tier, opensAt, ...(decides !== undefined && { beacon: decides }) };
  return {
    ok: true,
    doors: {
      facts: {
        opensAt,
        ...(tiers && { tiers: [first, ...tiers.slice(1)] }),
        ...(beacon && decides !== undefined && { beacon: { ...beacon, lobby: decides } }),
        promised: {
          ...{ opensAt: facts.opensAt, closesAt: facts.closesAt },
          ...(tiers && { tiers }),
          ...(beacon && { lobby: beacon.lobby }),
          ...facts.promised,
        },
      },
      detail: {
        ...{ opensAt, insteadOf: tier.opensAt },
        ...(decides !== undefined && { decides }),
      },
    },
  };
}

function wrong(message: string): Refusal {
  return refuse('bad-request', 'Choose another time for the doors.', { errors: [{ field: 'body.opensAt', message }] });
}
