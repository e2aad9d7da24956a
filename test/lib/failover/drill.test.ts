import { describe, expect, test } from '@jest/globals';
import { type DrillDoors, drill, drillGoalMs, drillVerdict, type Way } from '../../../lib/failover/drill.ts';
import {
  afterAnswer,
  checkers,
  isHealthy,
  settledOpinions,
  untilNextQuestion,
} from '../../../local-cloud/route53/health.ts';

const fallback = 'old.example.net';
const check = { inverted: true, interval: 30, threshold: 1 };

/** A name and its checkers, as Route 53 has them, in virtual time. */
function aName({ ttl = 60, silentFor = 0, stuck = false } = {}) {
  let now = 5_000;
  let isOn = false;
  let opinions = settledOpinions(false);
  let drawn = 0;
  const nextAt = Array.from({ length: checkers }, (_, checker) => now + untilNextQuestion(checker, check, now));
  const turns: boolean[] = [];
  const said: string[] = [];
  const doors: DrillDoors = {
    ask: async () => {
      if (turns.length > 0 && now < 5_000 + silentFor) return [];
      return [{ target: isHealthy(opinions, check) ? 'd1.cloudfront.net' : fallback, ttl }];
    },
    turn: async (on) => {
      turns.push(on);
      if (!stuck) isOn = on;
    },
    now: () => now,
    wait: async (ms) => {
      now += ms;
      for (const [checker, at] of nextAt.entries()) {
        if (at > now) continue;
        opinions = afterAnswer(opinions, checker, isOn, check.threshold);
        nextAt[checker] = at + untilNextQuestion(checker, check, at);
      }
    },
    // Evenly, in an order of no meaning.
    random: () => (++drawn * 0.618034) % 1,
    say: (line) => void said.push(line),
  };
  return { doors, turns, said, isOn: () => isOn };
}

const waysOf = async (doors: DrillDoors): Promise<readonly Way[]> => {
  const outcome = await drill(fallback, doors);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.ways;
};

describe('a drill', () => {
  test('turns the twin there and back, and measures when resolvers follow', async () => {
    const { doors, turns, said, isOn } = aName();
    const [there, back] = (await waysOf(doors)) as [Way, Way];
    expect(turns).toEqual([true, false, false]);
    expect(isOn()).toBe(false);
    // Three of sixteen checkers are enough to notice the object, and thirteen must have missed it on the way back.
    expect(there.firstMs).toBeLessThan(10_000);
    expect(back.firstMs).toBeGreaterThan(20_000);
    for (const way of [there, back]) {
      expect(way.lastMs - way.firstMs).toBeLessThanOrEqual(62_000);
      expect(way.p99Ms).toBeLessThanOrEqual(drillGoalMs);
      expect(way.medianMs).toBeGreaterThan(way.firstMs);
    }
    expect(said.map((line) => line.split(' ')[0])).toEqual(['there', 'back']);
    expect(drillVerdict([there, back])).toMatchObject({ good: true });
  });

  test('is too slow where answers are kept too long', async () => {
    const { good, says } = drillVerdict(await waysOf(aName({ ttl: 120 }).doors));
    expect(good).toBe(false);
    expect(says).toMatch(/within 1[2-5]\d s, there and back; the goal is 100 s/);
  });

  test('goes on while name servers are silent', async () => {
    const [there] = await waysOf(aName({ silentFor: 40_000 }).doors);
    expect(there?.firstMs).toBeGreaterThanOrEqual(40_000);
  });

  test('a twin that never follows ends it, and is not left turned', async () => {
    const { doors, turns } = aName({ stuck: true });
    expect(await drill(fallback, doors)).toEqual({
      ok: false,
      why: '500 of 500 resolvers did not follow within 300 s on the way there.',
    });
    expect(turns.at(-1)).toBe(false);
  });

  test('a fault in the middle leaves it not turned', async () => {
    const { doors, isOn } = aName();
    let asked = 0;
    const broken = { ...doors, ask: () => (++asked > 5 ? Promise.reject(new Error('no network')) : doors.ask()) };
    await expect(drill(fallback, broken)).rejects.toThrow('no network');
    expect(isOn()).toBe(false);
  });

  test('begins only with a twin that is there, and not turned', async () => {
    const { doors, turns } = aName();
    expect(await drill(fallback, { ...doors, ask: async () => [] })).toMatchObject({ ok: false });
    const turned = { ...doors, ask: async () => [{ target: fallback, ttl: 60 }] };
    expect(await drill(fallback, turned)).toEqual({ ok: false, why: expect.stringContaining('broken off') });
    // Nobody else would turn it back.
    expect(turns).toEqual([false]);
  });

  test('an answer that was waited for is as late as it came, and one that is missed is asked for again', async () => {
    const { doors } = aName();
    let asked = 0;
    const slow = {
      ...doors,
      ask: async () => {
        await doors.wait(4_000);
        return ++asked === 2 ? [] : doors.ask();
      },
    };
    const [there] = (await waysOf(slow)) as [Way, Way];
    expect(there.firstMs % 5_000).toBe(0);
  });
});
