import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import type { Season } from '../../../contracts/catalogue.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { openPublishedFiles } from '../../../lambdas/foundation/aws.gateway.ts';
import { testMs } from '../../patience.ts';
import { fakeAws, lambdaEnvironment } from '../ordering/fake-aws.ts';
import { layoutOf, zoneOf } from './layouts.ts';
import { draft } from './season.ts';

type Handler = (payload: unknown, context: Context) => Promise<{ ok: boolean; [key: string]: unknown }>;

const context = { functionName: 'test', awsRequestId: 'test', getRemainingTimeInMillis: () => testMs } as Context;
let aws: Awaited<ReturnType<typeof fakeAws>>;
let importPlan: Handler;
let publishSeason: Handler;

beforeAll(async () => {
  aws = await fakeAws();
  Object.assign(process.env, lambdaEnvironment(aws.endpoint), {
    PUBLISHED_BUCKET: 'published',
    PAYMENT_METHODS: 'box-office',
    SITE_ADDRESS: 'https://tickets.example.org',
  });
  ({ handler: importPlan } = (await import('../../../lambdas/catalogue/import-plan.lambda.ts')) as unknown as {
    handler: Handler;
  });
  ({ handler: publishSeason } = (await import('../../../lambdas/catalogue/publish-season.lambda.ts')) as unknown as {
    handler: Handler;
  });
});
afterAll(() => aws.stop());

/** The season of the tests, on sale at the time of this machine. */
const seasonNow = () => {
  const season = draft();
  for (const onSale of season.onSales) onSale.closesAt = 1_999_999_999_000;
  return season;
};

const fileAt = <File>(path: string) => JSON.parse(aws.objects.get(path)?.text ?? 'null') as File;

describe('the operator functions of the catalogue', () => {
  test('a plan, then a season that uses it', async () => {
    const zones = [zoneOf('stalls'), zoneOf('circle', { position: { x: 100, y: 500 } })];
    const imported = await importPlan(layoutOf(zones), context);
    expect(imported).toEqual({
      ok: true,
      plan: expect.any(String),
      seats: 16,
      sections: 2,
      mentions: [{ field: 'stampede', message: expect.stringMatching(/^there is no stage/) }],
    });
    const id = imported.plan as string;
    expect(fileAt<Plan>(published.plan(id))).toMatchObject({ id, seats: 16 });
    expect(aws.objects.get(published.plan(id))?.cacheControl).toBe(cacheControl.immutable);

    const season = seasonNow();
    for (const show of season.shows)
      for (const performance of show.performances)
        Object.assign(performance, { plan: id, prices: { stalls: 5000, 'circle-2': 100 } });
    expect(await publishSeason(season, context)).toMatchObject({ ok: true, shows: 2, performances: 3 });
    expect(fileAt<Season>(published.season()).shows.map(({ id }) => id)).toEqual(['storm', 'calm']);
    expect(aws.objects.get(published.performance('storm-1'))?.cacheControl).toBe(cacheControl.catalogue);
    const page = aws.objects.get(published.showPage('fr', 'storm'));
    expect(page?.cacheControl).toBe(cacheControl.page);
    expect(page?.text).toContain('<link rel="canonical" href="https://tickets.example.org/fr/shows/storm">');
    expect(fileAt(published.show('calm'))).toMatchObject({
      performances: [{ id: 'calm-1', priceFrom: 100, priceTo: 5000 }],
    });
  });

  test('a plan that was uploaded', async () => {
    aws.objects.set('/layouts/hall.json', { text: JSON.stringify(layoutOf()), cacheControl: undefined });
    const imported = await importPlan({ layout: 'layouts/hall.json' }, context);
    expect(imported).toMatchObject({ ok: true, seats: 8, sections: 1 });
    expect(fileAt<Plan>(published.plan(imported.plan as string)).seats).toBe(8);
  });

  test('a file of more than CloudFront compresses is compressed before, and read like any other', async () => {
    const files = openPublishedFiles('published');
    const large = { text: 'Block 101, row 12, seat 7. '.repeat(400_000) };
    await files.write('/catalogue/plans/stadium.json', large, cacheControl.immutable);
    expect(aws.objects.get('/catalogue/plans/stadium.json')?.gzip?.length).toBeLessThan(100_000);
    expect(await files.read('/catalogue/plans/stadium.json')).toEqual(large);
  });

  test.each([
    ['layouts/none.json', /there is no layouts\/none.json in the published bucket/],
    ['layouts/broken.json', /layouts\/broken.json is no JSON/],
    ['catalogue/season.json', /name a file of the published bucket/],
    ['layouts/../x.json', /name a file of the published bucket/],
  ])('of %s it is said what is wrong', async (layout, says) => {
    aws.objects.set('/layouts/broken.json', { text: '{ "name": ', cacheControl: undefined });
    expect(await importPlan({ layout }, context)).toMatchObject({
      ok: false,
      errors: [{ field: 'layout', message: expect.stringMatching(says) }],
    });
  });

  test('a season whose plan was never imported', async () => {
    expect(await publishSeason(seasonNow(), context)).toMatchObject({
      ok: false,
      errors: [{ field: 'shows.0.performances.0.plan' }, {}, {}],
    });
  });

  test.each([undefined, null, 'x', [], {}, { id: '../../x' }, { onSales: 'none' }])(
    'payload %j is answered, not thrown',
    async (payload) => {
      for (const handler of [importPlan, publishSeason]) {
        const answer = await handler(payload, context);
        expect(answer).toMatchObject({ ok: false, detail: expect.any(String) });
        expect((answer.errors as unknown[]).length).toBeGreaterThan(0);
      }
    },
  );
});
