import type { LineFile, LineOpening } from '../../contracts/line.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { boardOf } from './board.ts';
import type { LineKeys } from './line-keys.ts';
import { lobbyShards, roundSecondsOf } from './line-sizes.ts';
import type { Line, LineFacts, LineStore } from './line-store.ts';
import { type Publisher, publishBoard, publishLine } from './published-lines.ts';

/**
 * Opening a line: what it promises is published before anyone can join, then the line is put. Opening the
 * same line again changes nothing; opening it with other facts is refused, since promises were made. Its
 * dials are turned elsewhere.
 */
export interface OpenDeps {
  readonly lines: Pick<LineStore, 'read' | 'open'>;
  readonly files: Publisher;
  readonly keys: Pick<LineKeys, 'receipts' | 'seeds'>;
}

export type OpenOutcome =
  | { readonly ok: true; readonly line: LineFile; readonly isNew: boolean }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** Long enough after the end to draw whoever was just joining, and to say on the board that it is over. */
const afterlifeMs = 10 * 60_000;

export async function openLine(deps: OpenDeps, opening: LineOpening, now: number): Promise<OpenOutcome> {
  const { dials, onSale, title, opensAt, closesAt, entry, roster, audience } = opening;
  const facts: LineFacts = { onSale, title, opensAt, closesAt, entry, ...(roster && { roster }), audience };
  const before = await deps.lines.read(onSale);
  if (before && changedFacts(before.facts, facts).length > 0) return alreadyOpen(before.facts, facts);

  const file = lineFile(deps, facts);
  await publishLine(deps.files, file);
  const line: Line = {
    facts,
    dials,
    progress: {
      open: { round: 0, shards: lobbyShards(audience) },
      lastClosedAt: 0,
      drawnRounds: 0,
      drawn: 0,
      calledUpTo: 0,
      calls: [],
    },
    version: 1,
  };
  // The pacemaker writes the board from now on; this one is for those who come before its first tick.
  if (!before) await publishBoard(deps.files, boardOf(line, 0, now));
  const standing = await deps.lines.open(line, { onSale, opensAt, until: closesAt + afterlifeMs });
  if (changedFacts(standing.facts, facts).length > 0) {
    // Somebody opened it with other facts in this very moment: theirs stand, so theirs are published.
    await publishLine(deps.files, lineFile(deps, standing.facts));
    return alreadyOpen(standing.facts, facts);
  }
  return { ok: true, line: file, isNew: !before };
}

function lineFile({ keys }: OpenDeps, facts: LineFacts): LineFile {
  const { onSale, title, opensAt, closesAt, entry } = facts;
  const { anchor, length } = keys.seeds(onSale);
  return {
    v: 1,
    onSale,
    title,
    opensAt,
    closesAt,
    entry,
    roundSeconds: roundSecondsOf(facts),
    chain: { anchor, length },
    receiptKey: keys.receipts.publicKey,
  };
}

function changedFacts(standing: LineFacts, asked: LineFacts): readonly (keyof LineFacts)[] {
  const names = ['title', 'opensAt', 'closesAt', 'entry', 'roster', 'audience'] as const;
  return names.filter((name) => standing[name] !== asked[name]);
}

function alreadyOpen(standing: LineFacts, asked: LineFacts): OpenOutcome {
  const errors = changedFacts(standing, asked).map((name) => ({
    field: name,
    message: `is ${standing[name] ?? 'not set'} and cannot be changed`,
  }));
  return {
    ok: false,
    detail: `The line ${standing.onSale} is open already, and what it promised stands. Use another on-sale id.`,
    errors,
  };
}
