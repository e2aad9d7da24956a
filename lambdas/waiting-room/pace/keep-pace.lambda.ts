import { setTimeout as wait } from 'node:timers/promises';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { everyInvocation } from '../../foundation/every-invocation.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { beaconSource } from '../draw/beacon.gateway.ts';
import { readBeaconSetting } from '../draw/beacon-setting.ts';
import { rollStore } from '../draw/roll.store.ts';
import { roundStore } from '../draw/round.store.ts';
import { ledgerStore } from '../line/ledger.store.ts';
import { lineStore } from '../line/line.store.ts';
import { lineKeys } from '../line/line-keys.ts';
import { shoppersStore } from '../line/shoppers.store.ts';
import { witnessesOf } from '../log/witness.gateway.ts';
import { warmer } from './instances.gateway.ts';
import { keepPace } from './keep-pace.ts';
import { lineTellers } from './line-teller.gateway.ts';
import { reportFailedTick } from './pace-metrics.gateway.ts';
import { releaseLine, type TickDeps, tickLine } from './tick-line.ts';
import { trialStarter } from './trial-canary.gateway.ts';

const env = readEnv('waiting-room/pace/keep-pace', process.env);
const beacon = readBeaconSetting(env.BEACON);
const tables = openTables();
const shared = {
  lines: lineStore(tables, env.LINES_TABLE),
  rolls: rollStore(tables, env.LINES_TABLE),
  rounds: roundStore(tables, env.LINES_TABLE),
  shoppers: shoppersStore(tables, env.LINES_TABLE),
  ledger: ledgerStore(tables, env.LINES_TABLE),
  files: openPublishedFiles(env.PUBLISHED_BUCKET),
  keys: lineKeys(await readSecret(env.LINE_SECRET_ARN)),
  beacon: beacon && beaconSource(beacon),
  clock: Date.now,
  witnesses: witnessesOf(env.WITNESSES),
};

const warm = warmer(env.WARM_FUNCTIONS, shared.lines);
const openTeller = lineTellers(tables, env.READINGS_BUCKET, env.LINES_TABLE);
const startTrial = trialStarter(env.TRIAL_CANARY, shared.lines);
/** Left for the tick under way and the leases. */
const marginMs = 8000;

/** Started every minute; runs for as long as it may, so that a start up to a minute late leaves no gap. */
export const handler = middy<unknown, void>()
  .use(everyInvocation)
  .handler(async (_given, context: Context) => {
    const deps: TickDeps = { ...shared, me: context.awsRequestId, memory: new Map() };
    const tell = openTeller();
    const tick = async (onSale: string, now: number) => {
      const ticked = await tickLine(deps, onSale, now);
      if (ticked.did === 'ticked') await tell(ticked, now);
    };
    const endsAt = Date.now() + context.getRemainingTimeInMillis() - marginMs;
    const loop = { tick, release: releaseLine.bind(null, deps), report: reportFailedTick, clock: Date.now, wait };
    await Promise.all([warm(), startTrial(), keepPace({ lines: shared.lines, ...loop }, endsAt)]);
  });
