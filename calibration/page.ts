import type { Bin, ChanceScore, WaitScore } from './scores.ts';

export interface CalibrationFacts {
  readonly seed: number;
  readonly onSales: number;
  readonly soldOut: number;
  readonly chances: ChanceScore;
  readonly waits: WaitScore;
  /** By minutes since the doors. */
  readonly waitsByTime: readonly { readonly from: number; readonly to: number; readonly score: WaitScore }[];
}

const percent = (share: number, digits = 0) => `${(share * 100).toFixed(digits)} %`;
const count = (number: number) => number.toLocaleString('en');

/** `docs/calibration.md`. */
export function pageOf({ seed, onSales, soldOut, chances, waits, waitsByTime }: CalibrationFacts): string {
  const binRow = ({ from, samples, said, came }: Bin) =>
    `| ${percent(from)} to ${percent(from + 1 / chances.bins.length)} | ${count(samples)} | ${percent(said, 1)} | ${percent(came, 1)} |`;
  const waitRow = (when: string, score: WaitScore) =>
    `| ${when} | ${count(score.samples)} | ${percent(score.withinHalf)} | ${percent(score.withinMost)} |`;
  return `# Is the page right?

The line's page says how likely seats are at your place, and how long it may take. Both are computed in the browser from
the board (\`rules/odds.ts\`, which has the model and its sums). This page says how often they were right.
\`npm run calibrate\` makes it again, the same to the last digit: seed ${seed}.

${onSales} on-sales in virtual time, ${soldOut} of which sold out: 300 to 5,000 seats, 20 to 600 who shop at once, wanted
by half as many people as there are seats for, or by four times as many. Calling is that of the real line
(\`how-far-to-call.ts\`); people are those of the rehearsals (\`rehearsal/fans/audience.ts\`), who come late or never, give up, give
back, walk away, come in ones and sixes. Every half minute everyone who waits is told a chance for their own party and
a wait, and in the end it is known what became of it.

## The chance of seats

Of all who were told "three in ten", three in ten should find seats. The dots lie on the diagonal if so.

![What was said against what came](calibration.svg)

| was told | how often | said on average | found seats |
| --- | ---: | ---: | ---: |
${chances.bins.map(binRow).join('\n')}

The Brier score, the mean squared distance between what was said and what came, is **${chances.brier.toFixed(3)}** over
${count(chances.samples)} forecasts. A forecaster of the base rate alone (${percent(chances.baseRate)}) gets ${chances.baseBrier.toFixed(3)}; a coin, 0.250.

## The wait

Half should be called within the first number that the page shows, nine of ten within the second.

| since the doors | how often | within the first | within the second |
| --- | ---: | ---: | ---: |
${waitsByTime.map(({ from, to, score }) => waitRow(`${from} to ${to} minutes`, score)).join('\n')}
${waitRow('all', waits)}

## What this does not say

- Forecasts of one on-sale stand and fall together, so ${onSales} on-sales weigh less than the number of forecasts sounds.
- The house is of seats that are all alike. In a real one "any seats" run out later than the ones people want.
- The model starts from beliefs about people (parties, patience, no-shows) that are those of the audience here. A real
  audience differs; what it buys and whether it comes is learned while the line moves, its patience hardly.
- Nobody turns a dial here. After a turn the wait is right again within some minutes, the chance at once.
`;
}
