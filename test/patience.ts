/*
 * How long a test may take, in one place: jest.config.js reads the first, test/browser.ts the second. Nothing here says
 * how fast something is: they end only what would never end, on a machine that has twenty other things to do.
 */

/** Of one test, and of what is done before it. */
export const testMs = 900_000;

/** Of one thing that a page is waited for. Shorter, so that what fails says what it was waiting for. */
export const pageMs = 300_000;
