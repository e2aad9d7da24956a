import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, home } from '../bin/build.ts';
import { benchDecisions } from './decisions.ts';
import { benchHandlers } from './handlers.ts';
import { isAsPromised } from './measure.ts';
import { benchOnSale } from './on-sale.ts';
import { type BenchResult, resultLines, resultPage } from './report.ts';
import { benchRolls } from './rolls.ts';
import { benchSeats } from './seats.ts';
import { benchTableCalls } from './table-calls.ts';
import { benchUnits } from './units.ts';
import { benchWaiting } from './waiting.ts';

/*
 * `npm run bench` measures what the project promises and writes docs/benchmarks.md. With the names of parts, it
 * measures only those and writes nothing. The status is 1 if a number is not as promised.
 */

const parts = ['joins', 'units', 'calls', 'rolls', 'holds', 'decisions', 'seats', 'waiting', 'handlers'] as const;
type BenchPart = (typeof parts)[number];

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !parts.includes(name as BenchPart));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: npm run bench [-- --json] [${parts.join('|')}]`);
  process.exit(2);
}
const wanted = (part: BenchPart) => positionals.length === 0 || positionals.includes(part);
const say = (line: string) => console.error(line);

// The cost of waiting includes the joins.
const joins = wanted('joins') || wanted('waiting');
const units = wanted('units') || wanted('waiting') ? await benchUnits() : [];
const waiting = wanted('waiting') ? await benchWaiting(units, say) : undefined;
const calls = wanted('calls') ? await benchTableCalls() : [];
const rolls = wanted('rolls') ? await benchRolls(say) : [];
const decisions = wanted('decisions') ? benchDecisions() : [];
const seats = wanted('seats') ? await benchSeats(say) : [];
const onSale = joins || wanted('holds') ? await benchOnSale({ joins, holds: wanted('holds') }, say) : [];
if (wanted('handlers')) await build(say);
const handlers = wanted('handlers') ? await benchHandlers(join(home, 'cdk.out'), say) : [];

const versionOf = (name: string) =>
  (createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string }).version;
const result: BenchResult = {
  date: new Date().toISOString(),
  machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`,
  versions: {
    Node: process.versions.node,
    dynalite: versionOf('dynalite'),
    'AWS SDK': versionOf('@aws-sdk/client-dynamodb'),
    esbuild: versionOf('esbuild'),
  },
  command: 'npm run bench',
  measures: [
    ...onSale,
    ...(wanted('units') ? units : units.filter(({ name }) => name.includes('join'))),
    ...calls,
    ...rolls,
    ...decisions,
    ...seats,
    ...(waiting?.measures ?? []),
  ],
  bills: waiting?.bills ?? [],
  handlers,
};

if (values.json) console.log(JSON.stringify(result, null, 2));
else for (const line of resultLines(result)) console.log(line);
const page = join(home, 'docs', 'benchmarks.md');
if (positionals.length === 0) writeFileSync(page, resultPage(result, readFileSync(page, 'utf8')));
process.exitCode = result.measures.every(isAsPromised) ? 0 : 1;
