import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The builds that the templates carry along; absolute paths of folders. */
export interface Built {
  /** `<context>/<handler>/index.mjs` */
  readonly handlers: string;
  /** `<function>.js` */
  readonly edge: string;
  /** `line.html`, `assets/` and the other pages. */
  readonly site: string;
  /** `index.js`: the run of a trial. */
  readonly trial: string;
}

/** One file of each folder that tells whether it was built, and the command that builds it. */
const signs = {
  edge: { file: 'viewer-request-api.js', command: 'node edge/build.ts' },
  site: { file: 'line.html', command: 'npm run build' },
} as const;

/** The missing builds, one line each that says what to run; empty if all are there. */
export function missingBuilds(built: Pick<Built, 'edge' | 'site'>): readonly string[] {
  return (['edge', 'site'] as const)
    .map((folder) => ({ path: join(built[folder], signs[folder].file), command: signs[folder].command }))
    .filter(({ path }) => !existsSync(path))
    .map(({ path, command }) => `${path} is missing: run ${command}`);
}
