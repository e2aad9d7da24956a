import { published } from '../../contracts/paths.ts';
import type { Disk } from './disk.gateway.ts';
import { recognise } from './recognise.ts';
import type { PublishedSite } from './site.gateway.ts';

/**
 * Keeps the published files of a line, under the names they have there. Some files never change (the promise, the draw
 * sheets), and these are compared with the copies that were kept before. A file that differs is kept beside the old
 * one, as `….changed.json`. The report says so, because it should not have been possible.
 */
export interface Fetched {
  readonly kept: number;
  /** Names of files that the line should have and the site has not. */
  readonly missing: readonly string[];
  /** Names of files that were other ones when they were kept before. */
  readonly changed: readonly string[];
}

const atOnce = 16;

export async function fetchLine(
  site: PublishedSite,
  disk: Disk,
  base: string,
  onSale: string,
  folder: string,
): Promise<Fetched> {
  const home = base.replace(/\/+$/, '');
  const live = liveOf(await site.read(`${home}/config.json`)) || home;
  const fetched = { kept: 0, missing: [] as string[], changed: [] as string[] };
  const keep = async (path: string, isLasting: boolean): Promise<string | undefined> => {
    const name = path.replace(`/lines/${onSale}/`, '');
    const text = await site.read(`${live}${path}`);
    if (text === undefined || recognise(text).kind === 'unknown') {
      fetched.missing.push(name);
      return undefined;
    }
    const at = `${folder}/${name}`;
    const before = isLasting && (await disk.list(at)) ? await disk.read(at) : undefined;
    const differs = before !== undefined && before !== text;
    if (differs) fetched.changed.push(name);
    await disk.write(differs ? at.replace(/\.json$/, '.changed.json') : at, text);
    fetched.kept += 1;
    return text;
  };
  // The list of rounds before the sheets, and what grows last: the ledger is then never older than a sheet.
  await keep(published.line(onSale), true);
  const listed = await keep(published.rounds(onSale), false);
  const rounds = roundsOf(listed);
  for (let from = 0; from < rounds.length; from += atOnce) {
    await Promise.all(rounds.slice(from, from + atOnce).map((round) => keep(published.drawSheet(onSale, round), true)));
  }
  await keep(published.board(onSale), false);
  await keep(published.ledger(onSale), false);
  return { ...fetched, missing: fetched.missing.sort(), changed: fetched.changed.sort() };
}

/** `/config.json` tells where boards and sheets lie, if not here. */
function liveOf(config: string | undefined): string {
  const live = config === undefined ? '' : /"live"\s*:\s*"(https?:\/\/[^"]+)"/.exec(config)?.[1];
  return (live ?? '').replace(/\/+$/, '');
}

function roundsOf(text: string | undefined): readonly number[] {
  const read = text === undefined ? undefined : recognise(text);
  if (read?.kind !== 'rounds') return [];
  return read.file.spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}
