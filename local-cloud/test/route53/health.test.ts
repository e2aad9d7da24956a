import { describe, expect, test } from '@jest/globals';
import { answerTo } from '../../route53/answers.ts';
import {
  afterAnswer,
  answersWell,
  checkers,
  isHealthy,
  type Opinions,
  settledOpinions,
  untilNextQuestion,
} from '../../route53/health.ts';
import type { NameRecord } from '../../route53/records.ts';
import { resolverOf } from '../../route53/resolver.ts';
import { zonesOf } from '../../route53/zones.ts';
import fc from '../same-examples.ts';

const plain = { inverted: false };
const after = (opinions: Opinions, count: number, isWell: boolean, threshold = 1) =>
  Array.from({ length: count }, (_, at) => at).reduce(
    (so, checker) => afterAnswer(so, checker, isWell, threshold),
    opinions,
  );

describe('a health check', () => {
  test('is well while more than 18 % of its checkers say so', () => {
    const failed = (count: number) => isHealthy(after(settledOpinions(true), count, false), plain);
    expect([0, 12, 13, 14, 16].map(failed)).toEqual([true, true, true, false, false]);
  });

  test('is turned round when it is inverted', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: checkers, maxLength: checkers }), (said) => {
        const opinions = said.map((isWell) => ({ isWell, against: 0 }));
        expect(isHealthy(opinions, { inverted: true })).toBe(!isHealthy(opinions, plain));
      }),
    );
  });

  test('changes an opinion after so many answers in a row, and not for fewer', () => {
    const said = (...answers: readonly boolean[]) =>
      answers.reduce((so, isWell) => afterAnswer(so, 3, isWell, 3), settledOpinions(true))[3]?.isWell;
    expect(said(false, false)).toBe(true);
    expect(said(false, false, true, false, false)).toBe(true);
    expect(said(false, false, false)).toBe(false);
    expect(said(false, false, false, true, true)).toBe(false);
  });

  test('takes 2xx and 3xx for well', () => {
    expect([199, 200, 204, 301, 399, 400, 403, 404, 500].map(answersWell)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('each checker asks once in an interval, none with another', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), (now) => {
        const waits = Array.from({ length: checkers }, (_, checker) =>
          untilNextQuestion(checker, { interval: 30 }, now),
        );
        expect(Math.min(...waits)).toBeGreaterThan(0);
        expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
        expect(new Set(waits).size).toBe(checkers);
      }),
    );
  });
});

describe('from the act to the last resolver', () => {
  const check = { inverted: true, interval: 30, threshold: 1 };
  const pair = (targets: readonly string[], failover: 'PRIMARY' | 'SECONDARY'): NameRecord => ({
    ...{ zone: 'Z1', name: 'tickets.example.org', type: 'CNAME', ttl: 60, targets, failover },
    ...(failover === 'PRIMARY' && { healthCheckId: 'switch' }),
  });
  const zones = zonesOf([pair(['site.cloudfront.net'], 'PRIMARY'), pair(['old.example.net'], 'SECONDARY')], new Map());

  /** Seconds, in virtual time, until so many of a thousand resolvers lead elsewhere. */
  async function secondsToFlip(isThere: boolean, actAt: number, share: number): Promise<number> {
    let opinions = settledOpinions(!isThere);
    let now = 0;
    const world = { zones, isHealthy: () => isHealthy(opinions, check), isHere: () => false };
    const resolvers = Array.from({ length: 1000 }, () => resolverOf(async (question) => answerTo(question, world)));
    const nextAt = Array.from({ length: checkers }, (_, checker) => untilNextQuestion(checker, check, 0));
    const ends = async () =>
      Promise.all(
        resolvers.map(async (resolver, at) => {
          // Resolvers began at different moments; each is asked by somebody every second.
          if (now < (at * 60_000) / resolvers.length) return 'asleep';
          const { answers } = await resolver.resolve({ name: 'tickets.example.org', type: 'A' }, now);
          return answers[0]?.value;
        }),
      );
    const wanted = isThere ? 'old.example.net' : 'site.cloudfront.net';
    for (; now < actAt + 300_000; now += 1000) {
      for (const [checker, at] of nextAt.entries()) {
        if (at > now) continue;
        opinions = afterAnswer(opinions, checker, now >= actAt ? isThere : !isThere, check.threshold);
        nextAt[checker] = at + untilNextQuestion(checker, check, at);
      }
      const over = (await ends()).filter((end) => end === wanted).length;
      if (now >= actAt && over >= resolvers.length * share) return (now - actAt) / 1000;
    }
    return Number.POSITIVE_INFINITY;
  }

  test.each([
    ['there', true],
    ['back', false],
  ])('99 of 100 resolvers go %s within 100 s', async (_name, isThere) => {
    for (const actAt of [90_000, 97_000, 111_000])
      expect(await secondsToFlip(isThere, actAt, 0.99)).toBeLessThanOrEqual(100);
  });
});
