import all from './jest.config.js';

/** What `npm test` runs: all but the tests named `*.deep.test.ts`, which `npm run test:deep` runs. */
export default { ...all, testPathIgnorePatterns: ['/node_modules/', '\\.deep\\.test\\.'] };
