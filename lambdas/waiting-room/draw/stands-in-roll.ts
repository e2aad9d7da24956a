import type { Place } from '../../../contracts/line.ts';
import type { RollStore } from './roll-store.ts';

/** Whether the roll has the mark of a place where its receipt says. Half a read unit, and more only before a no. */
export async function standsInRoll(rolls: Pick<RollStore, 'read'>, place: Place): Promise<boolean> {
  const { shard, index, mark } = place;
  const key = { onSale: place.onSale, round: place.round, shard };
  if ((await rolls.read(key, 'recent')).marks[index] === mark) return true;
  return (await rolls.read(key, 'latest')).marks[index] === mark;
}
