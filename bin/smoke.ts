import { parseArgs } from 'node:util';
import type { TrialOpening } from '../contracts/trial.ts';
import { type Get, type SmokeAnswer, type SmokeFinding, smoke } from '../lib/smoke/smoke.ts';
import { walkerAt } from '../rehearsal/trial/ask.gateway.ts';
import { trialLines } from '../rehearsal/trial/report.ts';
import { trialReport } from '../rehearsal/trial/trial-report.ts';
import { type Walked, walk } from '../rehearsal/trial/walk.ts';
import { notTold, reportTo, wasTold } from './report-to.ts';
import { deployedStage, type Invoke, invokerOf, localStage, StageProblem } from './stage.ts';

/*
 * `npm run smoke -- --site https://tickets.example.org`: asks a stage from outside whether it answers as it must. With
 * `--buy` it also joins, holds and buys with a pretend card, in a hidden on-sale that it opens for it. Status 0: all is
 * well. 1: something is not. 2: it was called wrongly, or the stage cannot be reached. 3: all is well, and the run-up was not
 * told.
 */

/** A CDN may take so long for a file that it has to fetch first, and for a function that starts. */
const patienceMs = 20_000;

const getFrom =
  (site: URL): Get =>
  async (path): Promise<SmokeAnswer> => {
    const answer = await fetch(new URL(path, site), {
      headers: { 'accept-language': 'en', accept: '*/*', 'user-agent': 'stampede-smoke' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  };

export async function smokeSite(site: URL): Promise<readonly SmokeFinding[]> {
  return [...(await smoke(getFrom(site))), ...(site.protocol === 'https:' ? [await leadsToHttps(site)] : [])];
}

async function leadsToHttps(site: URL): Promise<SmokeFinding> {
  const plain = new URL(site);
  plain.protocol = 'http:';
  const path = `${plain}`;
  try {
    const { status, headers } = await getFrom(plain)('/');
    const leads = status >= 300 && status < 400 && headers.location?.startsWith('https://');
    return { path, faults: leads ? [] : [`answers ${status} and does not lead to https`] };
  } catch (error) {
    return { path, faults: [`gives no answer: ${error instanceof Error ? error.message : error}`] };
  }
}

// A purchase in the trial of this hour.
export async function buyAt(site: URL, invoke: Invoke): Promise<Walked> {
  const open = async () => {
    const trial = await invoke<TrialOpening & { readonly ok: true }>('OpenTrialFunction', {}, 'trial');
    const { onSale, closesAt } = trial;
    await invoke('OpenTrialHouseFunction', { onSale, closesAt }, 'trial');
    return trial;
  };
  return walk(walkerAt(`${site}`, open));
}

const usage = `Asks a stage from outside whether it answers as it must.

  npm run smoke -- --site https://tickets.example.org
  npm run smoke -- --site http://127.0.0.1:8787 --buy                                  the stage that runs on this machine
  npm run smoke -- --site https://… --buy --outputs outputs.json --region eu-west-2    a stage on AWS

  --buy       joins, holds and buys with a pretend card in a hidden on-sale, and gives it back
  --report    says to the run-up of that stage whether a seat could be bought
  --outputs   what \`npm run deploy -- --outputs-file\` wrote; --region goes with it
  --state     folder of the local stage's state (.stampede)`;

async function main(): Promise<0 | 1 | 2 | typeof notTold> {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: '' },
      buy: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      outputs: { type: 'string' },
      region: { type: 'string' },
      state: { type: 'string', default: '.stampede' },
    },
  });
  const { site, buy, report: reports, outputs, region = process.env.AWS_REGION, state } = values;
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) {
    console.error(`Name the address of the site.\n\n${usage}`);
    return 2;
  }
  if (buy && outputs !== undefined && !region) throw new StageProblem('--region: name the region, e.g. eu-west-2');
  const found = await smokeSite(new URL(site));
  for (const { path, faults, note } of found)
    console.log(
      `${faults.length > 0 ? 'FAILS' : 'ok   '}  ${path}${note ? `  (${note})` : ''}${faults.map((each) => `\n         ${each}`).join('')}`,
    );
  const failed = found.filter(({ faults }) => faults.length > 0).length;
  console.log(
    failed > 0 ? `${failed} of ${found.length} do not answer as they must` : `All ${found.length} answer as they must`,
  );
  if (!buy) return failed > 0 ? 1 : 0;
  const stage = outputs === undefined ? await localStage(state) : await deployedStage(outputs, region ?? '');
  const walked = await buyAt(new URL(site), invokerOf(stage));
  console.log(trialLines(walked).join('\n'));
  console.log(walked.ok ? 'A seat was bought with a pretend card, and given back' : 'No seat could be bought');
  const tell = async () => (await reportTo(outputs ?? state, region))(trialReport(walked));
  const told = !reports || (await wasTold(tell));
  if (failed > 0 || !walked.ok) return 1;
  return told ? 0 : notTold;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof StageProblem)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
