import { describe, expect, test } from '@jest/globals';
import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { Joined } from '../../contracts/line-requests.ts';
import { audienceOf, shares } from '../../rehearsal/fans/audience.ts';
import { readProgramme } from '../../rehearsal/fans/programme.ts';
import { Notes } from '../../rehearsal/notes.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import type { Site, SiteAnswer, SiteAsk } from '../../rehearsal/site.ts';
import { runUntilDone } from '../../simulation/stage/run-virtual.ts';
import { Stage } from '../../simulation/stage/stage.ts';
import { siteOf } from '../../simulation/stage/stage-site.ts';
import { VirtualTime } from '../../simulation/stage/virtual-time.ts';
import { plan } from './row-plan.ts';

const fans = 60;
const untilDoors = 20_000;

const onSale = 'friends';
const minute = 60_000;
const memberOf = (fan: number) => ({ member: `M${1000 + fan}`, postcode: `N${fan} 1AA` });

/** One line, one house of one row, on a stage whose time is virtual. */
async function openStage() {
  const time = new VirtualTime(1_800_000_000_000);
  const stage = new Stage({ time, mails: false });
  const { operators } = stage;
  const opensAt = time.now + untilDoors;
  const season: SeasonDraft = {
    id: 'small',
    title: 'A small season',
    venue: 'A row',
    currency: 'GBP',
    timeZone: 'Europe/London',
    onSales: [
      {
        id: onSale,
        title: 'Friends',
        audienceName: 'Friends',
        opensAt,
        closesAt: opensAt + 60 * minute,
        entry: 'members',
        roster: onSale,
        audience: fans,
        seatsPerFan: 4,
        holdMinutes: 8,
        dials: { shopping: 100, perMinute: 1000, paused: false, passMinutes: 15, claimMinutes: 10 },
      },
    ],
    shows: [
      {
        id: 'show',
        title: 'A show',
        byline: '',
        description: '',
        venue: 'A row',
        poster: { ink: '#000000', paper: '#ffffff' },
        performances: [
          {
            id: 'night',
            startsAt: opensAt + 60 * 24 * 60 * minute,
            plan: plan.id,
            prices: { a: 4500 },
            onSales: [onSale],
          },
        ],
      },
    ],
  };
  await operators.publish(season, [plan]);
  const members = Array.from({ length: fans + 1 }, (_, fan) => memberOf(fan));
  await operators.enrol({ roster: onSale, members });
  await operators.openLinesOf(season);
  await operators.openHouses(['night']);
  return { time, stage, opensAt };
}

type Heard = (answer: SiteAnswer) => SiteAnswer;

/** A rehearsal on a small stage that may be made to misbehave: by what it is asked, or by what is heard of its answer. */
async function held(
  misbehave: (site: Site, ask: SiteAsk) => Promise<SiteAnswer> = (site, ask) => site.ask(ask),
  seed = 1,
) {
  const { time, stage, opensAt } = await openStage();
  const site = siteOf(stage);
  const programme = await readProgramme(site, undefined, seed);
  if (typeof programme === 'string') throw new Error(programme);
  const notes = new Notes();
  const answered: { readonly ask: SiteAsk; readonly status: number }[] = [];
  const endsAt = time.now + 900_000;
  const clock = { now: () => time.now, wait: (milliseconds: number) => time.wait(milliseconds) };
  void stage.tending.keepOn(endsAt + 10 * minute);
  await runUntilDone(
    time,
    rehearse({
      audience: { seed, fans, untilDoors },
      terms: { onSale, run: 'rehearse', pace: 20, lateAfter: 70_000, endsAt },
      programme,
      opensAt,
      site: {
        ask: async (ask) => {
          const answer = await misbehave(site, ask);
          answered.push({ ask, status: answer.status });
          return answer;
        },
      },
      clock,
      notes,
      identityOf: ({ number }) => ({ entry: 'members', ...memberOf(number) }),
    }),
  );
  expect(stage.faults).toEqual([]);
  const times = (step: SiteAsk['step'], status: number) =>
    answered.filter((one) => one.ask.step === step && one.status === status).length;
  return { notes, times };
}

/** Another answer to one step, the rest as it is. */
const hearing = (step: SiteAsk['step'], heard: Heard) => async (site: Site, ask: SiteAsk) => {
  const answer = await site.ask(ask);
  return ask.step === step ? heard(answer) : answer;
};

const endings = (notes: Notes) => [...notes.endings].sort(([a], [b]) => a - b);

describe('the driver', () => {
  test('gives every fan an order or an answer, and contradicts nothing on a platform that keeps its word', async () => {
    const { notes, times } = await held();
    expect(notes.endings.size).toBe(fans);
    expect(notes.count('unanswered')).toBe(0);
    expect(notes.contradictions).toEqual([]);
    expect(notes.count('ordered')).toBeGreaterThan(10);
    // Sixty seats are too few for everyone: some are refused every wish.
    expect(notes.count('no-seats')).toBeGreaterThan(0);
    expect(notes.receipts.length).toBe(times('join', 201));
    const early = audienceOf({ seed: 1, fans, untilDoors }).filter(({ arrives }) => arrives < 0).length;
    expect(notes.receipts.filter(({ place }) => place.round === 0).length).toBe(early);
    expect(early / fans).toBeGreaterThan(shares.early - 0.2);
    expect(notes.receipts.every(({ again, receipt, gaveUp }) => gaveUp || again === receipt)).toBe(true);
    expect(times('leave', 204)).toBeGreaterThan(0);
  });

  test('repeats itself for the same seed', async () => {
    const [first, second, other] = [await held(), await held(), await held(undefined, 2)];
    expect(endings(second.notes)).toEqual(endings(first.notes));
    expect(endings(other.notes)).not.toEqual(endings(first.notes));
  });

  test('notices a line that gives the same person another place', async () => {
    let joins = 0;
    const { notes } = await held(
      hearing('join again', (answer) => {
        joins += 1;
        return { ...answer, body: { ...(answer.body as Joined), receipt: `r2.another-${joins}` } };
      }),
    );
    expect(joins).toBeGreaterThan(0);
    expect(notes.contradictions.some(({ rule }) => rule === 'W4')).toBe(true);
  });

  test('notices a position that the published sheet does not give', async () => {
    const { notes } = await held(
      hearing('claim', (answer) => ({ ...answer, body: { ...(answer.body as object), position: 1 } })),
    );
    expect(notes.contradictions.some(({ rule }) => rule === 'W5')).toBe(true);
  });

  test('repeats an act that failed, with the same key, until it is answered', async () => {
    let faults = 0;
    const seen = new Set<string>();
    const { notes } = await held(async (site, ask) => {
      const act = JSON.stringify([ask.step, ask.headers, ask.body]);
      if (ask.method === 'POST' && !seen.has(act)) {
        seen.add(act);
        faults += 1;
        // The worst moment to fail: after the act.
        await site.ask(ask);
        return { status: 503, problem: 'fault', body: {} };
      }
      return site.ask(ask);
    });
    expect(faults).toBeGreaterThan(fans / 2);
    expect(notes.count('unanswered')).toBe(0);
    expect(notes.contradictions).toEqual([]);
    expect(notes.count('ordered')).toBeGreaterThan(10);
  });

  test('lets fans who cannot read the plan take the best available', async () => {
    const { notes } = await held(hearing('plan', () => ({ status: 503, body: undefined })));
    expect(notes.endings.size).toBe(fans);
    expect(notes.count('ordered')).toBeGreaterThan(10);
  });

  test('says who got no answer when the house never decides', async () => {
    const pending = { status: 200, body: { state: 'pending', hold: 'x', performance: 'night' } };
    const { notes } = await held(hearing('hold poll', () => pending));
    expect(notes.count('ordered')).toBe(0);
    expect(notes.count('unanswered')).toBeGreaterThan(10);
  });

  test('calls a refusal that nobody earned a contradiction', async () => {
    const forged = { status: 401, problem: 'receipt-forged', body: {} };
    const { notes } = await held(hearing('claim', () => forged));
    expect(notes.contradictions.some(({ rule }) => rule === 'answers')).toBe(true);
  });
});
