import type { LineRecord } from '../lambdas/waiting-room/line/line-store.ts';
import type { Mutant } from './mutant.ts';

/** Guards of the board: it tells what is written, and nothing else. */
export const boardMutants = {
  'told-unwritten': {
    takes: 'the board is told from a line that is not written yet',
    breaches: ['W5'],
    spoils: () => {
      // Whoever calls further believes it is written; it is once the board is out.
      let flush = async () => {};
      return {
        stores: (all) => ({
          ...all,
          lines: {
            ...all.lines,
            async write(line, changes) {
              const { progress } = changes;
              if (!progress || progress.calledUpTo === line.progress.calledUpTo) return all.lines.write(line, changes);
              flush = async () => {
                flush = async () => {};
                await all.lines.write(line, changes);
              };
              return { ...line, ...changes, version: line.version + 1 } satisfies LineRecord;
            },
          },
        }),
        files: (files) => ({
          ...files,
          async writeIf(path, file, cacheControl, tag) {
            const put = await files.writeIf(path, file, cacheControl, tag);
            if (path.endsWith('/board.json')) setTimeout(() => void flush(), 0);
            return put;
          },
        }),
      };
    },
  },
  'told-outrun': {
    takes: 'a pacemaker whose write came too late tells the board of it all the same',
    // The board is ahead of its line, or goes back when the line is told again.
    breaches: ['W5', 'W6'],
    foundBy: 7,
    spoils: () => ({
      stores: (all) => ({
        ...all,
        lines: {
          ...all.lines,
          async write(line, changes) {
            const put = await all.lines.write(line, changes);
            const isCall = changes.progress && changes.progress.calledUpTo !== line.progress.calledUpTo;
            return put ?? (isCall ? { ...line, ...changes } : undefined);
          },
        },
      }),
    }),
  },
} as const satisfies Readonly<Record<string, Mutant>>;
