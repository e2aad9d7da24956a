import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roundStore } from '../../../lambdas/waiting-room/draw/round.store.ts';
import { gateStore } from '../../../lambdas/waiting-room/entry/gate.store.ts';
import { inviteStore } from '../../../lambdas/waiting-room/entry/invite.store.ts';
import { ledgerStore } from '../../../lambdas/waiting-room/line/ledger.store.ts';
import { lineStore } from '../../../lambdas/waiting-room/line/line.store.ts';
import { shoppersStore } from '../../../lambdas/waiting-room/line/shoppers.store.ts';
import { appealStore } from '../../../lambdas/waiting-room/place/appeal.store.ts';
import { fanStore } from '../../../lambdas/waiting-room/place/fan.store.ts';
import type { Engine, RunningEngine } from '../../engines.ts';
import { roundStoreContract } from './draw/round-store.contract.ts';
import { gateStoreContract } from './entry/gate-store.contract.ts';
import { inviteStoreContract } from './entry/invite-store.contract.ts';
import { ledgerStoreContract } from './line/ledger-store.contract.ts';
import { aLine, lineStoreContract } from './line/line-store.contract.ts';
import { roomStoreContract } from './line/shoppers-store.contract.ts';
import { appealStoreContract } from './place/appeal-store.contract.ts';
import { aPlace, fanStoreContract } from './place/fan-store.contract.ts';

/** The contract of each store, and the harm without a condition. */
export function lineStoresOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: RunningEngine;
    let client: DynamoDBDocumentClient;
    beforeAll(async () => {
      running = await engine.start();
      client = running.client;
      await running.createTable('Lines');
    });
    afterAll(() => running.stop());

    lineStoreContract(engine.name, () => lineStore(client, 'Lines'));
    roundStoreContract(engine.name, () => roundStore(client, 'Lines'));
    fanStoreContract(engine.name, () => fanStore(client, 'Lines'));
    roomStoreContract(engine.name, () => shoppersStore(client, 'Lines'));
    gateStoreContract(engine.name, () => gateStore(client, 'Lines'));
    appealStoreContract(engine.name, () => appealStore(client, 'Lines'));
    ledgerStoreContract(engine.name, () => ledgerStore(client, 'Lines'));
    inviteStoreContract(engine.name, () => inviteStore(client, 'Lines'));

    describe('the harm without a condition', () => {
      test('a count that does not look adds a fan to a closed shard: two counts of one shard', async () => {
        const rounds = roundStore(client, 'Lines');
        await rounds.count('harm', 0, 0);
        const first = await rounds.close('harm', 0, 0);
        await client.send(
          new UpdateCommand({
            TableName: 'Lines',
            Key: { pk: 'TALLY#harm#0#0', sk: 'TALLY' },
            UpdateExpression: 'ADD #count :one',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: { ':one': 1 },
          }),
        );
        expect(await rounds.close('harm', 0, 0)).not.toBe(first);
      });

      test('tries counted without looking: a postcode may be guessed for ever', async () => {
        const fans = fanStore(client, 'Lines');
        const number = { roster: 'harm', member: 'guessed' };
        await fans.countTry(number, { now: 1, endsAt: 100, most: 1 });
        expect(await fans.countTry(number, { now: 2, endsAt: 100, most: 1 })).toMatchObject({ ok: false });
        await client.send(
          new UpdateCommand({
            TableName: 'Lines',
            Key: { pk: 'MEMBER#harm#guessed', sk: 'MEMBER' },
            UpdateExpression: 'SET tries.#count = tries.#count + :one',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: { ':one': 1 },
          }),
        );
        expect((await fans.look('friends', 'nobody', [number])).members[0]?.tries?.count).toBe(2);
      });

      test('invites counted without looking fill a mailbox', async () => {
        const invites = inviteStore(client, 'Lines');
        const hour = { now: 1, endsAt: 100, most: 1 };
        expect([await invites.countInvite('harm', hour), await invites.countInvite('harm', hour)]).toMatchObject([
          { ok: true },
          { ok: false },
        ]);
        const more = await client.send(
          new UpdateCommand({
            TableName: 'Lines',
            Key: { pk: 'INVITES#harm', sk: 'INVITES' },
            UpdateExpression: 'SET #count = #count + :one',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: { ':one': 1 },
            ReturnValues: 'ALL_NEW',
          }),
        );
        expect(more.Attributes).toMatchObject({ count: 2 });
      });

      test('a place put without looking moves the fan', async () => {
        const fans = fanStore(client, 'Lines');
        const place = aPlace();
        await fans.place(place);
        const { onSale, fan, ...rest } = { ...place, index: 99 };
        await client.send(
          new PutCommand({ TableName: 'Lines', Item: { pk: `FAN#${onSale}#${fan}`, sk: 'FAN', ...rest } }),
        );
        expect((await fans.read(onSale, fan))?.place.index).toBe(99);
      });

      test('a pass granted without looking gives one fan two passes of one number', async () => {
        const fans = fanStore(client, 'Lines');
        const place = aPlace();
        await fans.place(place);
        await fans.grant(place.onSale, place.fan, { number: 1, expiresAt: 900 });
        await client.send(
          new UpdateCommand({
            TableName: 'Lines',
            Key: { pk: `FAN#${place.onSale}#${place.fan}`, sk: 'FAN' },
            UpdateExpression: 'SET pass = :pass',
            ExpressionAttributeValues: { ':pass': { number: 1, expiresAt: 990, givenBack: false } },
          }),
        );
        expect((await fans.read(place.onSale, place.fan))?.pass?.expiresAt).toBe(990);
      });

      test('a line written without its version: the calls of another pacemaker are forgotten', async () => {
        const lines = lineStore(client, 'Lines');
        const line = aLine();
        const { onSale, opensAt } = line.facts;
        await lines.open(line, { onSale, opensAt, endsAt: 1 });
        await lines.write(line, { progress: { ...line.progress, calledUpTo: 50 } });
        await client.send(
          new UpdateCommand({
            TableName: 'Lines',
            Key: { pk: `LINE#${onSale}`, sk: 'LINE' },
            UpdateExpression: 'SET progress = :progress',
            ExpressionAttributeValues: { ':progress': { ...line.progress, calledUpTo: 20 } },
          }),
        );
        expect((await lines.read(onSale))?.progress.calledUpTo).toBe(20);
      });

      test('a draw put without looking draws the round twice', async () => {
        const rounds = roundStore(client, 'Lines');
        const draw = {
          v: 1,
          onSale: 'harm',
          round: 3,
          drawnAt: 5,
          counts: [1],
          size: 1,
          offset: 0,
          seed: 'ab',
        } as const;
        await rounds.draw(draw);
        await client.send(
          new PutCommand({
            TableName: 'Lines',
            Item: { pk: 'ROUND#harm', sk: '000003', ...draw, counts: [2], size: 2 },
          }),
        );
        expect((await rounds.drawn('harm', 3))?.size).toBe(2);
      });
    });
  });
}
