import type { Run } from './simulate.ts';
import { type FaultCounts, noFaults } from './stage/weather.ts';
import type { Task } from './worker.ts';

/** How often and by how much the history of a breach is cut, so that it can be read. */
const linesShown = 60;

/** The text of a breach for a person. */
export function breachText(
  { seed, fans, breach }: Run,
  { mutant, fans: asked, tries, crash }: Omit<Task, 'seed'>,
): string {
  if (!breach) return '';
  const { invariant, sentence, step, time, history } = breach;
  const cut = history.length > linesShown ? [`… ${history.length - linesShown} earlier ones`] : [];
  const again = [
    `npm run simulate -- --seed ${seed}`,
    ...(asked === undefined ? [] : [`--fans ${asked}`]),
    ...(tries === undefined ? [] : [`--tries ${tries}`]),
    ...(crash ? [`--crash ${crash.call}-${crash.when}`] : []),
    ...(mutant ? [`--mutant ${mutant}`] : []),
  ].join(' ');
  return [
    `BREACH of ${invariant}, seed ${seed}, ${fans} fans, step ${step}, ${time} from the doors`,
    `  ${sentence}`,
    'What happened to it:',
    ...[...cut, ...history.slice(-linesShown)].map((line) => `  ${line}`),
    `Again: ${again}`,
    `All of it: ${again} --history`,
  ].join('\n');
}

/** Seeds done, how fast, and what went wrong in them. */
export class SeedProgress {
  seeds = 0;
  fans = 0;
  steps = 0;
  breaches = 0;
  readonly faults: FaultCounts = noFaults();

  add(run: Run): void {
    this.seeds += 1;
    this.fans += run.fans;
    this.steps += run.steps;
    if (run.breach) this.breaches += 1;
    for (const [kind, count] of Object.entries(run.faults)) this.faults[kind as keyof FaultCounts] += count;
  }

  text(seconds: number): string {
    const faults = Object.entries(this.faults).map(([kind, count]) => `${kind} ${count}`);
    const pace = (this.seeds / Math.max(seconds, 0.001)).toFixed(1);
    return `${this.seeds} seeds, ${pace} a second, ${this.fans} fans, ${this.steps} steps, ${this.breaches} breaches · ${faults.join(', ')}`;
  }
}
