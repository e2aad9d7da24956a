import type { Line, NotedAct } from './line-store.ts';
import type { Progress } from './progress.ts';

/**
 * The line as its item keeps it. The moments of calls, counts and acts are called `at` there, and the end of a lease is
 * called `until`: names count as bytes, and a line that is under way is read by the code that comes after.
 */
type Item = Readonly<Record<string, unknown>>;

interface StoredAt {
  readonly at: number;
}

interface LineItem {
  readonly progress: Omit<Progress, 'calls' | 'showing' | 'joins'> & {
    readonly calls: readonly StoredAt[];
    readonly showing?: StoredAt;
    readonly joins?: StoredAt;
  };
  readonly lease?: { readonly owner: string; readonly until: number };
  readonly acts: readonly StoredAt[];
}

/** Of a whole line, or of those fields that change. */
export function itemOf({ progress, lease, acts, ...others }: Partial<Line>): Item {
  return {
    ...others,
    ...(progress && { progress: storedProgress(progress) }),
    ...(lease && { lease: { owner: lease.owner, until: lease.endsAt } }),
    ...(acts && { acts: acts.map(({ notedAt, ...act }: NotedAct) => ({ ...act, at: notedAt })) }),
  };
}

function storedProgress({ calls, showing, joins, ...others }: Progress): Item {
  const stored = ({ learnedAt, ...known }: NonNullable<Progress['showing']>) => ({ ...known, at: learnedAt });
  const counted = ({ countedAt, ...known }: NonNullable<Progress['joins']>) => ({ ...known, at: countedAt });
  return {
    ...others,
    calls: calls.map(({ calledAt, ...call }) => ({ ...call, at: calledAt })),
    ...(showing && { showing: stored(showing) }),
    ...(joins && { joins: counted(joins) }),
  };
}

export function lineOf(item: Item): Line {
  const { pk: _pk, sk: _sk, ...line } = item;
  const { progress, lease, acts, ...others } = line as unknown as LineItem;
  const { calls, showing, joins, ...known } = progress;
  return {
    ...others,
    progress: {
      ...known,
      calls: calls.map(({ at: calledAt, ...call }) => ({ ...call, calledAt })),
      ...(showing && { showing: dated(showing, 'learnedAt') }),
      ...(joins && { joins: dated(joins, 'countedAt') }),
    },
    ...(lease && { lease: { owner: lease.owner, endsAt: lease.until } }),
    acts: acts.map((act) => dated(act, 'notedAt')),
  } as unknown as Line;
}

function dated({ at, ...known }: StoredAt, name: string): Item {
  return { ...known, [name]: at };
}
