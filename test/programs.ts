import { findBrowser } from './browser.ts';
import { findNjs } from './edge/njs.ts';

/*
 * Finds or installs all programs that tests need: `npm test` runs this file by itself first, because two test files
 * that install at once would be in each other's way.
 */

findBrowser();
findNjs();
