import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { descriptionPath } from '../contracts/api.ts';
import { type FoundCloud, findCloud, siteOf } from '../rehearsal/cloud.gateway.ts';
import type { ApiDescription } from '../rehearsal/fuzz/description.ts';
import { fansAt } from '../rehearsal/fuzz/fans.gateway.ts';
import { type FuzzReport, fuzz } from '../rehearsal/fuzz/fuzz.ts';
import { fuzzLines } from '../rehearsal/fuzz/report.ts';
import { openWire } from '../rehearsal/fuzz/send.gateway.ts';
import { signedInAs } from '../rehearsal/fuzz/signed-in.gateway.ts';
import { openSite } from '../rehearsal/site.gateway.ts';
import { type FuzzOptions, fuzzUsage, readFuzzOptions } from './fuzz-options.ts';
import { inOwnCloud } from './own-cloud.ts';

/*
 * `npm run fuzz`: a hundred thousand requests, made of the description of the API, at the cloud that runs on this machine or
 * at one that is started for it. It goes nowhere else. A fan's proofs and an owner's are sent along, so that it gets far;
 * levers are turned and lines may end, so use no state that you want to keep. Status 0: every answer was right. 1: some
 * were not. 2: it could not be done.
 */

const patienceMs = 20_000;
const clock = { wait: async (milliseconds: number) => void (await wait(milliseconds)) };

async function fuzzAt(cloud: FoundCloud, options: FuzzOptions): Promise<FuzzReport | string> {
  const site = siteOf(cloud);
  const description = (await (
    await fetch(`${site}${descriptionPath}`, { signal: AbortSignal.timeout(patienceMs) })
  ).json()) as ApiDescription;
  const asFan = openSite(site, () => undefined, Date.now);
  const wire = openWire(site, clock);
  try {
    const next = await fansAt(asFan, { world: options.world, run: randomBytes(4).toString('hex'), clock });
    if (typeof next === 'string') return next;
    const genuine = async () => {
      const { proofs, known } = await next();
      return { known, proofs: { ...proofs, authorization: `Bearer ${await signedInAs(site, 'owner')}` } };
    };
    const onPart = (sent: number, faulty: number) =>
      console.error(`${sent} of ${options.requests} sent, ${faulty} answers were not right`);
    return await fuzz({ description, genuine, send: wire.send, onPart }, options);
  } finally {
    wire.close();
    asFan.close();
  }
}

async function run(options: FuzzOptions): Promise<FuzzReport | string> {
  const running = findCloud(options.state);
  if (running) return await fuzzAt(running, options);
  const state = join(options.state, 'fuzz');
  console.error(`No cloud runs in ${options.state}: starting one in ${state}`);
  return await inOwnCloud({ state, world: options.world, doorsIn: 'PT5S', port: 0 }, (cloud) => fuzzAt(cloud, options));
}

async function main(args: readonly string[]): Promise<number> {
  const options = readFuzzOptions(args);
  if (options === 'help') {
    console.log(fuzzUsage);
    return 0;
  }
  const report = typeof options === 'string' ? `${options}\n\n${fuzzUsage}` : await run(options);
  if (typeof options === 'string' || typeof report === 'string') {
    console.error(report);
    return 2;
  }
  console.log(options.json ? JSON.stringify(report, undefined, 2) : fuzzLines(report).join('\n'));
  return report.faulty === 0 ? 0 : 1;
}

if (import.meta.main)
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  });
