import { type ChaosResult, healLimitOf, missedIn } from './verdict.ts';

/* A round of chaos in words: for the terminal, and as a row of docs/resilience.md. */

const titleOf = ({ round }: ChaosResult): string => round.kinds.map(({ title }) => title).join(', and ');

const sinceBegan = ({ beganAt }: ChaosResult, at: number): number => Math.round((at - beganAt) / 1000);

export function chaosLines(result: ChaosResult): readonly string[] {
  const { round, seen, rung, findings } = result;
  const missed = missedIn(result);
  return [
    `\n${missed.length === 0 ? '✓' : '✗'} ${titleOf(result)}`,
    ...(seen.bad.length === 0 ? ['  fans saw nothing of it'] : []),
    ...seen.bad.map(({ what, times, until }) => `  fans saw ${times} × ${what}, until ${until} s after it began`),
    `  healed ${seen.healedAfter} s after its end (within ${healLimitOf(round)} s)`,
    ...rung.map(
      ({ alarm, at, silentAt }) =>
        `  ${alarm} rang after ${sinceBegan(result, at)} s, ${silentAt === undefined ? 'and rings still' : `until ${sinceBegan(result, silentAt)} s`}`,
    ),
    ...(rung.length === 0 ? ['  no alarm rang'] : []),
    `  ${findings.filter(({ ok }) => ok).length} of ${findings.length} findings of the audit are good`,
    ...missed.map((what) => `  MISSED: ${what}`),
  ];
}

const begins = '<!-- measured -->\n';
const ends = '<!-- until here -->';

const head = [
  '| fault | what fans saw, from its beginning | healed after its end | alarms | |',
  '| --- | --- | --- | --- | --- |',
];

/** docs/resilience.md with these figures in the place of those before. */
export function withMeasured(text: string, results: readonly ChaosResult[]): string {
  const [before = '', rest = ''] = text.split(begins);
  const after = rest.slice(rest.indexOf(ends));
  return `${before}${begins}\n${[...head, ...results.map(chaosRow)].join('\n')}\n\n${after}`;
}

/** `| title | what fans saw, until when | healed | alarms | runbook |` */
function chaosRow(result: ChaosResult): string {
  const { seen, rung } = result;
  const saw = seen.bad.map(({ what, times, until }) => `${times} × ${what}, until ${until} s`).join('; ') || 'nothing';
  const alarms = [...new Set(rung.map(({ alarm, at }) => `${shortName(alarm)} after ${sinceBegan(result, at)} s`))];
  return `| ${titleOf(result)} | ${saw} | ${seen.healedAfter} s | ${alarms.join('; ') || 'none'} | ${missedIn(result).join('; ') || 'held'} |`;
}

/** Without the stage. */
const shortName = (alarm: string): string => alarm.replace(/^Stampede-[^-]+-/, '');
