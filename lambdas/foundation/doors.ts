import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';

/**
 * From when an on-sale sells, milliseconds since the epoch: as was promised, or before if staff opened the doors early,
 * as its published board says.
 */
export async function readDoors(
  read: <File>(path: string) => Promise<File | undefined>,
  onSale: string,
  promisedAt: number,
): Promise<number> {
  const board = await read<Board>(published.board(onSale));
  return Math.min(promisedAt, board?.opensAt ?? promisedAt);
}
