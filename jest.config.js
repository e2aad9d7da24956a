import { testMs } from './test/patience.ts';

// A handler under test waits for what stands in for AWS as long as its test does, however busy this machine is.
process.env.CALL_TRY_MS ??= `${testMs / 5}`;

/**
 * Jest runs the sources as ES modules (`--experimental-vm-modules`, see package.json), SWC strips the types. It finds
 * all tests. `npm test` takes jest.quick.config.js, and `npm run test:deep` those named `*.deep.test.ts`.
 */
export default {
  testEnvironment: '<rootDir>/test/environment.js',
  testMatch: ['<rootDir>/{test,local-cloud/test}/**/*.test.{ts,tsx}'],
  testTimeout: testMs,
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.ttf'],
  transform: {
    '\\.ttf$': '<rootDir>/test/bytes-transform.js',
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Packages are plain JavaScript; but a typeface is none anywhere.
  transformIgnorePatterns: ['/node_modules/(?!.*\\.ttf$)'],
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.stampede', '<rootDir>/dist'],
  testSequencer: '<rootDir>/test/longest-first.js',
  maxWorkers: 2,
};
