import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientTimes } from '../../contracts/call-times.ts';
import type { TrialOpening } from '../../contracts/trial.ts';
import { walkerAt } from './ask.gateway.ts';
import { trialLines } from './report.ts';
import { trialReport } from './trial-report.ts';
import { type Walked, walk } from './walk.ts';

/*
 * One run of the trial by CloudWatch Synthetics: opens the trial of this hour as a delivery does, walks through it, and
 * says to the run-up how it went. A run that throws has failed. lib/bundle-trial.ts makes one file of it.
 */

/** A function of operators may take its minute. */
const lambda = new LambdaClient(clientTimes({ connectMs: 5000, tryMs: 60_000, tries: 1 }));

async function invoke<Answer>(name: string | undefined, payload: object): Promise<Answer> {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }),
  );
  const text = Payload?.transformToString() ?? '';
  const answer = FunctionError === undefined ? JSON.parse(text) : { ok: false };
  if (!answer.ok) throw new Error(`${name} answered ${text}`);
  return answer;
}

const { SITE_ADDRESS = '', OPEN_TRIAL, OPEN_TRIAL_HOUSE, REPORT_CHECKS } = process.env;

async function open(): Promise<TrialOpening> {
  const { onSale, closesAt } = await invoke<TrialOpening>(OPEN_TRIAL, {});
  await invoke(OPEN_TRIAL_HOUSE, { onSale, closesAt });
  return { onSale, closesAt };
}

/**
 * A seat that was bought is bought, whether the run-up can be told or not. So a report that fails fails no run, which would
 * wake somebody because nobody can buy. The log has it, and the check is red by itself once the last report is old.
 */
async function report(walked: Walked): Promise<void> {
  try {
    await invoke(REPORT_CHECKS, trialReport(walked));
  } catch (fault) {
    console.error('The run-up was not told of this run', fault);
  }
}

export async function handler(): Promise<string> {
  const walked = await walk(walkerAt(SITE_ADDRESS, open));
  console.log(trialLines(walked).join('\n'));
  await report(walked);
  if (!walked.ok) throw new Error(`${walked.failed}: ${walked.says}`);
  return 'A seat was bought with a pretend card, and given back';
}
