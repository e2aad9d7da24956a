import { table } from '../rehearsal/report.ts';
import type { HandlerMeasure } from './handlers.ts';
import { isAsPromised, type Measure, rounded } from './measure.ts';
import { type Bill, costOf, totalOf } from './waiting-cost.ts';

/** Everything one run measured, and on what. */
export interface BenchResult {
  /** ISO 8601. */
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly command: string;
  readonly measures: readonly Measure[];
  readonly bills: readonly Bill[];
  readonly handlers: readonly HandlerMeasure[];
}

/** Lines for a terminal. */
export function resultLines({ measures, bills, handlers }: BenchResult): readonly string[] {
  const left = new Set([0, 2]);
  return [
    ...table([['measured', 'value', 'aim'], ...measures.map((one) => [one.name, figureOf(one), aimOf(one)])], left),
    ...bills.flatMap((bill) => ['', bill.title, ...table(billRows(bill), new Set([0]))]),
    ...(handlers.length > 0 ? ['', ...table([handlerHead, ...handlers.map(handlerRow)], new Set([0]))] : []),
  ];
}

/** The arithmetic, line by line: the number, the price a million, the fans who share it, and the result. */
function billRows(bill: Bill): readonly (readonly string[])[] {
  return [
    ['what', 'how many', '$ a million', 'among', '$ a fan'],
    ...bill.lines.map((line) => [
      line.what,
      `${line.count.toLocaleString('en', { maximumFractionDigits: 2 })} ${line.unit}`,
      `${Number(line.perMillion.toPrecision(6))}`,
      (line.among ?? 1).toLocaleString('en'),
      costOf(line).toFixed(8),
    ]),
    ['together', '', '', '', totalOf(bill).toFixed(8)],
  ];
}

const figureOf = ({ value, unit }: Measure) => `${rounded(value).toLocaleString('en')} ${unit}`;

function aimOf(measure: Measure): string {
  const { aim, unit } = measure;
  if (!aim) return '';
  const words = 'atLeast' in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`;
  return `${words} ${unit} ${isAsPromised(measure) ? '✓' : '✗'}`;
}

const handlerHead = ['handler', 'kB', 'kB gzip', 'loads, ms', 'starts, ms', '× empty'] as const;

function handlerRow({ handler, size, gzipped, loading, coldStart, timesEmpty }: HandlerMeasure): readonly string[] {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(0);
  return [
    handler,
    kilobytes(size),
    kilobytes(gzipped),
    loading.toFixed(0),
    coldStart.toFixed(0),
    timesEmpty.toFixed(1),
  ];
}

/** `docs/benchmarks.md`; `before`: as it was, for the part that test/site/layout/measure.ts writes. */
export function resultPage(result: BenchResult, before = ''): string {
  const { date, machine, versions, command, measures, bills, handlers } = result;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = measures.map((one) => row([one.name, figureOf(one), aimOf(one), one.how ?? '']));
  return `# Benchmarks

Written by \`${command}\` on ${date.slice(0, 10)}, on ${machine}, with ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}. Run it yourself: the numbers are this machine's, their proportions are not.

Everything through HTTP runs from the synthesized templates on one machine, the load driver beside it in a
process of its own. Database units are the engine's own count (\`ReturnConsumedCapacity\`), of the real use cases; where
DynamoDB Local counts otherwise than AWS bills (transactions, reads of what is not there), as AWS bills.

${row(['measured', 'value', 'aim', 'how'])}
| --- | ---: | --- | --- |
${rows.join('\n')}

## Seats: ours, and a row a seat

The usual table of a ticket shop has a row a seat, and a hold is one transaction: each seat on the condition that it is
free, the hold, and the fan's count. Shops on SQL do it with row locks (pretix, bn-api), AWS's own example of
\`TransactWriteItems\` sells a product with its order that way. \`bench/seat-rows.ts\` is such a shop, written as well as we
could: it reads one section at a time, chooses by the same rule, remembers which sections are full, and waits by chance
before it looks again. One kind insists on the very best seats, as ours gives them; the other draws one of the ten
best, which is quicker, since fewer want the same seats, and no longer what the fan asked for. Both designs run on
Amazon's own engine, in one run and in turns. Through the whole platform on this machine, queue and HTTP included, it is
*holds a second, one performance* above; what AWS allows is in [seating](seating.md).

## What a waiting fan costs

At AWS's list prices of November 2026, CloudFront at Europe's $1.20 a million requests ($1.00 in North America),
without discounts or free tiers. A wait polls the distribution that has no firewall in front; what a line costs
whoever waits is shared among the fans of one large on-sale. Polling every 3 s through the same CDN would be 600
polls: more than ten times as much.

${bills.map((bill) => billTable(bill)).join('\n')}
## Handlers

The very bundles that the templates deploy. A start is a fresh process that imports the bundle, which
reads its secrets; the medians of five. The last column says how many times the start of an empty handler that is.

${row([...handlerHead])}
| --- | ---: | ---: | ---: | ---: | ---: |
${handlers.map((one) => row(handlerRow(one))).join('\n')}
${/\n## Pages\n.*$/s.exec(before)?.[0] ?? ''}`;
}

function billTable(bill: Bill): string {
  const [head = [], ...rows] = billRows(bill);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `**${bill.title}**\n\n${line(head)}\n| --- | ---: | ---: | ---: | ---: |\n${rows.map(line).join('\n')}\n`;
}
