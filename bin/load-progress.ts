import type { LoadStep } from './load-world.ts';

/** Says how far a load is: in one line a step that is written over on a terminal, else when a step begins and ends. */
export function showProgress(step: LoadStep, done: number, of: number): void {
  const line = `loading ${step.padEnd(8)} ${done} of ${of}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}${done === of ? '\n' : ''}`);
  else if (done === of) console.log(line);
}

/** In a line of its own, above the step that is under way. */
export function showMention(said: string): void {
  console.log(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  ${said}`);
}
