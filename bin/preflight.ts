import type { CheckReports } from '../contracts/run-up.ts';
import { askAws } from '../preflight/account.gateway.ts';
import { needsOf } from '../preflight/needs.ts';
import { preflightUsage, readPreflightOptions } from '../preflight/options.ts';
import { runChecks, statusOf } from '../preflight/preflight.ts';
import { preflightReport } from '../preflight/preflight-report.ts';
import { isNobody } from '../preflight/question.ts';
import { reportText } from '../preflight/report.ts';
import { supportCase } from '../preflight/support-case.ts';
import { notTold, type Report, reportTo, wasTold } from './report-to.ts';
import { StageProblem } from './stage.ts';
import { readStage } from './stage-settings.ts';

/* `npm run preflight`: asks the account whether it has what the morning needs. */

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof StageProblem)) throw error;
  return wrong(error.message);
});

async function main(args: readonly string[]): Promise<0 | 1 | 2 | typeof notTold> {
  if (args.includes('--help')) {
    console.log(preflightUsage);
    return 0;
  }
  const options = readPreflightOptions(args);
  if (typeof options === 'string') return wrong(`${options}\n\n${preflightUsage}`);
  const read = readStage(options.stage);
  if (!read.ok) return wrong(read.faults.join('\n'));
  const { settings } = read;
  const needs = needsOf(settings);
  const who = await askAws({ service: 'sts', operation: 'GetCallerIdentity', region: needs.home });
  if (isNobody(who))
    return wrong(
      'This shell has no credentials for AWS, or they have ended: sign in (`aws sso login`), or set AWS_PROFILE',
    );
  const report = options.report === undefined ? undefined : await reportTo(options.report, needs.home);
  const found = await runChecks({ ask: askAws, settings, needs, now: Date.now() });
  const text = supportCase(settings, needs, options.doors);
  console.log(options.json ? JSON.stringify({ found, supportCase: text }, null, 2) : reportText(found, text));
  const told = report === undefined || (await wasTold(() => tell(report, preflightReport(found))));
  return told ? statusOf(found) : notTold;
}

async function tell(report: Report, found: CheckReports | undefined): Promise<void> {
  if (found === undefined) throw new Error('nothing of it could be asked');
  await report(found);
}

function wrong(sentence: string): 2 {
  console.error(sentence);
  return 2;
}
