import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dynamo } from '../../../lambdas/foundation/dynamo/dynamo.ts';
import { rollStore } from '../../../lambdas/waiting-room/draw/roll.store.ts';
import { roundStore } from '../../../lambdas/waiting-room/draw/round.store.ts';
import { gateStore } from '../../../lambdas/waiting-room/entry/gate.store.ts';
import { inviteStore } from '../../../lambdas/waiting-room/entry/invite.store.ts';
import { noteStore } from '../../../lambdas/waiting-room/levers/note.store.ts';
import { ledgerStore } from '../../../lambdas/waiting-room/line/ledger.store.ts';
import { lineStore } from '../../../lambdas/waiting-room/line/line.store.ts';
import { markStore } from '../../../lambdas/waiting-room/line/mark.store.ts';
import { shoppersStore } from '../../../lambdas/waiting-room/line/shoppers.store.ts';
import { appealStore } from '../../../lambdas/waiting-room/place/appeal.store.ts';
import { fanStore } from '../../../lambdas/waiting-room/place/fan.store.ts';
import { handoverStore } from '../../../lambdas/waiting-room/place/handover.store.ts';
import type { Engine, RunningEngine } from '../../engines.ts';
import { rollStoreContract } from './draw/roll-store.contract.ts';
import { aBank, aDraw, roundStoreContract } from './draw/round-store.contract.ts';
import { gateStoreContract } from './entry/gate-store.contract.ts';
import { inviteStoreContract } from './entry/invite-store.contract.ts';
import { noteStoreContract } from './levers/note-store.contract.ts';
import { ledgerStoreContract } from './line/ledger-store.contract.ts';
import { aLine, lineStoreContract } from './line/line-store.contract.ts';
import { markStoreContract } from './line/mark-store.contract.ts';
import { roomStoreContract } from './line/shoppers-store.contract.ts';
import { appealStoreContract } from './place/appeal-store.contract.ts';
import { aPin, fanStoreContract } from './place/fan-store.contract.ts';
import { handoverStoreContract } from './place/handover-store.contract.ts';

/** The contract of each store, and the harm without a condition. */
export function lineStoresOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: RunningEngine;
    let dynamo: Dynamo;
    beforeAll(async () => {
      running = await engine.start();
      dynamo = running.dynamo;
      await running.createTable('Lines');
    });
    afterAll(() => running.stop());

    lineStoreContract(engine.name, () => lineStore(dynamo, 'Lines'));
    noteStoreContract(engine.name, () => noteStore(dynamo, 'Lines'));
    rollStoreContract(engine.name, () => rollStore(dynamo, 'Lines'));
    markStoreContract(engine.name, () => markStore(dynamo, 'Lines'));
    roundStoreContract(engine.name, () => roundStore(dynamo, 'Lines'));
    fanStoreContract(engine.name, () => fanStore(dynamo, 'Lines'));
    roomStoreContract(engine.name, () => shoppersStore(dynamo, 'Lines'));
    gateStoreContract(engine.name, () => gateStore(dynamo, 'Lines'));
    handoverStoreContract(engine.name, () => handoverStore(dynamo, 'Lines'));
    appealStoreContract(engine.name, () => appealStore(dynamo, 'Lines'));
    ledgerStoreContract(engine.name, () => ledgerStore(dynamo, 'Lines'));
    inviteStoreContract(engine.name, () => inviteStore(dynamo, 'Lines'));

    describe('the harm without a condition', () => {
      const appendTo = (pk: string, mark: string, condition?: string) =>
        dynamo.call('UpdateItem', {
          TableName: 'Lines',
          Key: { pk, sk: 'SHARD' },
          UpdateExpression: 'SET roll = list_append(if_not_exists(roll, :empty), :marks)',
          ...(condition && { ConditionExpression: condition }),
          ExpressionAttributeValues: { ':marks': [mark], ':empty': [], ...(condition && { ':cap': 40 }) },
        });

      test('a mark appended without looking joins a sealed shard: two rolls of one shard', async () => {
        const rolls = rollStore(dynamo, 'Lines');
        const shard = { onSale: 'harm', round: 0, shard: 0 };
        await rolls.append(shard, 'a', 40);
        const first = await rolls.seal(shard);
        await appendTo('SHARD#harm#0#0', 'b');
        expect(await rolls.seal(shard)).not.toEqual(first);
      });

      test('a mark appended without looking stands twice', async () => {
        const rolls = rollStore(dynamo, 'Lines');
        await rolls.append({ onSale: 'harm', round: 0, shard: 1 }, 'a', 40);
        await appendTo('SHARD#harm#0#1', 'a');
        expect(await rolls.seal({ onSale: 'harm', round: 0, shard: 1 })).toEqual(['a', 'a']);
      });

      test('a condition without its parentheses lets marks onto a sealed shard', async () => {
        const rolls = rollStore(dynamo, 'Lines');
        await rolls.append({ onSale: 'harm', round: 0, shard: 2 }, 'a', 40);
        await rolls.seal({ onSale: 'harm', round: 0, shard: 2 });
        const loose = 'attribute_not_exists(sealed) AND attribute_not_exists(roll) OR size(roll) < :cap';
        await appendTo('SHARD#harm#0#2', 'b', loose);
        expect(await rolls.seal({ onSale: 'harm', round: 0, shard: 2 })).toEqual(['a', 'b']);
      });

      test('tries counted without looking: a postcode may be guessed for ever', async () => {
        const fans = fanStore(dynamo, 'Lines');
        const number = { roster: 'harm', member: 'guessed' };
        await fans.countTry(number, { now: 1, endsAt: 100, most: 1 });
        expect(await fans.countTry(number, { now: 2, endsAt: 100, most: 1 })).toMatchObject({ ok: false });
        await dynamo.call('UpdateItem', {
          TableName: 'Lines',
          Key: { pk: 'MEMBER#harm#guessed', sk: 'MEMBER' },
          UpdateExpression: 'SET tries.#count = tries.#count + :one',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1 },
        });
        expect((await fans.look('friends', 'nobody', [number])).members[0]?.tries?.count).toBe(2);
      });

      test('invites counted without looking fill a mailbox', async () => {
        const invites = inviteStore(dynamo, 'Lines');
        const hour = { now: 1, endsAt: 100, most: 1 };
        expect([await invites.countInvite('harm', hour), await invites.countInvite('harm', hour)]).toMatchObject([
          { ok: true },
          { ok: false },
        ]);
        const more = await dynamo.call('UpdateItem', {
          TableName: 'Lines',
          Key: { pk: 'INVITES#harm', sk: 'INVITES' },
          UpdateExpression: 'SET #count = #count + :one',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'ALL_NEW',
        });
        expect(more.Attributes).toMatchObject({ count: 2 });
      });

      test('a pin moved without looking leads two devices of one fan to two places', async () => {
        const [fans, rolls] = [fanStore(dynamo, 'Lines'), rollStore(dynamo, 'Lines')];
        const pin = aPin();
        await fans.pin(pin);
        await rolls.append(pin, 'a', 40);
        const { onSale, fan, ...rest } = { ...pin, shard: 99 };
        await dynamo.call('PutItem', { TableName: 'Lines', Item: { pk: `FAN#${onSale}#${fan}`, sk: 'FAN', ...rest } });
        const moved = (await fans.read(onSale, fan))?.pin ?? pin;
        expect(await rolls.append(moved, 'a', 40)).toEqual({ how: 'appended', index: 0 });
      });

      test('a pass granted without looking gives one fan two passes of one number', async () => {
        const fans = fanStore(dynamo, 'Lines');
        const pin = aPin();
        await fans.pin(pin);
        await fans.grant(pin.onSale, pin.fan, { number: 1, position: 7, expiresAt: 900 });
        await dynamo.call('UpdateItem', {
          TableName: 'Lines',
          Key: { pk: `FAN#${pin.onSale}#${pin.fan}`, sk: 'FAN' },
          UpdateExpression: 'SET pass = :pass',
          ExpressionAttributeValues: { ':pass': { number: 1, position: 7, expiresAt: 990, givenBack: false } },
        });
        expect((await fans.read(pin.onSale, pin.fan))?.pass?.expiresAt).toBe(990);
      });

      test('a line written without its version: the calls of another pacemaker are forgotten', async () => {
        const lines = lineStore(dynamo, 'Lines');
        const line = aLine();
        const { onSale, opensAt } = line.facts;
        await lines.open(line, { onSale, opensAt, endsAt: 1 });
        await lines.write(line, { progress: { ...line.progress, calledUpTo: 50 } });
        await dynamo.call('UpdateItem', {
          TableName: 'Lines',
          Key: { pk: `LINE#${onSale}`, sk: 'LINE' },
          UpdateExpression: 'SET progress = :progress',
          ExpressionAttributeValues: { ':progress': { ...line.progress, calledUpTo: 20 } },
        });
        expect((await lines.read(onSale))?.progress.calledUpTo).toBe(20);
      });

      test('a draw put without looking draws the round twice', async () => {
        const rounds = roundStore(dynamo, 'Lines');
        await rounds.keepBank(aBank('harm', 3, 0));
        const draw = aDraw('harm', 3, { sizes: [3], size: 3 });
        await rounds.draw(draw);
        await dynamo.call('PutItem', {
          TableName: 'Lines',
          Item: { pk: 'ROUND#harm#3', sk: 'DRAW', ...draw, seed: 'cd' },
        });
        expect((await rounds.sheet('harm', 3, 0))?.seed).toBe('cd');
      });
    });
  });
}
