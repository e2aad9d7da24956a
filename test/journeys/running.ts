import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningStampede, startStampede } from '../../bin/start.ts';
import type { ShowFile } from '../../contracts/catalogue.ts';
import { published } from '../../contracts/paths.ts';
import { memberAt } from '../../examples/roster.ts';
import { ask, Fan } from './fan.ts';

/** The n-th member of the roster of `world.json`. */
export const member = (n: number) => ({ entry: 'members', ...memberAt(n, 5) });

export interface Playhouse extends RunningStampede {
  /** Performances sold in `friends` and `everyone`, in order of time. */
  readonly performances: readonly string[];
  /** One that neither sells. */
  readonly elsewhere: string;
  fan(onSale?: string): Fan;
}

/** The templates, running with the small world of `world.json`, its doors about to open; in a state of its own that ends with it. */
export async function openPlayhouse(): Promise<Playhouse> {
  const state = mkdtempSync(join(tmpdir(), 'stampede-journey-'));
  const running = await startStampede({ state, world: join(import.meta.dirname, 'world.json') });
  const { body: show } = await ask<ShowFile>(`${running.site}${published.show('the-tide')}`);
  const sold = (onSale: string) =>
    show.performances.filter(({ onSales }) => onSales.includes(onSale)).map(({ id }) => id);
  return {
    ...running,
    performances: sold('everyone'),
    elsewhere: sold('later')[0] ?? '',
    fan: (onSale = 'everyone') => new Fan(running.site, onSale),
    stop: async () => {
      await running.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
