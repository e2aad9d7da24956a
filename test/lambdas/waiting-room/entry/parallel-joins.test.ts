import { expect, test } from '@jest/globals';
import type { Place } from '../../../../contracts/line.ts';
import { joinLine } from '../../../../lambdas/waiting-room/entry/join-line.ts';
import { OwnShards } from '../../../../lambdas/waiting-room/entry/own-shards.ts';
import { rememberMarks } from '../../../../lambdas/waiting-room/line/marks.ts';
import { rememberLines } from '../../../../lambdas/waiting-room/line/remembered-lines.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, through } from '../../../interrupted.ts';
import fc from '../../../properties.ts';
import { aLine } from '../line/line-store.contract.ts';
import { asVisitor, keys, newMarkKey, opensAt } from '../small-stage.ts';

/*
 * Parallel joins over a roll of tiny shards: fans on several devices, handlers that are killed at any await, and a round
 * that closes in the middle of it, interleaved at every call in any order.
 */

const layout = { cap: 2, tile: 8, bank: 1024 };

/** Who joins: a fan, on one of a few handlers, killed before its nth call perhaps. */
const aJoin = fc.record({
  fan: fc.nat(4),
  handler: fc.nat(2),
  killedAt: fc.option(fc.nat(9), { nil: undefined, freq: 4 }),
});

test('no receipt whose mark is not at its index, no mark twice, nothing burnt', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(aJoin, { minLength: 2, maxLength: 9 }),
      fc.option(fc.nat(60), { nil: undefined }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      async (scheduler, joins, closesAfter, chances) => {
        const stores = twins();
        const line = aLine();
        const { onSale } = line.facts;
        await stores.marks.keep(onSale, newMarkKey(), 2 * opensAt);
        await stores.lines.open(
          {
            ...line,
            facts: { ...line.facts, entry: 'open', roll: layout, closesAt: 2 * opensAt },
            progress: { ...line.progress, lobbies: 1, open: { round: 0, shards: 2 } },
          },
          { onSale, opensAt, endsAt: 2 * opensAt },
        );
        const random = () => chances.next().value;
        const handlers = [0, 1, 2].map(() => ({ shards: new OwnShards(), lines: rememberLines(stores.lines) }));
        const join = ({ fan, handler, killedAt }: Partial<typeof aJoin extends fc.Arbitrary<infer T> ? T : never>) => {
          let calls = 0;
          const wrap = <Store extends object>(store: Store): Store =>
            through(store, async (call, name) => {
              calls += 1;
              if (calls === (killedAt ?? -1) + 1) throw new Killed(name);
              await scheduler.schedule(Promise.resolve(), name);
              const answer = await call();
              await scheduler.schedule(Promise.resolve(), name);
              return answer;
            });
          const { shards, lines } = handlers[handler ?? 0] as (typeof handlers)[number];
          const deps = {
            ...{ lines: { ...lines, read: wrap(lines).read }, shards, keys, random },
            rolls: wrap(stores.rolls),
            fans: wrap(stores.fans),
            marks: rememberMarks(stores.marks),
          };
          return joinLine(deps, { onSale, request: asVisitor(fan ?? 0, opensAt, onSale) }, opensAt);
        };
        /** The pacemaker: first the line says where to go, then the round is sealed. */
        const close = async () => {
          for (let left = closesAfter ?? 0; left > 0; left -= 1) await scheduler.schedule(Promise.resolve(), 'later');
          const standing = await stores.lines.read(onSale);
          if (!standing || closesAfter === undefined) return;
          const open = { round: 1, shards: 2 };
          await stores.lines.write(standing, { progress: { ...standing.progress, open } });
          await scheduler.schedule(Promise.resolve(), 'line');
          const shards = await stores.rolls.sealAllocation({ onSale, round: 0, offered: 2 });
          for (let shard = 0; shard < shards; shard += 1) {
            await scheduler.schedule(Promise.resolve(), 'seal');
            await stores.rolls.seal({ onSale, round: 0, shard });
          }
        };

        const places: Place[] = [];
        const all = joins.map(async (one) => {
          try {
            const outcome = await join(one);
            if (!outcome.ok) throw new Error(outcome.refusal);
            places.push(outcome.joined.place);
          } catch (error) {
            if (!(error instanceof Killed)) throw error;
          }
        });
        await scheduler.waitFor(Promise.all([...all, close()]));
        // Everyone comes again, in peace: they have the place they had.
        const fans = [...new Set(joins.map(({ fan }) => fan))];
        for (const fan of fans) {
          const outcome = await scheduler.waitFor(join({ fan, handler: 1 }));
          if (!outcome.ok) throw new Error(outcome.refusal);
          places.push(outcome.joined.place);
        }

        const standing = new Map<string, { round: number; shard: number; index: number }>();
        for (const round of [0, 1]) {
          const shards = await stores.rolls.allocated({ onSale, round, offered: 2 });
          for (let shard = 0; shard < shards; shard += 1) {
            const { marks } = await stores.rolls.read({ onSale, round, shard }, 'latest');
            for (const [index, mark] of marks.entries()) {
              expect(standing.get(mark)).toBeUndefined();
              standing.set(mark, { round, shard, index });
            }
          }
        }
        expect(standing.size).toBe(fans.length);
        for (const { mark, round, shard, index } of places) expect(standing.get(mark)).toEqual({ round, shard, index });
      },
    ),
    { numRuns: 300 },
  );
});
