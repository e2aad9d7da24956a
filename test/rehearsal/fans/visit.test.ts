import { expect, test } from '@jest/globals';
import { askUntilAnswered } from '../../../rehearsal/fans/visit.ts';
import { type SiteAnswer, type SiteAsk, toApi } from '../../../rehearsal/site.ts';

const ask: SiteAsk = { step: 'claim', ...toApi('POST lines/{onSale}/claim', { onSale: 'friends' }) };
const busy: SiteAnswer = { status: 503, body: undefined, problem: 'busy', retryAfterMs: 1000 };
const broken: SiteAnswer = { status: 500, body: undefined };
const good: SiteAnswer = { status: 201, body: {} };

/** A fan whom the platform answers so, try by try; the last answer stays. */
async function asking(answers: readonly SiteAnswer[], endsAt = Number.POSITIVE_INFINITY, insists = false) {
  const pauses: number[] = [];
  let now = 0;
  let tries = 0;
  const answer = await askUntilAnswered(
    {
      site: { ask: async () => answers[Math.min(tries++, answers.length - 1)] as SiteAnswer },
      clock: {
        now: () => now,
        wait: async (ms) => {
          pauses.push(ms);
          now += ms;
        },
      },
      chance: { next: () => 0.5 } as never,
      rehearsal: { endsAt, insists } as never,
    },
    ask,
  );
  return { answer, tries, pauses };
}

test('a fan whom a busy platform does not answer asks for as long as it takes', async () => {
  const { answer, tries, pauses } = await asking([...Array.from({ length: 30 }, () => busy), good]);
  expect(answer).toBe(good);
  expect(tries).toBe(31);
  expect(pauses.slice(0, 5)).toEqual([1300, 1600, 2200, 3000, 3000]);
});

test('until everyone goes home', async () => {
  expect(await asking([busy], 10_000)).toMatchObject({ answer: busy, tries: 6 });
});

test('a fault is asked again four times, and a refusal never', async () => {
  expect(await asking([broken])).toMatchObject({ answer: broken, tries: 5 });
  expect(await asking([{ status: 0, body: undefined }])).toMatchObject({ tries: 5 });
  expect(await asking([broken, good])).toMatchObject({ answer: good, tries: 2 });
  expect(await asking([{ status: 409, body: {}, problem: 'late-next' }])).toMatchObject({ tries: 1 });
});

test('a fan who insists asks after every fault, until everyone goes home', async () => {
  const faults = Array.from({ length: 30 }, () => broken);
  expect(await asking([...faults, good], undefined, true)).toMatchObject({ answer: good, tries: 31 });
  expect(await asking([broken], 10_000, true)).toMatchObject({ answer: broken });
});
