import type { logSegment } from '../../contracts/head-log.ts';
import { published } from '../../contracts/paths.ts';
import { readCheckpoint, readNote } from '../../rules/checkpoint.ts';
import type { FilesOfLog } from '../../verify/src/log.ts';
import { recogniseFile } from '../../verify/src/recognise.ts';
import { ask } from '../api.ts';
import type { Asking } from '../check/read-files.ts';

/** The contract's number, in a file that browsers load: it stops compiling should the two differ. */
const segmentSize: typeof logSegment = 256;

/** A log of more segments than these is more than a page should load: it is left to the command. */
const mostSegments = 40;

/**
 * The log of a line's heads and what witnesses signed of it, as anyone could read them. The checkpoint comes first: what it
 * counts is published by then. A file that is missing or damaged is left out, and then the log is not checked.
 */
export async function readLog({
  browser,
  live,
  onSale,
}: Asking): Promise<Required<Pick<FilesOfLog, 'logs' | 'checkpoints'>>> {
  const nothing = { logs: [], checkpoints: [] };
  const read = async (path: string) => {
    const answer = await ask<unknown>(browser, { url: `${live}${path}`, tries: 3 });
    return recogniseFile(answer.ok ? answer.body : undefined);
  };
  const checkpoint = await read(published.checkpoint(onSale));
  if (checkpoint.kind !== 'checkpoint') return nothing;
  const size = readCheckpoint(readNote(checkpoint.file.note)?.text ?? '')?.size ?? 0;
  const segments = Math.ceil(size / segmentSize);
  if (segments === 0 || segments > mostSegments) return nothing;
  const found = await Promise.all(
    Array.from({ length: segments }, (_, segment) => read(published.headLog(onSale, segment))),
  );
  const logs = found.flatMap((each) => (each.kind === 'log' ? [each.file] : []));
  return logs.length === segments ? { logs, checkpoints: [checkpoint.file] } : nothing;
}
