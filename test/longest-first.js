import Sequencer from '@jest/test-sequencer';

/**
 * Longest first, so that no worker is left alone with a long one in the end. Jest goes by how long each took the last
 * time; a fresh clone knows nothing of that, so the longest are named here.
 */
const long = [
  'journeys/playhouse.test.ts',
  'journeys/fan-way.test.ts',
  'site/purchase.browser.test.ts',
  'site/accessible.browser.test.ts',
  'site/line/states.browser.test.ts',
  'simulation/simulation.test.ts',
  'simulation/mutants.test.ts',
  'lambdas/waiting-room/on-engines.test.ts',
  'local-cloud/test/dynamodb/tables.test.ts',
  'lib/validation.test.ts',
];

const rank = ({ path }) => {
  const at = long.findIndex((name) => path.endsWith(name));
  return at < 0 ? long.length : at;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
