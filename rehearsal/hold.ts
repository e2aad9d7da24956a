import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { audit, findingLine } from './audit/audit.ts';
import { readDials, readEvidence } from './audit/audit-read.gateway.ts';
import type { Witness } from './audit/evidence.ts';
import type { AuditFinding } from './audit/finding.ts';
import { pollingOf } from './audit/polls.ts';
import { type FoundCloud, operate, readCdnCounts, siteOf } from './cloud.gateway.ts';
import { identities } from './fans/identity.ts';
import { membersOf } from './fans/members.gateway.ts';
import { type Programme, readProgramme } from './fans/programme.ts';
import type { RehearsalTerms } from './fans/visit.ts';
import { Measures } from './measures.ts';
import { Notes } from './notes.ts';
import type { RehearsalOptions } from './options.ts';
import { openProgress } from './progress.ts';
import { rehearse } from './rehearse.ts';
import { reportLines, standingOf } from './report.ts';
import { type ByName, openSite } from './site.gateway.ts';
import type { Clock, Site, SiteAnswer, SiteAsk } from './site.ts';

/* A whole on-sale with simulated fans over real HTTP, and an audit of every invariant. */

const clock: Clock = { now: Date.now, wait: (milliseconds) => wait(milliseconds) };

/** A running cloud whose doors open later than this is not waited for. */
const longestWait = 10 * 60_000;

/** Milliseconds after its window that a late claim comes: the slot's end, the grace, and some. */
const beyondWindow = 25_000;

/** Late fans come after this at the latest, whether that is late by the dial or not. */
const latest = 100_000;

/** Held, and how it ended: `status` 0 without a breach, 1 with one. Or why it could not be held. */
export type HeldRehearsal =
  | {
      readonly ok: true;
      readonly status: 0 | 1;
      readonly onSale: string;
      /** Names of the invariants that were breached. */
      readonly breaches: readonly string[];
      readonly findings: readonly AuditFinding[];
    }
  | { readonly ok: false; readonly problem: string };

const notHeld = (problem: string): HeldRehearsal => ({ ok: false, problem });

/** A rehearsal under way, for whoever does something beside its fans. */
export interface HeldMorning {
  readonly onSale: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly endsAt: number;
  readonly site: Site;
  readonly clock: Clock;
  /** Every fan has gone home. */
  readonly isOver: () => boolean;
  /** Between these moments, in milliseconds since the epoch, a fault may stop the line. */
  readonly expectOutage: (from: number, until: number) => void;
}

/** Something that goes on beside the fans. */
export interface BesideFans {
  readonly bankIsSlow: () => boolean;
  /** What becomes of a good card just now. @default approved */
  readonly cardNow?: NonNullable<RehearsalTerms['cardNow']>;
  /** Fans ask for the site by its name; by its address here if left out. */
  readonly byName?: ByName | undefined;
  /** Fans ask again for as long as it takes, however often they meet a fault. @default false */
  readonly fansInsist?: boolean;
  /** Hears of each answer that a fan got. */
  readonly hear?: (ask: SiteAsk, answer: SiteAnswer) => void;
  /** Resolves when it has nothing more to do. */
  readonly go: (morning: HeldMorning) => Promise<void>;
}

/** Sends the fans of one rehearsal to a cloud that runs, says how it goes, and audits what they leave behind. */
export async function hold(
  options: RehearsalOptions,
  cloud: FoundCloud,
  company?: BesideFans,
  say: (line: string) => void = options.json ? console.error : console.log,
): Promise<HeldRehearsal> {
  const { fans, seed, pace, claimMinutes, world } = options;
  const measures = new Measures();
  const notes = new Notes();
  const site = openSite(
    siteOf(cloud),
    (ask, answer, took) => {
      measures.add(ask, answer, took);
      notes.paths.add(ask.path);
      company?.hear?.(ask, answer);
    },
    () => performance.now(),
    company?.byName,
  );
  const programme = await readProgramme(site, options.onSale, seed);
  if (typeof programme === 'string') return notHeld(programme);
  const { id: onSale, opensAt, closesAt } = programme.onSale;
  const untilDoors = opensAt - clock.now();
  if (closesAt <= clock.now()) return notHeld(`The on-sale ${onSale} is over.`);
  if (untilDoors > longestWait) {
    return notHeld(
      `The doors of ${onSale} open in ${Math.round(untilDoors / 60_000)} minutes: come back then, or stop the cloud and let the rehearsal start one.`,
    );
  }
  if (claimMinutes !== undefined) {
    await operate(cloud, 'TurnDialsFunction', { onSale, dials: { claimMinutes } });
    say(`turned the dial claimMinutes of ${onSale} to ${claimMinutes}`);
  }
  const dials = await readDials(cloud, onSale);
  const run = randomBytes(4).toString('hex');
  const identityOf = identities(programme.onSale, await membersOf(world, onSale), { seed, run, fans });
  if (typeof identityOf === 'string') return notHeld(identityOf);
  for (let fan = 0; fan < fans; fan += 1) {
    const identity = identityOf(fan);
    if (identity.entry === 'members') notes.personal.add(identity.member);
  }
  say(opening(programme, fans, untilDoors, siteOf(cloud)));

  const started = clock.now();
  const before = readCdnCounts(cloud);
  const progress = openProgress(fans, clock.now);
  const ticking = setInterval(() => progress.show(standingOf(notes, measures)), 500).unref();
  const endsAt = Math.max(opensAt, started) + options.atMost;
  let isOver = false;
  const besides = company?.go({
    ...{ onSale, opensAt, endsAt, site, clock },
    isOver: () => isOver,
    expectOutage: (from, until) => notes.outages.push({ from, until }),
  });
  // Until it is waited for below, a failure of it is nobody's.
  besides?.catch(() => undefined);
  await rehearse({
    audience: { seed, fans, untilDoors },
    terms: {
      onSale,
      run,
      pace,
      lateAfter: Math.min(latest, dials.claimMinutes * 60_000 + beyondWindow),
      endsAt,
      ...(company && { bankIsSlow: company.bankIsSlow, insists: company.fansInsist === true }),
      ...(company?.cardNow && { cardNow: company.cardNow }),
    },
    programme,
    opensAt: Math.max(opensAt, started),
    site,
    clock,
    notes,
    identityOf: ({ number }) => identityOf(number),
  });
  isOver = true;
  await besides;
  clearInterval(ticking);
  progress.show(standingOf(notes, measures));
  progress.stop();
  site.close();

  const seconds = (clock.now() - started) / 1000;
  // The CDN's counts are a second old at most.
  await clock.wait(1100);
  const after = readCdnCounts(cloud);
  const cdn = before &&
    after && {
      requests: after.requests - before.requests,
      originReads: after.originReads - before.originReads,
      seconds,
    };
  const witness: Witness = { onSale, fans, notes, measures: measures.byStep(), ...(cdn && { cdn }) };
  for (const line of reportLines(witness, seconds)) say(line);
  say('\naudit');
  const findings = audit(await readEvidence(cloud, clock.wait, clock.now), witness);
  for (const finding of findings) say(findingLine(finding));
  const ok = findings.every((finding) => finding.ok);
  if (options.json) console.log(JSON.stringify(resultOf(witness, seconds, findings, ok), null, 2));
  const breaches = findings.filter((finding) => !finding.ok).map(({ rule }) => rule);
  return { ok: true, status: ok ? 0 : 1, onSale, breaches, findings };
}

function opening({ onSale, performances }: Programme, fans: number, untilDoors: number, site: string): string {
  const doors = untilDoors > 0 ? `doors open in ${Math.round(untilDoors / 1000)} s` : 'the doors are open';
  return `${fans.toLocaleString('en')} fans come to ${site} for “${onSale.title}”, ${performances.length} performances; ${doors}`;
}

function resultOf(witness: Witness, seconds: number, findings: readonly unknown[], ok: boolean) {
  const { onSale, fans, notes, measures } = witness;
  const endings = Object.groupBy(notes.endings.values(), ({ how }) => how);
  return {
    ok,
    onSale,
    fans,
    seconds,
    endings: Object.fromEntries(Object.entries(endings).map(([how, all]) => [how, all.length])),
    steps: measures,
    polling: pollingOf(notes.watches),
    cdn: witness.cdn,
    tried: Object.fromEntries(notes.tried),
    findings,
  };
}
