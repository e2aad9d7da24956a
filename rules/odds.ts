import type { Odds } from '../contracts/line.ts';
import type { Stock } from '../contracts/stock.ts';

/**
 * The odds: anyone can compute the chance of a ticket and the wait at a place from published files. The seats that are
 * free must last for everybody who is called before. These are the fans who are inside without seats, and the fans
 * ahead. Each called position takes `mean` seats (nothing, if nobody comes or buys). So the number that n of them take
 * is nearly normal. Its spread is that of single parties (n × sd²) and the doubt about the mean itself ((n × err)²).
 *
 *     chance = P(what room + ahead take  ≤  left − party)
 *
 * The pacemaker measures them for the board. From the board a page computes the chance at its fan's place (chance.ts)
 * and the wait (wait.ts). docs/calibration.md measures how often they are right.
 */

/** The pacemaker's knowledge, all of the same few seconds. */
export interface OddsReadings {
  readonly stock: Pick<Stock, 'free' | 'held' | 'sold'>;
  readonly calledUpTo: number;
  /** Called, not claimed yet, slot still kept. */
  readonly outstanding: number;
  /** Passes that are neither over nor given back. */
  readonly inUse: number;
  /** Positions that took a pass whose time is not over, given back or not: `Room.claimed.size`. */
  readonly claimed?: number;
  /** Of those called lately: how many, and how many came. As `Showing` has it. */
  readonly showing?: { readonly called: number; readonly came: number } | undefined;
  /** The line ahead of the last: without it nobody is taken to give up. */
  readonly line?: {
    /** Minutes since the doors. */
    readonly since: number;
    /** How many wait. */
    readonly waiting: number;
    /** Positions called a minute: see `paceOf`. */
    readonly rate: number;
  };
}

/**
 * The belief before anything is measured, which weighs as much as 60 people who were seen: parties of 2.5, who come
 * when called in 92 of 100 cases and then buy 2.2 seats on average; of the seats in baskets one in eight comes back;
 * for 100 who gave their pass back 22 are done and have just closed the page; and half of all have given up after 45
 * minutes. These are the numbers of the rehearsals' audience.
 */
const prior = { weight: 60, party: 2.5, come: 0.92, seats: 2.2, stays: 0.22, comesBack: 0.12, patience: 45 } as const;

/** Some called positions that are waited for are no-shows that have not been given up yet. */
const stillComes = 0.8;

/** The mean square of a party over its mean, in parties of 2.5: 7.7 / 2.5. */
const unevenness = 3.06;

/** People who wait are not quite like those who were called before them: the mean may be off by so much of itself. */
const drift = 0.06;

/** Minutes. Only at the end of windows is it known who came. This knowledge counts half as much every three. */
const seenBefore = 4;

/** The first minutes say little of patience: a difference counts for little until so many for each one gave up. */
const doubt = 0.3;

/** Some wait for ever. */
const fewest = 0.05;

/**
 * Seats a called position takes = share that comes × seats of one who came. Inside without seats are those with
 * a pass, without the holders and without those who are done and have not said so.
 */
export function oddsOf({ stock, calledUpTo, outstanding, inUse, claimed = inUse, showing, line }: OddsReadings): Odds {
  const { weight } = prior;
  const expected = prior.come / (1 + gone(line ? line.since - seenBefore : 0));
  const come = (expected * weight + (showing?.came ?? 0)) / (weight + (showing?.called ?? 0));
  const looking = Math.max(0, inUse - stock.held / prior.party - prior.stays * Math.max(0, claimed - inUse));
  // The share that comes falls as waits grow: over all so far it lies halfway between the first and the last.
  const came = Math.max(0, ((prior.come + come) / 2) * (calledUpTo - outstanding) - looking);
  const bought = stock.sold + stock.held * (1 - prior.comesBack);
  const seats = (prior.seats * weight + bought) / (weight + came);
  const left = Math.round(stock.free + stock.held * prior.comesBack);
  // In people who come.
  const inside = looking + stillComes * outstanding * come;
  const { share, coming, ahead } = line
    ? comingOf(come, left / seats - inside, line)
    : { share: come, coming: 0, ahead: 0 };
  const mean = seats * share;
  const room = (inside + coming) / share - ahead;
  const sd = Math.sqrt(Math.max(0, (mean * unevenness * seats) / prior.seats - mean * mean));
  const err = Math.hypot(sd / Math.sqrt(weight + came), drift * mean);
  return { left, room: Math.max(0, Math.round(room)), mean: short(mean), sd: short(sd), err: short(err) };
}

/**
 * People who wait long give up: of those who waited w minutes 1 / (1 + (w / 45)³) are still there, more or fewer as
 * those called by now came or not. So a position far back takes less than one near the front. The place that counts is
 * the one at which the seats run out, where so many `places` have been taken, or else the end of the line: the share
 * that comes there, and how many come of all ahead of it.
 */
function comingOf(
  seen: number,
  places: number,
  { since, waiting, rate }: NonNullable<OddsReadings['line']>,
): { readonly share: number; readonly coming: number; readonly ahead: number } {
  const seenAt = gone(since - seenBefore);
  const haste = Math.max(0, prior.come / seen - 1 + doubt) / (seenAt + doubt);
  const comeAt = (ahead: number) =>
    rate > 0 ? Math.max(fewest, (seen * (1 + haste * seenAt)) / (1 + haste * gone(since + ahead / rate))) : seen;
  const step = Math.max(1, waiting / 200);
  let coming = 0;
  let ahead = 0;
  while (ahead < waiting && coming < places) {
    coming += comeAt(ahead + step / 2) * step;
    ahead += step;
  }
  // Before that place more come than there, behind it fewer: a slope between the two serves both sides.
  const share = ahead > 0 ? (comeAt(ahead) + coming / ahead) / 2 : comeAt(0);
  return { share, coming, ahead };
}

/** Of those who waited so many minutes: how many gave up for each who is still there. */
function gone(minutes: number): number {
  return (Math.max(0, minutes) / prior.patience) ** 3;
}

/**
 * How many positions are called a minute. In the first minute the room fills, then nobody is called until the first
 * are done: the calls of the last minutes say nothing of the next. How many are inside says it, and how long a slot is
 * taken: seven and a half minutes, until it is measured by how many slots were taken and are free again.
 */
export function paceOf({
  calledUpTo,
  outstanding,
  inUse,
  since,
  lately,
}: Pick<OddsReadings, 'calledUpTo' | 'outstanding' | 'inUse'> & {
  /** Minutes since the doors. */
  readonly since: number;
  /** Positions called a minute, over the last two. */
  readonly lately: number;
}): number {
  const inside = inUse + outstanding;
  const steady = (calledUpTo - inside + (inside * believed) / slotMinutes) / (Math.max(0, since - quickest) + believed);
  // The calls of the last minutes say more once the room has been filled anew.
  const measured = Math.min(1, Math.max(0, (since - slotMinutes) / slotMinutes)) * 0.8;
  return Math.round(Math.max(0, steady * (1 - measured) + lately * measured) * 10) / 10;
}

const slotMinutes = 7.5;
/** Hardly anybody is done sooner. */
const quickest = 3;
/** Minutes that the belief weighs. */
const believed = 5;

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
