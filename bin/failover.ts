import { setTimeout as wait } from 'node:timers/promises';
import { drillKey, drillName, switchKey } from '../contracts/switch.ts';
import { type DrillDoors, drill, drillVerdict } from '../lib/failover/drill.ts';
import { type FlipDoors, flip, standing } from '../lib/failover/flip.ts';
import { linesToPause } from '../lib/failover/lines-to-pause.ts';
import { type FailoverOptions, failoverUsage, readFailoverOptions } from '../lib/failover/options.ts';
import type { Settings } from '../lib/settings.ts';
import { findCloud } from '../rehearsal/cloud.gateway.ts';
import { linesSeen } from './lines-seen.ts';
import { answersFor, nameServerHere, nameServersOf } from './name-servers.ts';
import { notTold, reportTo, wasTold } from './report-to.ts';
import { type DeployedStage, deployedStage, invokerOf, localStage, outputNamed, StageProblem } from './stage.ts';
import { readStage } from './stage-settings.ts';
import { type SwitchPlace, standbySwitch } from './standby-switch.ts';
import { withTypedAnswers } from './typed-answers.ts';

/*
 * `npm run failover`: the switch that sends everyone to the fallback, and its drills. It needs S3 in the standby region and
 * the credential of the switch. It needs the home region to pause lines, and for nothing else.
 */

/** The part of a stage that the switch needs. */
interface Reached {
  readonly settings: Settings;
  readonly place: SwitchPlace;
  /** Address of the distribution of boards. */
  readonly live: string;
  /** Undefined if only the bucket is known. */
  readonly stage: DeployedStage | undefined;
  readonly answers: (name: string) => ReturnType<typeof answersFor>;
}

async function reach({ stage: name, at }: FailoverOptions): Promise<Reached> {
  const read = readStage(name);
  if (!read.ok) throw new StageProblem(read.faults.join('\n'));
  const { settings } = read;
  const { home, standby } = settings.regions;
  if (at.is === 'here') {
    const cloud = findCloud(at.state);
    if (!cloud) throw new StageProblem(`Nothing runs in ${at.state}. Start it with npm start.`);
    const found = (begins: string) => cloud.addresses.find((one) => one.name.startsWith(begins))?.url ?? '';
    const servers = nameServerHere(found('dns'));
    const place = { bucket: cloud.output('SwitchBucket'), region: standby, endpoint: cloud.endpoints.S3 };
    const stage = await localStage(at.state);
    return { settings, place, stage, live: found('Live'), answers: (asked) => answersFor(asked, servers) };
  }
  const stage = at.outputs === undefined ? undefined : await deployedStage(at.outputs, home);
  const bucket = at.bucket ?? outputNamed(stage?.outputs ?? {}, 'SwitchBucket');
  // The switch can be turned without them; then nobody sees here where the name leads.
  const servers = await nameServersOf(settings.hostedZone.name).catch((error: Error) => {
    console.error(`The name servers of ${settings.hostedZone.name} cannot be found: ${error.message}`);
    return [];
  });
  const live = `https://live.${settings.domainName}`;
  return { settings, place: { bucket, region: standby }, live, stage, answers: (asked) => answersFor(asked, servers) };
}

function doorsOf({ settings, place, live, stage, answers }: Reached, ask: FlipDoors['ask']): FlipDoors {
  return {
    ...standbySwitch(place, switchKey),
    say: console.log,
    ask,
    leadsTo: async () => (await answers(settings.domainName))[0]?.target,
    linesToPause: async (withPaused) => {
      const lines = linesToPause(await linesSeen(live, Date.now()), withPaused);
      if (typeof lines === 'string') throw new StageProblem(lines);
      return lines;
    },
    pause: async (onSale, { reason, elsewhere, away }) => {
      if (!stage) throw new StageProblem('they are paused by a function that --outputs names.');
      const dials = { paused: true, ...(elsewhere && { prepared: 'sold-elsewhere' }) };
      await invokerOf(stage)('TurnDialsFunction', { onSale, dials, reason, away }, onSale);
    },
    now: Date.now,
    wait,
  };
}

async function drillAt(reached: Reached, options: FailoverOptions): Promise<number> {
  const { settings, place, answers } = reached;
  const { at } = options;
  const where = at.is === 'here' ? at.state : at.outputs;
  const report = options.report && where ? await reportTo(where, settings.regions.home) : undefined;
  const doors: DrillDoors = {
    ask: () => answers(drillName(settings.domainName)),
    turn: standbySwitch(place, drillKey).turn,
    now: Date.now,
    wait,
    random: Math.random,
    say: console.log,
  };
  console.log(`${drillName(settings.domainName)} is turned there and back; this takes some three minutes.`);
  const outcome = await drill(settings.fallback.hostName, doors);
  const { good, says } = outcome.ok ? drillVerdict(outcome.ways) : { good: false, says: outcome.why };
  console.log(says);
  const told = !report || (await wasTold(() => report({ reports: [{ check: 'drill', good, says }] })));
  if (!good) return 1;
  return told ? 0 : notTold;
}

/** The key from the safe counts, and not the profile of a shell: that may be of what is down. */
function takeGivenKey(env: NodeJS.ProcessEnv): void {
  if (env.AWS_ACCESS_KEY_ID === undefined || env.AWS_SECRET_ACCESS_KEY === undefined) return;
  if (env.AWS_PROFILE !== undefined) console.error('AWS_PROFILE is left out, since an access key is given.');
  delete env.AWS_PROFILE;
}

async function main(args: readonly string[]): Promise<number> {
  takeGivenKey(process.env);
  const options = readFailoverOptions(args);
  if (options === 'help') {
    console.log(failoverUsage);
    return 0;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${failoverUsage}`);
    return 2;
  }
  const reached = await reach(options);
  const { act } = options;
  if (act === 'drill') return drillAt(reached, options);
  const { settings } = reached;
  return withTypedAnswers(async (ask) => {
    const doors = doorsOf(reached, ask);
    if (act === 'show') {
      console.log(standing(settings.domainName, (await doors.onSince()) !== undefined, await doors.leadsTo()));
      return 0;
    }
    const { domainName, fallback } = settings;
    const wanted = { to: act, domainName, fallback: fallback.hostName, keepCalling: options.keepCalling };
    const outcome = await flip(wanted, doors);
    if (!outcome.ok) console.error(outcome.why);
    return outcome.ok ? 0 : 1;
  });
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof StageProblem)) throw error;
  console.error(error.message);
  return 2;
});
