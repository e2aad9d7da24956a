import { stderr } from 'node:process';
import { MultiBar, Presets } from 'cli-progress';
import type { RehearsalStanding } from './report.ts';

/** Shows how a rehearsal goes; `stop` leaves the last state on the screen. */
export interface ProgressShown {
  show(standing: RehearsalStanding): void;
  stop(): void;
}

/** Bars on a terminal, else a plain line every five seconds, both on stderr: stdout is for the result. */
export function openProgress(fans: number, now: () => number): ProgressShown {
  return stderr.isTTY ? bars(fans) : plainLines(fans, now);
}

const stages = ['joined', 'called', 'holding', 'ordered', 'ended'] as const;

function bars(fans: number): ProgressShown {
  const multi = new MultiBar(
    { format: '{stage} {bar} {value}/{total}', stream: stderr, hideCursor: true, fps: 4 },
    Presets.shades_classic,
  );
  const made = stages.map((stage) => ({ stage, bar: multi.create(fans, 0, { stage: stage.padEnd(8) }) }));
  return {
    show: (standing) => {
      for (const { stage, bar } of made) bar.update(Math.min(fans, standing[stage]));
    },
    stop: () => multi.stop(),
  };
}

function plainLines(fans: number, now: () => number): ProgressShown {
  const started = now();
  let said = Number.NEGATIVE_INFINITY;
  return {
    show(standing) {
      if (now() - said < 5000) return;
      said = now();
      const counts = stages.map((stage) => `${stage} ${standing[stage]}`).join(', ');
      const seconds = Math.round((now() - started) / 1000);
      stderr.write(`${seconds} s: ${counts} of ${fans}; ${standing.requests.toLocaleString('en')} requests\n`);
    },
    stop: () => undefined,
  };
}
