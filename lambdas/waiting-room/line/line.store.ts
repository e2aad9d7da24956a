import type { Dials } from '../../../contracts/line-operation.ts';
import { isTrial } from '../../../contracts/trial.ts';
import { all, either, isThere } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Age, type Item, tableOf } from '../../foundation/table.store.ts';
import { type LineRecord, type LineStore, type LiveLine, withHand } from './line-store.ts';

/*
 * LINE#<on-sale> / LINE      facts, dials, progress, lease, acts, unproved, version, turns, hands,
 *                            admits, asked, aways
 * LIVE / <on-sale>           opensAt, endsAt, later, audience: so that the pacemaker finds its lines without a scan;
 *                            of a trial also ttl
 */
const lineKey = (onSale: string) => ({ pk: `LINE#${onSale}`, sk: 'LINE' });
const liveKey = (onSale: string) => ({ pk: 'LIVE', sk: onSale });

const hasNotMoved = 'version = :version';
const nobodyTurned = (seen: number) =>
  seen === 0 ? either('attribute_not_exists(turns)', 'turns = :seen') : 'turns = :seen';
const areClosed = 'progress.lobbies = :lobbies';
const isDrawnNext = 'progress.closing[0].#round = :round';

export function lineStore(client: Dynamo, name: string): LineStore {
  const table = tableOf(client, name);
  const get = async (onSale: string, age: Age) => {
    const item = await table.get(lineKey(onSale), age);
    return item && lineOf(item);
  };
  return {
    read: (onSale) => get(onSale, 'latest'),
    glance: (onSale) => get(onSale, 'recent'),

    async open(line, live) {
      const { onSale } = line.facts;
      // Listed first: a crash between the two leaves a listing without a line, which the pacemaker passes over.
      // A trial is one of thousands (contracts/trial.ts): its listing is deleted.
      const ttl = isTrial(onSale) ? { ttl: Math.ceil(live.endsAt / 1000) } : {};
      await table.put({ ...liveKey(onSale), ...live, ...ttl });
      const first = await table.putNew({ ...lineKey(onSale), ...line });
      return first.ok ? line : lineOf(first.standing);
    },

    async write(line, changes) {
      const fields = Object.entries(changes);
      const updated = await table.updateIf(lineKey(line.facts.onSale), {
        UpdateExpression: `SET version = :next, ${fields.map(([field]) => `${field} = :${field}`).join(', ')}`,
        ConditionExpression: hasNotMoved,
        ExpressionAttributeValues: {
          ':version': line.version,
          ':next': line.version + 1,
          ...Object.fromEntries(fields.map(([field, value]) => [`:${field}`, value])),
        },
      });
      return updated.ok ? { ...line, ...changes, version: line.version + 1 } : undefined;
    },

    async turn(onSale, dials, acts, away) {
      const turned = Object.entries(dials).filter(([, value]) => value !== undefined);
      // Each dial by itself, so that two hands on two dials both count; the version stops a pacemaker that
      // has read the old ones.
      const updated = await table.updateIf(lineKey(onSale), {
        UpdateExpression: `SET ${[
          'version = version + :one',
          'acts = list_append(acts, :acts)',
          ...(turned.length > 0 ? ['turns = if_not_exists(turns, :none) + :one'] : []),
          ...turned.map(([dial]) => `dials.#${dial} = :${dial}`),
          ...(away ? ['aways = list_append(if_not_exists(aways, :noAways), :aways)'] : []),
        ].join(', ')}`,
        ConditionExpression: isThere,
        ...(turned.length > 0 && {
          ExpressionAttributeNames: Object.fromEntries(turned.map(([dial]) => [`#${dial}`, dial])),
        }),
        ExpressionAttributeValues: {
          ':one': 1,
          ':acts': acts,
          ...(turned.length > 0 && { ':none': 0 }),
          ...(away && { ':noAways': [], ':aways': [away] }),
          ...Object.fromEntries(turned.map(([dial, value]) => [`:${dial}`, value])),
        },
        ReturnValues: 'ALL_NEW',
      });
      return updated.ok ? (updated.item.dials as Dials) : undefined;
    },

    async pull({ facts, hands }, { seen, hand, dials = {}, facts: moved = {}, lobbies, acts, asked }) {
      const turned = Object.entries(dials).filter(([, value]) => value !== undefined);
      const changed = Object.entries(moved).filter(([, value]) => value !== undefined);
      const names = [...turned, ...changed].map(([name]) => name);
      const updated = await table.updateIf(lineKey(facts.onSale), {
        UpdateExpression: `SET ${[
          'version = version + :one',
          'turns = :next',
          'hands = :hands',
          'acts = list_append(acts, :acts)',
          ...turned.map(([dial]) => `dials.#${dial} = :${dial}`),
          ...changed.map(([fact]) => `facts.#${fact} = :${fact}`),
          ...(asked ? ['asked = :asked'] : []),
        ].join(', ')}${asked ? '' : ' REMOVE asked'}`,
        ConditionExpression: all(isThere, nobodyTurned(seen), ...(lobbies === undefined ? [] : [areClosed])),
        ...(names.length > 0 && {
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        }),
        ExpressionAttributeValues: {
          ':one': 1,
          ':seen': seen,
          ':next': seen + 1,
          ':hands': withHand(hands, hand),
          ':acts': acts,
          ...(lobbies !== undefined && { ':lobbies': lobbies }),
          ...(asked && { ':asked': asked }),
          ...Object.fromEntries([...turned, ...changed].map(([name, value]) => [`:${name}`, value])),
        },
        ReturnValues: 'ALL_NEW',
      });
      return updated.ok ? { ok: true, line: lineOf(updated.item) } : updated;
    },

    async admit(onSale, mark, act) {
      return table.updateIf(lineKey(onSale), {
        UpdateExpression: `SET ${[
          'version = version + :one',
          'acts = list_append(acts, :acts)',
          'admits = list_append(if_not_exists(admits, :none), :admits)',
        ].join(', ')}`,
        ConditionExpression: isThere,
        ExpressionAttributeValues: { ':one': 1, ':acts': [act], ':none': [], ':admits': [mark] },
      });
    },

    async list({ onSale, opensAt, later }) {
      await table.updateIf(liveKey(onSale), {
        UpdateExpression: `SET opensAt = :opensAt${later ? ', #later = :later' : ''}`,
        ConditionExpression: isThere,
        ...(later && { ExpressionAttributeNames: { '#later': 'later' } }),
        ExpressionAttributeValues: { ':opensAt': opensAt, ...(later && { ':later': later }) },
      });
    },

    async goOn(onSale, unproved, act) {
      return table.updateIf(lineKey(onSale), {
        UpdateExpression: 'SET version = version + :one, acts = list_append(acts, :acts), unproved = :unproved',
        ConditionExpression: all(isThere, isDrawnNext),
        ExpressionAttributeNames: { '#round': 'round' },
        ExpressionAttributeValues: { ':one': 1, ':acts': [act], ':unproved': unproved, ':round': unproved.round },
      });
    },

    async live(now) {
      const living = {
        KeyConditionExpression: 'pk = :live',
        FilterExpression: 'endsAt > :now',
        ExpressionAttributeValues: { ':live': 'LIVE', ':now': now },
      };
      const found = (await table.query(living, 'recent')) as unknown as readonly LiveLine[];
      return found.map(({ onSale, opensAt, endsAt, later, audience }) => ({
        ...{ onSale, opensAt, endsAt },
        ...(later && { later }),
        ...(audience !== undefined && { audience }),
      }));
    },
  };
}

function lineOf(item: Item): LineRecord {
  const { pk: _pk, sk: _sk, ...line } = item;
  return line as unknown as LineRecord;
}
