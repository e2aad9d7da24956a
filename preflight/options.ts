export interface PreflightOptions {
  readonly stage: string;
  readonly json: boolean;
  /** The stage whose run-up is told: the file of its outputs, or its folder on this machine. */
  readonly report?: string;
  /** Milliseconds since the epoch. */
  readonly doors?: number;
}

export const preflightUsage = `npm run preflight -- -c stage=<stage> [options]
  --doors 2027-03-06T09:00Z   when the doors open, for the case to AWS Support
  --json                      the findings and the case as one JSON document
  --report outputs.json       say the findings to the run-up of the stage: what npm run deploy -- --outputs-file wrote
It reads, and changes nothing but that report. Status 0: all is ready. 1: something is not, or could not be asked. 2: the options are wrong, or there are no credentials. 3: the run-up was not told.`;

/** @returns a sentence if they are wrong. */
export function readPreflightOptions(args: readonly string[]): PreflightOptions | string {
  let stage: string | undefined;
  let json = false;
  let report: string | undefined;
  let doors: number | undefined;
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const [name = '', ...more] = arg.split('=');
    const value = () => (more.length > 0 ? more.join('=') : (left.shift() ?? ''));
    if (name === '--json') json = true;
    else if (name === '--report') {
      report = value();
      if (report === '') return '--report needs the file of the stage’s outputs';
    } else if (name === '--doors') {
      doors = Date.parse(value());
      if (Number.isNaN(doors)) return '--doors needs a moment such as 2027-03-06T09:00Z';
    } else if (name === '-c' || name === '--context') {
      const [, named] = /^stage=(.+)$/.exec(value()) ?? [];
      if (named === undefined) return `${name} needs stage=<stage>`;
      stage = named;
    } else return `${arg} is not known`;
  }
  if (stage === undefined) return 'Name the stage: -c stage=<stage>';
  return { stage, json, ...(report !== undefined && { report }), ...(doors !== undefined && { doors }) };
}
