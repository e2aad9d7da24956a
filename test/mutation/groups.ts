/* Which rules are mutated, and the tests that must notice. Paths from the top of the project, with wildcards. */

export interface Group {
  readonly name: string;
  /** Plain files: what touches a store or a service is told from its twin by contracts, not here. */
  readonly targets: readonly string[];
  readonly tests: readonly string[];
}

export const groups: readonly Group[] = [
  {
    name: 'rules',
    targets: ['rules/*.ts'],
    tests: [
      'test/rules/*.test.ts',
      'test/rehearsal/fans/poll-interval.test.ts',
      'test/site/line/rhythm.test.ts',
      'test/site/line/drift.test.ts',
    ],
  },
  {
    name: 'seating/allocate',
    targets: ['lambdas/seating/allocate/*.ts'],
    tests: [
      'test/lambdas/seating/allocate/*.test.ts',
      'test/lambdas/seating/ask/{extend-basket,reading,wrong-wish}.test.ts',
    ],
  },
  {
    name: 'waiting-room/draw, pace',
    targets: ['lambdas/waiting-room/{draw,pace}/*.ts'],
    tests: [
      'test/lambdas/waiting-room/draw/{close-round,remembered-rounds,beacon-setting}.test.ts',
      'test/lambdas/waiting-room/pace/*.test.ts',
      'test/lambdas/waiting-room/line/{tiers,ledger,open-line}.test.ts',
      'test/lambdas/waiting-room/turn/claim-pass.test.ts',
      'test/lambdas/waiting-room/place/{slower-lane,leave-line,devices,device-kind}.test.ts',
      'test/verify/published-line.test.ts',
      'test/rules/beacon.test.ts',
    ],
  },
];

/** Plain files alone are mutated: no twins, no stores, and no handlers. */
export const isMutated = (file: string): boolean => !/\.(store|gateway|lambda|twin)\.ts$/.test(file);
