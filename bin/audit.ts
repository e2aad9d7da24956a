import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAuditAnswer } from '../lib/audit/audit-answer.ts';
import { exceptionsSetting, judgeAudit } from '../lib/audit/audit-rule.ts';
import { pathsInBundles, type Sbom, sbomFile } from '../lib/sbom/sbom.ts';

/* `npm run audit`: asks the registry about every package that is installed, and judges by lib/audit/audit-rule.ts. */

const root = join(import.meta.dirname, '..');
const exceptionsFile = 'audit-exceptions.json';

function main(): 0 | 1 | 2 {
  const read = exceptionsSetting.safeParse(JSON.parse(readFileSync(join(root, exceptionsFile), 'utf8')));
  if (!read.success) {
    for (const { path, message } of read.error.issues) console.error(`${exceptionsFile}: ${path.join('.')} ${message}`);
    return 1;
  }
  const sbom = join(root, 'cdk.out', sbomFile);
  // npm ends with 1 for any advisory. The rule decides, so its status says nothing here.
  const { stdout, error } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { status, lines } = judgeAudit({
    answer: error ? { ok: false, why: error.message } : readAuditAnswer(stdout),
    bundled: existsSync(sbom) ? pathsInBundles(JSON.parse(readFileSync(sbom, 'utf8')) as Sbom) : undefined,
    exceptions: read.data,
    now: Date.now(),
  });
  for (const line of lines) (status === 0 ? console.log : console.error)(line);
  return status;
}

process.exitCode = main();
