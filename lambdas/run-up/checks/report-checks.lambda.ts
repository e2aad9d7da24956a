import { checkReports } from '../../../contracts/run-up.ts';
import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { reportsFile } from '../run-up-files.ts';
import { reportChecks } from './report-checks.ts';

const env = readEnv('run-up/checks/report-checks', process.env);
const reports = reportsFile(openPublishedFiles(env.RUN_UP_BUCKET));

/** By operators: a rehearsal, a trial or a preflight says what it found. */
export const handler = operator(checkReports, (given, now) => reportChecks({ reports }, given, now));
