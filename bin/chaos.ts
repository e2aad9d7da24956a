import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenOptions } from '../lib/given-options.ts';
import { chaosHands, readRung, type TurnSwitch } from '../rehearsal/chaos/chaos-cloud.gateway.ts';
import type { ChaosRound } from '../rehearsal/chaos/chaos-kind.ts';
import { chaosMorning, longestIn } from '../rehearsal/chaos/chaos-morning.ts';
import { seenOf } from '../rehearsal/chaos/fan-readings.ts';
import { type ChaosOptions, chaosOptions, chaosUsage, readChaosOptions } from '../rehearsal/chaos/options.ts';
import { chaosLines, withMeasured } from '../rehearsal/chaos/report.ts';
import { type ChaosResult, missedIn } from '../rehearsal/chaos/verdict.ts';
import { hold } from '../rehearsal/hold.ts';
import { readOptions } from '../rehearsal/options.ts';
import { type ChaosId, chaosIds, chaosKinds, roundsAlone, roundsInPairs } from '../simulation/chaos-kinds.ts';
import { home } from './build.ts';
import { inOwnCloud } from './own-cloud.ts';

/*
 * `npm run chaos`: faults come over rehearsals, one at a time or in pairs, each in a cloud of its own. Status 0: every
 * invariant held, each fault healed in its time, and its alarm rang. 1: something was missed. 2: it could not be held.
 */

/** A rehearsal that cannot be held. */
class NotHeld extends Error {}

/** `npm run failover`, with two people at the keyboard. */
function turnByCommand(state: string, domainName: string): TurnSwitch {
  return (to) =>
    new Promise((done, failed) => {
      const args = [join(home, 'bin', 'failover.ts'), '--to', to, '--state', state];
      const child = execFile(process.execPath, args, { cwd: home }, (error, stdout, stderr) =>
        error ? failed(new NotHeld(`The switch was not turned to ${to}: ${stdout}${stderr}`)) : done(),
      );
      child.stdin?.end(`${['Ruth', 'a rehearsal', domainName, 'Mei-Ling', to].join('\n')}\n`);
    });
}

/** One round in a cloud of its own, which is stopped at its end. */
export async function holdRound(
  round: ChaosRound,
  { fans, seed, state: folder }: Pick<ChaosOptions, 'fans' | 'seed' | 'state'>,
): Promise<ChaosResult> {
  const state = join(folder, 'chaos');
  const options = readOptions([
    ...['--fans', `${fans}`, '--seed', `${seed}`, '--state', state, '--claim-minutes', '1'],
    ...['--at-most', `PT${longestIn(round)}S`],
  ]);
  if (typeof options === 'string') throw new NotHeld(options);
  return await inOwnCloud({ state, world: options.world, doorsIn: options.doorsIn }, async (cloud, { names }) => {
    if (!names) throw new NotHeld('The templates have no name server');
    const { domainName, wayIn } = names;
    const hands = chaosHands(cloud, turnByCommand(state, domainName));
    const { company, readings, time } = chaosMorning(round, fans, hands, Date.now);
    const byName = round.kinds.some((kind) => kind.byName) ? { proxy: wayIn, domainName } : undefined;
    const held = await hold(options, cloud, { ...company, byName }, () => undefined);
    if (!held.ok) throw new NotHeld(held.problem);
    const known = time();
    if (!known) throw new NotHeld('Every fan had gone home before the fault was over: let more of them come.');
    const rung = await readRung(cloud, known.beganAt);
    return { round, beganAt: known.beganAt, seen: seenOf(readings.all, known), rung, findings: held.findings };
  });
}

const resilience = join(home, 'docs', 'resilience.md');

async function run(options: ChaosOptions<ChaosId>): Promise<number> {
  const rounds = options.pairs ? roundsInPairs(options.seed, options.only) : roundsAlone(options.only);
  const results: ChaosResult[] = [];
  for (const [at, round] of rounds.entries()) {
    console.error(`\n${at + 1} of ${rounds.length}: ${round.kinds.map(({ title }) => title).join(', and ')}`);
    const result = await holdRound(round, options);
    results.push(result);
    for (const line of chaosLines(result)) (options.json ? console.error : console.log)(line);
  }
  if (options.json)
    console.log(
      JSON.stringify(
        results.map((one) => ({ ...one, missed: missedIn(one) })),
        null,
        2,
      ),
    );
  if (options.write) writeFileSync(resilience, withMeasured(readFileSync(resilience, 'utf8'), results));
  const missed = results.filter((one) => missedIn(one).length > 0).length;
  console.error(`\n${results.length - missed} of ${results.length} rounds went as they are promised`);
  return missed === 0 ? 0 : 1;
}

function list(): void {
  for (const [id, { title, does, lasts, healsWithin, rings, runbook }] of Object.entries(chaosKinds)) {
    console.log(`${id}\n  ${title}: ${does}`);
    console.log(`  lasts ${lasts} s, heals within ${healsWithin} s, rings ${rings.join(', ') || 'nobody'}; ${runbook}`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const values = givenOptions(args, chaosOptions);
  const options = typeof values === 'string' ? values : readChaosOptions(values, chaosIds);
  if (typeof options === 'string') return refuse(`${options}\n\n${chaosUsage}`);
  if (options.ask === 'run') return run(options);
  if (options.ask === 'help') console.log(chaosUsage);
  else list();
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

if (import.meta.main)
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) =>
    // Nobody waits for the fans who are still on their way.
    process.exit(refuse(error instanceof NotHeld ? error.message : `${(error as Error).stack}`)),
  );
