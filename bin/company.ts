import { fork } from 'node:child_process';
import { join } from 'node:path';
import { home } from './build.ts';
import { callsAMinute } from './calls-a-minute.ts';
import { invokerOf, localStage } from './stage.ts';

/*
 * Simulated fans for somebody who looks at a stage for the first time: `npm start -- --fans 300`. They come as in a
 * rehearsal. The line is called slowly, or it would have gone before anybody saw it move.
 */

export interface Company {
  readonly fans: number;
  /** Folder under `examples/`, or the path of a world's file. */
  readonly world: string;
  /** Folder of the running cloud's state. */
  readonly state: string;
  /** The on-sale in whose line they stand. */
  readonly onSale: string;
}

/** They come in a process of their own, show there how they fare, and go when this process ends. */
export async function sendFans({ fans, world, state, onSale }: Company): Promise<void> {
  const invoke = invokerOf(await localStage(state));
  const reason = `a line of ${fans} simulated fans shall be seen to move`;
  await invoke('TurnDialsFunction', { onSale, dials: { perMinute: callsAMinute(fans) }, reason }, 'dials');
  const args = ['--state', state, '--world', world, '--on-sale', onSale, '--fans', `${fans}`];
  const child = fork(join(home, 'bin', 'rehearse.ts'), args);
  // It shall not keep this process alive.
  child.unref();
  child.channel?.unref();
}
