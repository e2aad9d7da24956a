import { createHash } from 'node:crypto';
import type { BrochurePrice, PlanItem, Risk, RunUp, RunUpAct } from '../../../contracts/run-up.ts';
import type { TaskRow } from '../../../rules/run-up/plan-file.ts';
import type { RiskRow } from '../../../rules/run-up/risk-file.ts';
import { sameJson } from '../../foundation/same-json.ts';

/*
 * What each act makes of a run-up. An act that was done already leaves it as it is: the very same run-up comes back. An act
 * on a row that moved on since it was seen changes nothing.
 */

export type RowsRead =
  | { readonly of: 'plan'; readonly rows: readonly TaskRow[] }
  | { readonly of: 'risks'; readonly rows: readonly RiskRow[] }
  | { readonly of: 'prices'; readonly rows: readonly BrochurePrice[] };

export type Stepped =
  | { readonly ok: true; readonly runUp: RunUp }
  | { readonly ok: false; readonly why: 'moved' | 'full' };

export type RowAct = Extract<RunUpAct, { act: 'put-item' | 'remove-item' | 'put-risk' | 'remove-risk' }>;

/** As many as a file may have. */
const mostRows = 500;

export function imported(runUp: RunUp, read: RowsRead, seen: number): Stepped {
  const next = withRows(runUp, read);
  if (sameJson(bare(next), bare(runUp))) return { ok: true, runUp };
  return seen === runUp.version ? { ok: true, runUp: next } : { ok: false, why: 'moved' };
}

export function changed(runUp: RunUp, act: RowAct): Stepped {
  const version = runUp.version + 1;
  switch (act.act) {
    case 'put-item':
      return put(runUp.plan, act.item, act.version, (plan) => ({ ...runUp, plan, version }), runUp);
    case 'put-risk':
      return put(runUp.risks, act.risk, act.version, (risks) => ({ ...runUp, risks, version }), runUp);
    case 'remove-item':
      return removed(runUp.plan, act, (plan) => ({ ...runUp, plan, version }), runUp);
    case 'remove-risk':
      return removed(runUp.risks, act, (risks) => ({ ...runUp, risks, version }), runUp);
  }
}

interface KeptRow {
  readonly id: string;
  readonly version: number;
}

function put<Kept extends KeptRow>(
  rows: readonly Kept[],
  given: Omit<Kept, 'version'>,
  seen: number | undefined,
  next: (rows: readonly Kept[]) => RunUp,
  runUp: RunUp,
): Stepped {
  const standing = rows.find(({ id }) => id === given.id);
  const row = { ...given, version: runUp.version + 1 } as Kept;
  if (standing && sameJson(withoutVersion(standing), given)) return { ok: true, runUp };
  if (standing?.version !== seen) return { ok: false, why: 'moved' };
  if (standing) return { ok: true, runUp: next(rows.map((one) => (one === standing ? row : one))) };
  return rows.length < mostRows ? { ok: true, runUp: next([...rows, row]) } : { ok: false, why: 'full' };
}

function removed<Kept extends KeptRow>(
  rows: readonly Kept[],
  { id, version }: KeptRow,
  next: (rows: readonly Kept[]) => RunUp,
  runUp: RunUp,
): Stepped {
  const standing = rows.find((row) => row.id === id);
  if (!standing) return { ok: true, runUp };
  if (standing.version !== version) return { ok: false, why: 'moved' };
  return { ok: true, runUp: next(rows.filter((row) => row !== standing)) };
}

function withRows(runUp: RunUp, read: RowsRead): RunUp {
  const version = runUp.version + 1;
  switch (read.of) {
    case 'plan': {
      // The file is the house's own, and knows little of what was ticked off on the page.
      const isDone = new Set(runUp.plan.filter(({ done }) => done).map(sameRow));
      const plan = read.rows.map((row, at): PlanItem => {
        const done = row.done || isDone.has(sameRow(row));
        return { id: idOf('plan', at, sameRow(row)), ...row, done, version };
      });
      return { ...runUp, plan, version };
    }
    case 'risks': {
      const risks = read.rows.map((row, at): Risk => ({ id: idOf('risk', at, row.risk), ...row, version }));
      return { ...runUp, risks, version };
    }
    case 'prices':
      return { ...runUp, prices: read.rows, version };
  }
}

const sameRow = ({ weeksBefore, day, action }: TaskRow): string => [weeksBefore, day, action].join('\n');

/** The same file gives the same ids, so that a file that is sent again changes nothing. */
const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 16);

const bare = ({ plan, risks, prices }: RunUp) => ({
  plan: plan.map(withoutVersion),
  risks: risks.map(withoutVersion),
  prices,
});

const withoutVersion = <Kept extends KeptRow>({ version: _, ...row }: Kept) => row;
