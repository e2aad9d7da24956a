/**
 * Everything that a distribution has counted since its start, in `<state>/cdn/<name>.json`. Programs of other processes
 * measure by it: it takes CloudWatch's place on a laptop. Written once a second while anything is counted.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BehaviourStats } from './distribution.ts';

const everyMs = 1_000;

export function countsFile(state: string, name: string, stats: () => readonly BehaviourStats[]) {
  const folder = join(state, 'cdn');
  const file = join(folder, `${name}.json`);
  let written = '';
  const write = (): void => {
    const text = JSON.stringify(stats());
    if (text === written) return;
    written = text;
    // Renamed into its place, so that nobody reads half a file.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    start(): void {
      mkdirSync(folder, { recursive: true });
      write();
      timer = setInterval(write, everyMs).unref();
    },
    stop(): void {
      if (!timer) return;
      clearInterval(timer);
      timer = undefined;
      write();
    },
  };
}
