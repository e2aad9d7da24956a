import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientTimes } from '../contracts/call-times.ts';
import { deployedStage, outputNamed } from './stage.ts';
import { readStage } from './stage-settings.ts';
import { tablesOnAws, warmStage } from './warm-tables.ts';

/** `npm run warm -- -c stage=<stage> --outputs outputs.json`: what a stage's tables are warmed to, raised for its audience. */
const { values } = parseArgs({
  options: { context: { type: 'string', short: 'c' }, outputs: { type: 'string', default: 'outputs.json' } },
});
const stage = /^stage=(.+)$/.exec(values.context ?? '')?.[1];
if (stage === undefined) stop('Say which stage: npm run warm -- -c stage=<stage> --outputs outputs.json');
const read = readStage(stage);
if (!read.ok) stop(...read.faults);
const { settings } = read;
try {
  const { outputs, region } = await deployedStage(values.outputs, settings.regions.home);
  await warmStage(
    {
      tables: tablesOnAws(new DynamoDBClient({ ...clientTimes({ connectMs: 5000, tryMs: 10_000, tries: 3 }), region })),
      say: console.log,
      wait,
    },
    settings,
    (output) => outputNamed(outputs, output),
  );
} catch (problem) {
  stop((problem as Error).message);
}

function stop(...faults: readonly string[]): never {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
