/** `npm run calibrate`: measures how often the page of the line is right, and writes docs/calibration.md and .svg. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate } from './calibrate.ts';
import { pageOf } from './page.ts';
import { plotOf } from './plot.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const facts = calibrate({ seed: 2027, onSales: 100 });
writeFileSync(join(docs, 'calibration.md'), pageOf(facts));
writeFileSync(join(docs, 'calibration.svg'), plotOf(facts.chances.bins));
const { brier, baseBrier } = facts.chances;
console.log(`Brier score ${brier.toFixed(3)}, base rate ${baseBrier.toFixed(3)}. Written: docs/calibration.md, .svg`);
