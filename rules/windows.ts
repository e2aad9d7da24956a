import type { EntryKind, LineFile, Tier } from '../contracts/line.ts';

/** The windows of a line, in the order of their doors; a line without tiers is one window. */
export type Windows = Pick<LineFile, 'opensAt' | 'tiers'> & Partial<Pick<LineFile, 'title' | 'entry'>>;

export function windowsOf({ tiers, title = '', entry = 'open', opensAt }: Windows): readonly [Tier, ...Tier[]] {
  const [first, ...later] = tiers ?? [];
  return first ? [first, ...later] : [{ id: '', name: title, entry, opensAt, round: 0 }];
}

/** The window that a round belongs to: its lobby's, or one whose doors were open by then. */
export function windowOf(line: Windows, round: number): Tier {
  const windows = windowsOf(line);
  return windows.findLast((window) => window.round <= round) ?? windows[0];
}

/** The ways in, each once, with the windows that it leads to. */
export function waysOf(line: Windows): readonly { readonly entry: EntryKind; readonly windows: readonly Tier[] }[] {
  const windows = windowsOf(line);
  return [...new Set(windows.map(({ entry }) => entry))].map((entry) => ({
    entry,
    windows: windows.filter((window) => window.entry === entry),
  }));
}
