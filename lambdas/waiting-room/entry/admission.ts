import { type EntryKind, type Place, tierStride } from '../../../contracts/line.ts';
import type { JoinRequest } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { sameText } from '../../foundation/signing.ts';
import { type LineKeys, mailboxIdentity, memberIdentity, visitorIdentity } from '../line/line-keys.ts';
import type { LineRecord, TierFacts } from '../line/line-store.ts';
import { tiersOf } from '../line/tiers.ts';
import type { FanRecord, FanStore, MemberNumber } from '../place/fan-store.ts';
import { type ComingDevice, comingDevice } from './coming-device.ts';
import { openLink } from './invite-link.ts';
import {
  countersOf,
  dayCount,
  isGuessedAt,
  limitsHere,
  memberUnknown,
  restsUntil,
  tooManyTries,
} from './postcode-tries.ts';
import { workRefusal } from './proof-of-work.ts';
import type { Traits } from './suspicion.ts';

/**
 * Decides who may come in, as which fan, and in which window. A member belongs to the earliest tier whose roster knows
 * their number and postcode, and is one fan however many rosters they are in. A fan who shows an address or a proof of
 * work belongs to the first tier that is entered so. One person with a card, an address and a phone is three fans where
 * a line has all three entries: it cannot know better. Guessing is stopped in postcode-tries.ts.
 */
export interface AdmissionDeps {
  readonly fans: Pick<FanStore, 'look' | 'countTry'>;
  readonly keys: Pick<
    LineKeys,
    'fanKey' | 'memberKey' | 'addressKey' | 'deviceKey' | 'postcodeSeal' | 'linkSeal' | 'work'
  >;
}

export interface Admitted {
  readonly ok: true;
  /** Names the fan within the on-sale. */
  readonly fan: string;
  /** The number of their tier, from 0. */
  readonly tier: number;
  /** If they have a place already. */
  readonly standing?: FanRecord;
  /** Where they join from. */
  readonly device: ComingDevice;
}

/** How a request to join looks, besides what it says. */
export interface Comer {
  readonly traits?: Traits | undefined;
  /** The place of a genuine receipt of this line. */
  readonly shown?: Place | undefined;
}

export async function admit(
  deps: AdmissionDeps,
  { facts }: Pick<LineRecord, 'facts'>,
  request: JoinRequest,
  now: number,
  comer: Comer = {},
): Promise<Admitted | Refusal> {
  const { onSale } = facts;
  const { fans, keys } = deps;
  const tiers = tiersOf(facts);
  const tier = tiers.findIndex(({ entry }) => entry === request.entry);
  if (tier < 0) return wrongEntry(tiers);
  if (request.entry === 'members') return admitMember(deps, onSale, tiers, request, now, comer);

  let identity: string;
  if (request.entry === 'open') {
    const refusal = workRefusal(keys.work, { onSale, visitor: request.visitor }, request.work, now);
    if (refusal) return refusal;
    identity = visitorIdentity(request.visitor);
  } else {
    const link = openLink(keys, request.link, onSale, now);
    if (!link.ok) return link;
    identity = mailboxIdentity(link.mailbox);
  }
  const fan = keys.fanKey(onSale, identity);
  const { fan: standing } = await fans.look(onSale, fan);
  const device = comingDevice(keys, { onSale, fan }, { request, standing, ...shownBy(comer) });
  return { ok: true, fan, tier, device, ...(standing && { standing }) };
}

async function admitMember(
  { fans, keys }: AdmissionDeps,
  onSale: string,
  tiers: readonly TierFacts[],
  request: Extract<JoinRequest, { entry: 'members' }>,
  now: number,
  comer: Comer,
): Promise<Admitted | Refusal> {
  const { member: number, postcode } = request;
  const rosters = [...new Set(tiers.flatMap(({ entry, roster }) => (entry === 'members' && roster ? [roster] : [])))];
  const asked = rosters.map((roster) => ({ roster, member: keys.memberKey(roster, number) }));
  const fan = keys.fanKey(onSale, memberIdentity(rosters, number));
  // Wrong postcodes are counted where the first roster keeps this number, or would keep it.
  const [counted] = asked;
  if (!counted) throw new Error(`${onSale} has a tier for members and no roster`);
  const { fan: standing, members } = await fans.look(onSale, fan, asked);
  const device = comingDevice(keys, { onSale, fan }, { request, standing, ...shownBy(comer) });
  // A device that holds the place is that fan's, whatever others guessed and whatever it typed.
  if (standing && device.proved) return { ok: true, fan, tier: tierOf(standing), device, standing };
  const known = asked.findIndex(({ member }, at) =>
    sameText(keys.postcodeSeal(member, postcode), members[at]?.postcode ?? ''),
  );
  // A number that nobody guessed at was not guessed at from here: most joins read no counters.
  if (known < 0 || isGuessedAt(members[0], now)) {
    const [here, from] = countersOf(counted, keys.addressKey(counted.roster, comer.traits?.address ?? unknownAddress));
    const counts = await fans.look(onSale, fan, [here, from]);
    const before = { number: members[0], here: counts.members[0], address: counts.members[1] };
    const rests = restsUntil(before, now);
    if (rests !== undefined) return tooManyTries(rests, now);
    if (known < 0) return wrongPostcode(fans, { counted, here, from }, limitsHere(before, now));
  }
  const tier = tiers.findIndex(({ roster }) => roster === rosters[known]);
  return { ok: true, fan, tier, device, ...(standing && { standing }) };
}

/** Counted with the number first: what is counted at an address is looked for only if the number has a count. */
async function wrongPostcode(
  fans: AdmissionDeps['fans'],
  { counted, here, from }: Readonly<Record<'counted' | 'here' | 'from', MemberNumber>>,
  limit: ReturnType<typeof limitsHere>,
): Promise<Refusal> {
  await fans.countTry(counted, dayCount(limit.now));
  // Of many at once some find their count full, and learn nothing.
  const [tried] = await Promise.all([fans.countTry(here, limit), fans.countTry(from, dayCount(limit.now))]);
  return tried.ok ? memberUnknown() : tooManyTries(limit.endsAt, limit.now);
}

/** Those of whom it is not known count as one. */
const unknownAddress = 'unknown';

const shownBy = ({ traits, shown }: Comer) => ({ traits, shown });

/** The tier whose stretch of rounds the place is in. */
function tierOf({ pin }: FanRecord): number {
  return Math.floor(pin.round / tierStride);
}

const howToEnter: Readonly<Record<EntryKind, string>> = {
  members: 'with a member number and its postcode',
  email: 'with the link that is sent to your e-mail address',
  open: 'without a member number, with a proof of work',
};

function wrongEntry(tiers: readonly TierFacts[]): Refusal {
  const entries = [...new Set(tiers.map(({ entry }) => entry))];
  return refuse('entry-wrong', `This on-sale is entered ${entries.map((entry) => howToEnter[entry]).join(', or ')}.`, {
    errors: [{ field: 'body.entry', message: `must be ${entries.join(' or ')} here` }],
  });
}
