import type { Joined, JoinRequest, Place } from '../../contracts/line.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { sameText } from '../foundation/signing.ts';
import type { Fan, FanStore } from './fan-store.ts';
import { identityOf, type LineKeys } from './line-keys.ts';
import type { Line } from './line-store.ts';
import { receiptOf } from './receipt.ts';
import type { RememberedLines } from './remembered-lines.ts';
import type { RoundStore } from './round-store.ts';

/**
 * A join gives one fan one place, however often they ask. It adds one to a tally shard of the open round,
 * on condition that the shard is not closed, then puts the place if the fan has none:
 *
 *     look (1 read unit, half for visitors) ─▶ count (1 write unit) ─▶ place (1 write unit)
 *
 * If it dies between the two writes, the retry counts again: one position stays unheld, which holds nobody
 * up, since its slot is free when its claim window ends. If the shard is closed, the round moved on, and the
 * join goes to the round that the line says now.
 */
export interface JoinDeps {
  readonly lines: RememberedLines;
  readonly rounds: Pick<RoundStore, 'count'>;
  readonly fans: Pick<FanStore, 'look' | 'place' | 'rejoin'>;
  readonly keys: Pick<LineKeys, 'fanKey' | 'memberKey' | 'postcodeSeal' | 'receipts'>;
  /** From 0 up to, not including, 1: spreads joins over the shards and decides nothing else. */
  readonly random: () => number;
}

export interface JoinInput {
  readonly onSale: string;
  readonly request: JoinRequest;
}

/** `isNew` unless the fan had the place already. */
export type JoinOutcome = { readonly ok: true; readonly joined: Joined; readonly isNew: boolean };

/** A round is open for 3 s and finding the next takes milliseconds: missing so many in a row is a fault. */
const mostRounds = 10;

export async function joinLine(
  deps: JoinDeps,
  { onSale, request }: JoinInput,
  now: number,
): Promise<JoinOutcome | Refusal> {
  const line = await deps.lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const { entry, roster, closesAt } = line.facts;
  if (request.entry !== entry) return refuse('entry-wrong', howToEnter(entry), { errors: [entryField(entry)] });

  const fan = deps.keys.fanKey(onSale, identityOf(request, roster));
  const found = await lookUp(deps, onSale, fan, request, roster);
  if (!found) {
    // The same words for an unknown number and a wrong postcode: nobody learns which numbers exist.
    return refuse('member-unknown', 'Check the number and the postcode on your membership card, then try again.');
  }
  if (found.fan) return { ok: true, joined: await stand(deps, found.fan), isNew: false };
  if (now >= closesAt) return refuse('line-closed', 'This on-sale has ended. See the season page for what is on sale.');

  const place = await takeIndex(deps, line, fan, now);
  const put = await deps.fans.place(place);
  if (!put.ok) return { ok: true, joined: await stand(deps, put.fan), isNew: false };
  return { ok: true, joined: { receipt: receiptOf(deps.keys.receipts, place), place }, isNew: true };
}

/** The fan's record, if there is one; undefined altogether if the roster does not know this member. */
async function lookUp(
  { fans, keys }: JoinDeps,
  onSale: string,
  fan: string,
  request: JoinRequest,
  roster = '',
): Promise<{ readonly fan?: Fan } | undefined> {
  if (request.entry === 'open') return await fans.look(onSale, fan);
  const member = keys.memberKey(roster, request.member);
  const found = await fans.look(onSale, fan, { roster, member });
  const isMember = sameText(keys.postcodeSeal(member, request.postcode), found.postcode ?? '');
  return isMember ? found : undefined;
}

/** Counts the fan in the open round. */
async function takeIndex({ lines, rounds, random }: JoinDeps, seen: Line, fan: string, now: number): Promise<Place> {
  const { onSale } = seen.facts;
  let line: Line | undefined = seen;
  for (let attempt = 0; line && attempt < mostRounds; attempt += 1) {
    const { round, shards } = line.progress.open;
    const shard = Math.min(shards - 1, Math.floor(random() * shards));
    const index = await rounds.count(onSale, round, shard);
    if (index !== 'closed') return { v: 1, onSale, fan, round, shard, index, joinedAt: now };
    line = await lines.read(onSale, now);
  }
  throw new Error(`No open round of ${onSale} was found in ${mostRounds} attempts`);
}

/** The receipt of a place the fan has; if they had given it up, it is theirs again. */
async function stand({ fans, keys }: JoinDeps, { place, leftAt }: Fan): Promise<Joined> {
  if (leftAt !== undefined) await fans.rejoin(place.onSale, place.fan);
  return { receipt: receiptOf(keys.receipts, place), place };
}

function howToEnter(entry: 'members' | 'open'): string {
  return entry === 'members'
    ? 'This on-sale is for members: send your member number and postcode.'
    : 'This on-sale is open to all: join it without a member number.';
}

function entryField(entry: 'members' | 'open') {
  return { field: 'body.entry', message: `must be ${entry} here` };
}
