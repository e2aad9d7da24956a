import { keptFiles } from '../lib/put-back/kept-files.ts';
import { type PutBackOptions, putBackUsage, readPutBackOptions } from '../lib/put-back/options.ts';
import { putBack } from '../lib/put-back/put-back.ts';
import { findCloud } from '../rehearsal/cloud.gateway.ts';
import { type KeptBucket, keptVersions } from './kept-versions.ts';
import { deployedStage, outputNamed, StageProblem } from './stage.ts';
import { readStage } from './stage-settings.ts';
import { withTypedAnswers } from './typed-answers.ts';

/* `npm run put-back`: published files and pages as they were, after somebody deleted or defaced them. */

async function reach({ stage, at, files }: PutBackOptions): Promise<KeptBucket> {
  const read = readStage(stage);
  if (!read.ok) throw new StageProblem(read.faults.join('\n'));
  const region = read.settings.regions.home;
  const named = (output: (name: string) => string) => ({
    bucket: output(keptFiles[files].output),
    distributions: [output('DistributionId'), output('LiveDistributionId'), output('CopiesDistributionId')],
  });
  if (at.is === 'aws') {
    const { outputs } = await deployedStage(at.outputs, region);
    return { ...named((name) => outputNamed(outputs, name)), region };
  }
  const cloud = findCloud(at.state);
  if (!cloud) throw new StageProblem(`Nothing runs in ${at.state}. Start it with npm start.`);
  const { S3: s3 = '', CLOUDFRONT: cloudFront = '' } = cloud.endpoints;
  return { ...named((name) => cloud.output(name)), region, endpoints: { s3, cloudFront } };
}

async function main(args: readonly string[]): Promise<number> {
  const options = readPutBackOptions(args, Date.now());
  if (options === 'help') {
    console.log(putBackUsage);
    return 0;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${putBackUsage}`);
    return 2;
  }
  const kept = await reach(options);
  const isBack = await withTypedAnswers((ask) => putBack(options, { ...keptVersions(kept), say: console.log, ask }));
  return isBack ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof StageProblem)) throw error;
  console.error(error.message);
  return 2;
});
