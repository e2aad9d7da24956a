import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport, CheckReports } from '../contracts/run-up.ts';
import { type DeployedStage, deployedStage, invokerOf, localStage, outputNamed, StageProblem } from './stage.ts';

/*
 * `--report <where>`: a program says to the run-up of a stage what it found. It does so as operators act, by
 * `lambda:InvokeFunction` with the credentials of its shell, so there is no secret of its own. `<where>` is the file that
 * `npm run deploy -- --outputs-file` wrote, or the folder of a stage that runs on this machine.
 */

/** Says it, and prints what the run-up has of these checks then, a line each. */
export type Report = (reports: CheckReports) => Promise<void>;

const functionOf = 'ReportChecksFunction';

/** Where reports go: found before the work begins. Throws a `StageProblem` if no such stage is there. */
export async function reportTo(where: string, region = process.env.AWS_REGION): Promise<Report> {
  const stage = await stageAt(where, region);
  outputNamed(stage.outputs, functionOf);
  const invoke = invokerOf(stage);
  return async (said) => {
    const { reports } = await invoke<{ readonly reports: readonly CheckReport[] }>(functionOf, said, 'report');
    for (const one of reports) console.error(reportLine(one));
  };
}

/** The status of a program whose work is done, and of which the run-up was not told. */
export const notTold = 3;

/**
 * Whether the run-up was told. The findings of a program stand, whether the run-up knows of them or not: a report that fails is
 * said, and no more. The check is red by itself once its last report is old.
 */
export async function wasTold(tell: () => Promise<void>): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (error) {
    console.error(`The run-up was not told: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

export function reportLine({ check, good, happenedAt, says }: CheckReport): string {
  return `${good ? 'green' : 'RED  '}  ${check.padEnd(11)}  ${new Date(happenedAt).toISOString()}  ${says}`;
}

async function stageAt(where: string, region: string | undefined): Promise<DeployedStage> {
  if (existsSync(join(where, 'local.json'))) return localStage(where);
  if (!region) throw new StageProblem('--region: name the region of the stage that is told, e.g. eu-west-2');
  return deployedStage(where, region);
}
