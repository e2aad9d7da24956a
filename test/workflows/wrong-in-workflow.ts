/* What no workflow of ours may have, beyond what actionlint knows. */

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly environment?: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Actions that ask GitHub for a token of the job. */
const takesToken = /configure-aws-credentials|attest-build-provenance/;

export function wrongIn(text: string, { permissions, jobs }: Workflow): readonly string[] {
  const wrong: string[] = [];
  for (const line of text.split('\n')) {
    const [, used = ''] = /uses: (\S.*)/.exec(line) ?? [];
    if (
      used !== '' &&
      !/^\.\/\.github\/workflows\/[\w-]+\.yml$/.test(used) &&
      !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used)
    )
      wrong.push(`${used} is not a full commit with its version beside it`);
  }
  if (/pull_request_target/.test(text)) wrong.push('pull_request_target runs the code of forks with our rights');
  if (/\bsecrets[.[]/.test(text)) wrong.push('secrets are not needed: roles are taken with tokens');
  if (/AWS_(SECRET_)?ACCESS_KEY/i.test(text)) wrong.push('a key of AWS is not needed');
  if (/--although/.test(text)) wrong.push('a workflow does not do what was refused');
  if (JSON.stringify(permissions) !== '{}') wrong.push('the whole workflow has rights; only jobs may');
  for (const [name, job] of Object.entries(jobs)) {
    const { steps = [] } = job;
    if (job.permissions === undefined) wrong.push(`${name} does not say its permissions`);
    if (job.uses === undefined && job['timeout-minutes'] === undefined) wrong.push(`${name} has no timeout`);
    const usesToken = steps.some(({ uses = '' }) => takesToken.test(uses));
    if (job.uses === undefined && (job.permissions?.['id-token'] === 'write') !== usesToken)
      wrong.push(`${name} has id-token and does not need it, or the other way round`);
    for (const { run = '', uses = '', with: given } of steps) {
      if (run.includes('${{')) wrong.push(`${name} puts an expression into a script: give it by env`);
      if (uses.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false)
        wrong.push(`${name} does not say persist-credentials: false`);
    }
  }
  return wrong;
}
