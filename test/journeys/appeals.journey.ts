import { beforeAll, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import { findCloud, operate } from '../../rehearsal/cloud.gateway.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* A place that staff remove, its fan's appeal, and what becomes of both; and what operators may ask beside it. */

interface Appeals {
  readonly appeals: readonly { readonly fan: string }[];
}

export function appealJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });
  const operator = <Reply extends object>(output: string, payload: object): Promise<Reply> => {
    const cloud = findCloud(house.state);
    if (!cloud) throw new Error('The cloud of this test is not running');
    return operate<Reply>(cloud, output, payload);
  };

  test('a place that is removed is appealed for, and restored', async () => {
    const fan = house.fan('friends');
    await fan.join(house.nextMember());
    const [, payload = ''] = fan.receipt.split('.');
    const { fan: key } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { readonly fan: string };
    const judge = (judgement: string) =>
      operator('JudgePlaceFunction', { onSale: 'friends', fan: key, judgement, role: 'ops', reason: 'a journey' });
    await judge('remove');
    const appeal = () =>
      ask(`${house.site}${api('POST lines/{onSale}/appeal', { onSale: 'friends' }).url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stampede-receipt': fan.receipt },
        body: JSON.stringify({ message: 'I am a person.' }),
      });
    expect((await appeal()).status).toBe(202);
    const { appeals } = await operator<Appeals>('ListAppealsFunction', { onSale: 'friends' });
    expect(appeals.map((one) => one.fan)).toEqual([key]);
    await judge('restore');
    expect(await appeal()).toMatchObject({ status: 409, body: { type: '/problems/nothing-to-appeal' } });
  });

  test('nothing is left to follow, and it is said', async () => {
    expect(await operator('ListFollowedFunction', {})).toMatchObject({ ok: true });
  });

  test('nothing is drawn unproved while the beacon answers', async () => {
    const asked = operator('DrawUnprovedFunction', { onSale: 'friends', round: 99, role: 'ops', reason: 'a journey' });
    await expect(asked).rejects.toThrow('DrawUnprovedFunction refused');
  });
}
