import type { LineFile } from '../contracts/line.ts';

/** The same line with other doors, for whoever wants their time alone, and not by which beacon their lobby is drawn. */
export function openingAt<Line extends Pick<LineFile, 'opensAt' | 'tiers'>>(line: Line, opensAt: number): Line {
  if (line.opensAt === opensAt) return line;
  const [first, ...later] = line.tiers ?? [];
  return { ...line, opensAt, ...(first && { tiers: [{ ...first, opensAt }, ...later] }) };
}
