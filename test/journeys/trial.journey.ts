import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buyAt } from '../../bin/smoke.ts';
import { invokerOf, localStage } from '../../bin/stage.ts';
import { api } from '../../contracts/api.ts';
import type { Availability } from '../../contracts/house.ts';
import type { OrderBookPage } from '../../contracts/order.ts';
import { published } from '../../contracts/paths.ts';
import type { RunUpShown } from '../../contracts/run-up.ts';
import type { TrialOpening } from '../../contracts/trial.ts';
import { startCanary } from '../../lambdas/waiting-room/pace/trial-canary.gateway.ts';
import { type FoundCloud, findCloud } from '../../rehearsal/cloud.gateway.ts';
import { steps } from '../../rehearsal/trial/walk.ts';
import { until } from '../until.ts';
import { type Answer, ask, availability } from './fan.ts';
import type { Playhouse } from './running.ts';

/* A purchase with a pretend card in a hidden on-sale: `npm run smoke -- --buy`, and the canary of the templates. */

const seats = 200;

export function trialJourneys(house: () => Playhouse): void {
  let cloud: FoundCloud;
  let trial: TrialOpening;
  beforeAll(async () => {
    const found = findCloud(house().state);
    if (!found) throw new Error('The playhouse does not run');
    cloud = found;
  });

  test('a program joins, holds, buys and gives back', async () => {
    const invoke = invokerOf(await localStage(house().state));
    const walked = await buyAt(new URL(house().site), invoke);
    expect(walked).toMatchObject({ ok: true });
    expect(walked.taken.map(({ step }) => step)).toEqual(steps);
    // The name of the hour: nothing else tells it.
    trial = await invoke<TrialOpening>('OpenTrialFunction', {}, 'trial');
  });

  test('the canary of the templates does the same, with its own role', async () => {
    const canary = cloud.output('TrialCanary');
    const operator = {
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'eu-west-2',
      AWS_ENDPOINT_URL_SYNTHETICS: `${cloud.endpoints.SYNTHETICS}`,
    };
    await startCanary(canary, operator);
    const last = await until('the run has ended', async () => {
      const runs = await fetch(new URL(`/canary/${canary}/runs`, cloud.endpoints.SYNTHETICS), {
        method: 'POST',
        headers: { authorization: 'AWS4-HMAC-SHA256 Credential=local/20270101/eu-west-2/synthetics/aws4_request' },
      });
      const { CanaryRuns } = (await runs.json()) as { CanaryRuns: { Status: { State: string } }[] };
      return CanaryRuns.every(({ Status }) => Status.State !== 'RUNNING') ? CanaryRuns[0] : undefined;
    });
    expect(last?.Status).toEqual({ State: 'PASSED' });
  });

  test('the run-up knows of it, by the word of a program', async () => {
    const url = `${house().site}${api('GET staff/run-up/{onSale}', { onSale: 'friends' }).url}`;
    const headers = await house().staff('auditor');
    const { body } = await ask<RunUpShown>(url, { headers });
    expect(body.reports).toContainEqual(expect.objectContaining({ check: 'trial', by: 'program', good: true }));
  });

  describe('of which', () => {
    test('all seats come back', async () => {
      const free = await until('the view is of now', async () => {
        const { body } = await availability(house().site, trial.onSale);
        const left = Object.values((body as Availability).sections).reduce((sum, { free }) => sum + free, 0);
        return left === seats ? left : undefined;
      });
      expect(free).toBe(seats);
    });

    test.each([
      ['the season', published.season()],
      ['the list of lines', '/plain'],
      ['the page of the season', '/'],
    ])('%s says nothing', async (_, path) => {
      const { body } = await ask<unknown>(`${house().site}${path}`);
      expect(JSON.stringify(body)).not.toContain('trial-');
    });

    test('no seat is counted', async () => {
      const houses = await file('stock/houses.json');
      expect(houses).toContain('friends');
      expect(houses).not.toContain('trial-');
      expect(await file(`stock/${trial.onSale}.json`)).toBeUndefined();
      expect(await file(`lines/${trial.onSale}/dates.json`)).toBeUndefined();
    });

    test('no order and no money is in the order book', async () => {
      const book = `${house().site}${api('GET staff/orders').url}`;
      const headers = await house().staff();
      let read = 0;
      let from: string | undefined;
      do {
        const { status, body }: Answer<OrderBookPage> = await ask(from ? `${book}?from=${from}` : book, { headers });
        expect(status).toBe(200);
        expect(JSON.stringify(body)).not.toMatch(/trial-|stampede\.invalid/);
        read += body.orders.length;
        from = body.next;
      } while (from !== undefined);
      // Those of the other journeys.
      expect(read).toBeGreaterThan(0);
    });

    test('nobody is written to', async () => {
      const mails = await (await fetch(new URL('/mailbox.json', cloud.endpoints.SESV2))).text();
      expect(mails).not.toContain('stampede.invalid');
    });
  });

  async function file(Key: string): Promise<string | undefined> {
    const s3 = new S3Client({
      endpoint: `${cloud.endpoints.S3}`,
      region: 'eu-west-2',
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: cloud.output('PublishedBucket'), Key }));
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}
