import type { Settings } from '../lib/settings.ts';
import type { Finding } from './finding.ts';
import type { Needs } from './needs.ts';
import type { Ask } from './question.ts';

/** One thing that the morning needs. */
export interface Check {
  /** Stands in front of its line, and names it in `--json`. */
  readonly name: string;
  /** What it looks at, for the table in docs/deploy.md. */
  readonly looksAt: string;
  /** What to do if it is not so, for the same table. */
  readonly ifNot: string;
  /** Whether the stage needs it at all; always if left out. */
  readonly concerns?: (settings: Settings) => boolean;
  readonly run: (preflight: Preflight) => Promise<Finding>;
}

export interface Preflight {
  readonly ask: Ask;
  readonly settings: Settings;
  readonly needs: Needs;
  /** Milliseconds since the epoch, by this machine. */
  readonly now: number;
}

export const whole = (n: number): string => n.toLocaleString('en');
