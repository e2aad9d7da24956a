import type { Reserved } from './concurrency.ts';
import { calledAtOnce, type OpeningSecond } from './sizing.ts';

/**
 * However warm a table is, one partition of it serves 1,000 write and 3,000 read units a second, and a key lies on one
 * partition. Here is every key that the opening second asks for more often than one fan's own items, with its sum.
 */
export interface HotKey {
  readonly table: 'Lines' | 'Houses' | 'Orders';
  /** As its store has it. */
  readonly key: string;
  readonly writes: number;
  readonly reads: number;
  /**
   * Lasts for a part of a second, at the end of a round. DynamoDB keeps five minutes of a partition's unused units for
   * bursts, and the SDK tries again what is refused all the same.
   */
  readonly burst?: true;
  /** The sum, in words. */
  readonly because: string;
}

export const partition = { writes: 1_000, reads: 3_000 } as const;

/** As `lambdas/waiting-room/line/line-sizes.ts` and `contracts/roll.ts` have them; a test compares. */
export const roll = { lobbyShards: 64, cap: 40 } as const;

/** Partitions of the room of shoppers, as `lambdas/waiting-room/line/room-parts.ts` has them; a test compares. */
export const roomParts = (called: number): number => Math.min(16, Math.max(1, Math.ceil(called / 600)));

/** Kilobytes of one item of the room, written whole with each claim: names of 8 bytes in 16 items of each 10 s. */
const roomItemUnits = (called: number): number => Math.max(1, Math.ceil((called / 16) * 0.008));

export function hotKeys(audience: number, second: OpeningSecond, reserved: Reserved): readonly HotKey[] {
  const { joins, claims, asks, orders } = second;
  const called = calledAtOnce(audience);
  const atTheDoor = reserved['waiting-room/entry/join-line'] ?? 0;
  const claiming = reserved['waiting-room/turn/claim-pass'] ?? 0;
  return [
    {
      table: 'Lines',
      key: 'SHARD#<on-sale>#<round>#<shard>',
      writes: Math.ceil(joins / roll.lobbyShards),
      reads: Math.ceil(claims / roll.lobbyShards),
      because: 'the lobby offers 64 shards to all; a full one is tried once by each instance, which then has its own',
    },
    {
      table: 'Lines',
      key: 'ALLOC#<on-sale>#<round>',
      writes: Math.ceil(joins / roll.cap),
      reads: 0,
      because: 'a shard of its own holds 40 joins, and then the instance asks for the next',
    },
    {
      table: 'Lines',
      key: 'ALLOC#<on-sale>#<round>, when its offered shards are full',
      writes: atTheDoor + Math.ceil(joins / roll.cap),
      reads: 0,
      burst: true,
      because: 'all instances at the door ask for their first shard at once, and some for their second',
    },
    {
      table: 'Lines',
      key: 'LINE#<on-sale>',
      writes: 2,
      reads: atTheDoor + claiming,
      because: 'each instance remembers the line for a second; 8 kB read eventually are 1 unit',
    },
    {
      table: 'Lines',
      key: 'LINE#<on-sale>, when a round was sealed',
      writes: 2,
      reads: (atTheDoor + claiming) * 3,
      burst: true,
      because: 'each instance at the door finds its round sealed and reads the line as of now, 2 units more',
    },
    {
      table: 'Lines',
      key: 'MARKS#<on-sale>',
      writes: 0,
      reads: Math.ceil(atTheDoor / 2),
      because: 'each instance that starts reads the key of the marks once',
    },
    {
      table: 'Lines',
      key: 'PASSES#<on-sale>, by part',
      writes: Math.ceil((claims * roomItemUnits(called)) / roomParts(called)),
      reads: Math.ceil((called * 0.088) / 4),
      because:
        'a claim adds a name to an item of up to 3 kB; a line has a part for each 600 that its dial lets in at once. The pacemaker reads all of it once a second',
    },
    {
      table: 'Houses',
      key: 'HOUSE#<performance>',
      writes: 300,
      reads: Math.ceil(asks * 2),
      because: 'everybody wants one performance; its group takes 30 batches a second, of up to 10 units each',
    },
    {
      table: 'Houses',
      key: 'PULSE#<on-sale>#<shard>',
      writes: 30,
      reads: 1,
      because: 'one write a batch',
    },
    {
      table: 'Orders',
      key: 'BOOK#<0 to 7>, DUE#<0 to 7>',
      writes: Math.ceil((orders * 2 * 4 * 2) / 8),
      reads: 1,
      because:
        'an order writes its index four times at 2 units; eight partitions share them; twice as many in the fullest second',
    },
  ];
}
