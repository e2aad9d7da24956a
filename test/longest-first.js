import Sequencer from '@jest/test-sequencer';

/**
 * Longest first, so that no worker is left alone with a long one in the end. Jest goes by how long each took the last
 * time; a fresh clone knows nothing of that, so the longest are named here.
 */
const long = [
  // Of `npm run test:deep`.
  'journeys/playhouse.deep.test.ts',
  'site/control-room.browser.deep.test.ts',
  'site/line/states.browser.deep.test.ts',
  'site/purchase.browser.deep.test.ts',
  'journeys/fan-way.deep.test.ts',
  'test/on-dynamodb-local.deep.test.ts',
  'simulation/seeds.deep.test.ts',
  'simulation/mutants.deep.test.ts',
  'waiting-room/history.deep.test.ts',
  'site/run-up.browser.deep.test.ts',
  'site/plain.browser.deep.test.ts',
  'journeys/crash.deep.test.ts',
  'site/developers/developers.browser.deep.test.ts',
  'site/accessible.browser.deep.test.ts',
  'site/order/find-order.browser.deep.test.ts',
  'calibration/calibrate.deep.test.ts',
  'draw/large-draw.deep.test.ts',
  // Of `npm test`.
  'verify/check-line.test.ts',
  'waiting-room/on-engines.deep.test.ts',
  'local-cloud/test/local-cloud.test.ts',
  'local-cloud/test/check.test.ts',
  'simulation/simulation.test.ts',
  'seating/histories.test.ts',
  'waiting-room/handlers.test.ts',
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
