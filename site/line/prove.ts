import type { Challenge } from '../../contracts/line-requests.ts';
import { solve } from './solve.ts';

/**
 * The proof of work that stands in for a name where anybody may come in. It is solved in small slices, so that the page
 * goes on counting and answering meanwhile. It is packed as the join carries it. Loaded with the tap that needs it.
 * Undefined if no number solves it.
 */
export async function prove(
  asked: Challenge,
  rest: (milliseconds: number) => Promise<void>,
): Promise<string | undefined> {
  const { algorithm, challenge, salt, signature } = asked;
  for (const number of solve(asked)) {
    if (number !== undefined) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    await rest(0);
  }
  return undefined;
}
