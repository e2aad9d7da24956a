import type { Season } from '../contracts/catalogue.ts';
import type { Board } from '../contracts/line.ts';
import { published } from '../contracts/paths.ts';
import { askedFor, type LinesSeen, type Read } from '../lib/deployment/live-lines.ts';

/** The lines of a stage as any fan reads them. @param live Address of the distribution of boards, without a slash at its end. */
export async function linesSeen(live: string, now: number): Promise<LinesSeen> {
  const season = await readFile<Season>(live + published.season());
  const boards = askedFor(season, now).map(
    async (id) => [id, await readFile<Board>(live + published.board(id))] as const,
  );
  return { season, boards: new Map(await Promise.all(boards)) };
}

/** A published file, or why it cannot be told whether there is one. */
export async function readFile<File>(url: string): Promise<Read<File>> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000), headers: { accept: 'application/json' } });
    if (answer.status === 404) return { is: 'missing' };
    if (!answer.ok) return { is: 'unknown', why: `${url} answers ${answer.status}` };
    return { is: 'there', file: (await answer.json()) as File };
  } catch (error) {
    return { is: 'unknown', why: `${url}: ${error instanceof Error ? error.message : error}` };
  }
}
