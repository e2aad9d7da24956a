import type { Settings } from '../lib/settings.ts';
import type { CheckOutcome } from './check-outcome.ts';
import type { MorningNeeds } from './needs.ts';
import type { AskAccount } from './question.ts';

/** One thing that the morning needs. */
export interface AccountCheck {
  /** Stands in front of its line, and names it in `--json`. */
  readonly name: string;
  /** What it looks at, for the table in docs/deploy.md. */
  readonly looksAt: string;
  /** What to do if it is not so, for the same table. */
  readonly ifNot: string;
  /** Whether the stage needs it at all; always if left out. */
  readonly concerns?: (settings: Settings) => boolean;
  readonly run: (preflight: Preflight) => Promise<CheckOutcome>;
}

export interface Preflight {
  readonly ask: AskAccount;
  readonly settings: Settings;
  readonly needs: MorningNeeds;
  /** Milliseconds since the epoch, by this machine. */
  readonly now: number;
}

export const whole = (n: number): string => n.toLocaleString('en');
