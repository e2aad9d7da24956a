/* Mutants that change nothing that anyone could notice, each with the reason. They are not tried. */

export interface Equivalent {
  readonly file: string;
  /** The text of its line, without types, so that others like it in the file are tried. */
  readonly within: string;
  readonly was: string;
  readonly becomes: string;
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'rules/chance.ts',
    within: 'Math.min(9,',
    was: '9',
    becomes: '10',
    why: 'Ten tenths are told from 0.95 on, the line before: what is below rounds to nine at most.',
  },
  {
    file: 'rules/access-pair.ts',
    within: 'taken.has(',
    was: "row[index]?.id ?? ''",
    becomes: '(row[index]?.id)',
    why: 'No seat is called that, and none is undefined: both are not taken.',
  },
  {
    file: 'rules/access-pair.ts',
    within: 'companionFor(row, free, index) ?? -1',
    was: '1',
    becomes: '2',
    why: 'Of the -1 that stands for no index: there is no seat at -2 either.',
  },
  {
    file: 'rules/access-pair.ts',
    within: 'companion === undefined',
    was: 'companion === undefined',
    becomes: 'false',
    why: 'A pair with no companion is as good as no pair: who looks it up finds undefined.',
  },
  {
    file: 'rules/guidance.ts',
    within: '?? -1',
    was: '1',
    becomes: '2',
    why: 'Of the -1 that stands for the first of an empty group: no group is empty.',
  },
  {
    file: 'rules/guidance.ts',
    within: '?? -1',
    was: '-1',
    becomes: '(1)',
    why: 'Stands for the first of an empty group: no group is empty.',
  },
  {
    file: 'rules/whole-draw.ts',
    within: 'let block = -1',
    was: '1',
    becomes: '2',
    why: 'Of the -1 that is no block: neither is -2.',
  },
  {
    file: 'rules/whole-draw.ts',
    within: '2 * higher > sum',
    was: '2 * higher > sum',
    becomes: '2 * higher >= sum',
    why: 'The pair in the middle is one place: it would be exchanged with itself.',
  },
];
