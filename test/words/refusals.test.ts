import { describe, expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';
import {
  busyAddressProblem,
  busyProblem,
  faultProblem,
  type Problem,
  type RefusalCode,
  refusals,
} from '../../contracts/refusals.ts';
import { lineRoutes } from '../../contracts/routes/line-routes.ts';
import { orderRoutes } from '../../contracts/routes/order-routes.ts';
import type { RouteShape } from '../../contracts/routes/route-shape.ts';
import { seatRoutes } from '../../contracts/routes/seat-routes.ts';
import type { Said } from '../../words/en/refusals.ts';
import { wordsIn } from './said.ts';

/** Met by programs and staff alone. A page always sends a key of its own, and gets its requests right. */
const forPrograms: readonly RefusalCode[] = [
  'body-too-large',
  'not-json',
  'not-found',
  'method-not-allowed',
  'not-for-other-sites',
  'not-through-the-edge',
  'idempotency-key-missing',
  'webhook-forged',
  'sign-in-missing',
  'sign-in-over',
  'sign-in-busy',
  'sign-in-elsewhere',
  'staff-unknown',
  'not-allowed',
  'turned-meanwhile',
  'lever-not-now',
  'second-person-needed',
  'lines-not-paused',
  'fan-unknown',
  'owner-by-settings',
  'sale-lever-moved',
  'run-up-moved',
  'readings-elsewhere',
  'freeze-begun',
  'not-frozen',
  'pairing-code-wrong',
  'pairing-code-used',
  'door-right-wrong',
  'door-right-elsewhere',
  'door-right-over',
  'door-right-ended',
  'door-device-unknown',
  'fan-unknown',
  'help-not-now',
];

const { 'ordering/payment/hear-stripe': _, ...ordering } = orderRoutes;
const fanRoutes: readonly RouteShape[] = [lineRoutes, seatRoutes, ordering].flatMap((routes) => Object.values(routes));

const codeOf = ({ type }: Problem) => type.replace('/problems/', '');

/** The problems that a fan's page can meet: refusals, a fault of ours, the CDN's, and the firewall's. */
const met = [
  ...(Object.keys(refusals) as RefusalCode[]).filter((code) => !forPrograms.includes(code)),
  ...[faultProblem, busyProblem, busyAddressProblem].map(codeOf),
];

async function saidIn(language: string): Promise<Readonly<Record<string, Said | undefined>>> {
  const { refusals: topic } = (await wordsIn(language as (typeof languages)[number])) as unknown as {
    readonly refusals: { readonly refusalWords: Readonly<Record<string, Said>> };
  };
  return topic.refusalWords;
}

test('what a fan’s request is refused for is not left to programs', () => {
  const refused = new Set(fanRoutes.flatMap(({ refusals: codes }) => [...codes]));
  expect(forPrograms.filter((code) => code !== 'idempotency-key-missing' && refused.has(code))).toEqual([]);
});

describe.each(languages.filter((language) => language !== 'en'))('in %s', (language) => {
  test('every problem that a page can meet has its words', async () => {
    const said = await saidIn(language);
    expect(met.filter((code) => !said[code]?.title || !said[code]?.detail)).toEqual([]);
  });
});

describe('in English', () => {
  test('what the platform says to programs is said anew to fans', async () => {
    const said = await saidIn('en');
    for (const code of ['receipt-not-in-roll', ...[faultProblem, busyProblem, busyAddressProblem].map(codeOf)])
      expect(said[code]?.detail).toBeTruthy();
    expect(JSON.stringify(said)).not.toMatch(/idempotency|header|payload/i);
  });
});
