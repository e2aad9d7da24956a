import { join } from 'node:path';
import { type FoundCloud, findCloud } from '../rehearsal/cloud.gateway.ts';
import { type HeldRehearsal, hold } from '../rehearsal/hold.ts';
import { type RehearsalOptions, readOptions, usage } from '../rehearsal/options.ts';
import { rehearsalReport } from '../rehearsal/rehearsal-report.ts';
import { inOwnCloud } from './own-cloud.ts';
import { holdWithPeople, placesForPeople } from './rehearse-with-people.ts';
import { reportTo } from './report-to.ts';

/*
 * `npm run rehearse`: finds the cloud that runs here, or starts one for the occasion, and holds the rehearsal in it.
 * Status 0: no breach. 1: a breach. 2: it could not be held.
 */

async function run(options: RehearsalOptions): Promise<HeldRehearsal> {
  const running = findCloud(options.state);
  if (running) return await held(options, running);
  // Its own folder, so that what a person has in theirs is neither used nor lost.
  const state = join(options.state, 'rehearsal');
  console.error(
    `No cloud runs in ${options.state}: starting one in ${state}, doors open ${options.doorsIn} after it is ready`,
  );
  const { world, doorsIn, iam } = options;
  return await inOwnCloud({ state, world, doorsIn, iam }, async (cloud, started) => {
    if (options.withPeople) console.error(placesForPeople(started));
    return await held(options.withPeople ? options : { claimMinutes: 1, ...options }, cloud);
  });
}

const held = (options: RehearsalOptions, cloud: FoundCloud): Promise<HeldRehearsal> =>
  options.withPeople ? holdWithPeople(options, cloud) : hold(options, cloud);

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(`${options}\n\n${usage}`);
  const report = options.report === undefined ? undefined : await reportTo(options.report, options.region);
  const ended = await run(options);
  await report?.(rehearsalReport(ended, options.fans));
  return ended.ok ? ended.status : refuse(ended.problem);
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

if (import.meta.main) {
  // Fans whom `npm start -- --fans` sent go home with it.
  const goHome = () => process.exit(2);
  process.once('disconnect', goHome);
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) =>
    // A fault of the rehearsal's own: nobody waits for the fans who are still on their way.
    process.exit(refuse(error instanceof Error ? `${error.stack}` : `${error}`)),
  );
  process.off('disconnect', goHome);
  if (process.connected) process.disconnect();
}
