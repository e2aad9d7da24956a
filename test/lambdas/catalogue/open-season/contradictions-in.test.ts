import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { type SeasonOnSale, seasonOnSale } from './season-on-sale.ts';

/* The comparison finds what does not agree, wherever it is planted. */

let open: SeasonOnSale;
let files: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  open = await seasonOnSale();
  files = new Map(open.stage.platform.files);
});

beforeEach(() => {
  const { files: now } = open.stage.platform;
  now.clear();
  for (const [path, file] of files) now.set(path, structuredClone(file));
});

type Json = Record<string, unknown>;
const put = (path: string, more: Json) => (files: Map<string, unknown>) => {
  const file = files.get(path) as Json;
  files.set(path, { ...file, ...more });
};
const inText = (path: string, from: string, to: string) => (files: Map<string, unknown>) => {
  const { type, text } = files.get(path) as { readonly type: string; readonly text: string };
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  files.set(path, { type, text: text.replaceAll(from, to) });
};
const inJson = (path: string, from: string, to: string) => (files: Map<string, unknown>) => {
  const text = JSON.stringify(files.get(path));
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  files.set(path, JSON.parse(text.replaceAll(from, to)));
};

const storm1 = published.performance('storm-1');
const planted: readonly [string, (files: Map<string, unknown>) => void, RegExp][] = [
  ['a price in a file', put(storm1, { prices: { stalls: 5000, circle: 2000 } }), /^prices of storm-1/],
  [
    'a price that an order is about to pay',
    put(published.performance('storm-2'), { prices: { stalls: 4000, circle: 3000 } }),
    /is to be paid with 5000/,
  ],
  ['a time in a file', put(storm1, { startsAt: 1_813_861_800_000 + 60_000 }), /^startsAt of storm-1, in order/],
  ['a plan', put(storm1, { plan: 'nowhere' }), /^plan of storm-1, in its house/],
  ['a seat set aside', put(storm1, { blocked: ['Stalls-A-7'] }), /set aside/],
  ['a time zone', put(published.show('storm'), { timeZone: 'Europe/Paris' }), /^timeZone of storm/],
  ['a currency', put(storm1, { currency: 'EUR' }), /^currency of storm-1, in order/],
  ['a limit', inJson(published.season(), '"seatsPerFan":8', '"seatsPerFan":9'), /^seats a fan in friends/],
  ['a limit of wheelchair places', inJson(storm1, '"wheelchairPerFan":2', '"wheelchairPerFan":4'), /^rules of public/],
  ['the doors of a line', put(published.line('public'), { opensAt: 1 }), /^opensAt of public/],
  [
    'a line that the season lacks',
    inJson(published.season(), '"id":"public"', '"id":"all"'),
    /the season does not have/,
  ],
  ['a show that the season lacks', inJson(published.season(), '"id":"storm"', '"id":"gale"'), /no show has it/],
  [
    'a date that its show lacks',
    inJson(published.show('storm'), '"id":"storm-2"', '"id":"storm-9"'),
    /the house of storm-2 is open, and no show has it/,
  ],
  [
    'a page’s date',
    inText(published.showPage('de', 'storm'), '2027-06-24T19:30', '2027-06-24T20:30'),
    /in de and in its file/,
  ],
  [
    'a page’s price',
    inText(published.showPage('en', 'storm'), '"lowPrice":"30.00"', '"lowPrice":"25.00"'),
    /^prices of storm-1, on the page/,
  ],
  ['a page’s title', inText(published.seasonPage('cy'), 'The Calm', 'The Gale'), /in cy does not say The Calm/],
  [
    'a seat’s number',
    inJson(published.plan('old-playhouse'), '"number":"1"', '"number":"9"'),
    /^seat Stalls-A-1 of order/,
  ],
  ['a hall', put(storm1, { venue: 'Tent' }), /^calendar entry of storm-1/],
  [
    'a cancellation that reached nobody',
    (now) =>
      void now.set(published.performanceActs(), {
        v: 1,
        acts: [{ act: 'cancel', performance: 'storm-1', number: 1, actedAt: 1, reason: 'Ill.' }],
      }),
    /^ticket|has a ticket|is cancelled/,
  ],
];

test.each(planted)('%s', async (_what, plant, sentence) => {
  const { files: now } = open.stage.platform;
  const [plan = ''] = [...now.keys()].filter((path) => path.startsWith('/catalogue/plans/'));
  now.set(published.plan('old-playhouse'), now.get(plan));
  plant(now);
  now.set(plan, now.get(published.plan('old-playhouse')));
  expect((await contradictionsIn(open)).join('\n')).toMatch(new RegExp(sentence, 'm'));
});

test('nothing planted, nothing found', async () => {
  expect(await contradictionsIn(open)).toEqual([]);
});
