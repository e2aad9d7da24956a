import { build } from '../bin/build.ts';
import { findBrowser } from './browser.ts';
import { findNjs } from './edge/njs.ts';
import { assemblyOf } from './lib/synthesize.ts';
import { keepBuiltSite } from './site/built-site.ts';

/*
 * All that several test files need, once for all of them and before any starts: two that install or build at once would
 * be in each other's way. The build synthesizes the example with every validation; the stages of tests go without.
 * `npm run jest` by itself makes what is missing when a test asks for it.
 */

findBrowser();
findNjs();
await build(console.log);
keepBuiltSite();
await assemblyOf();
