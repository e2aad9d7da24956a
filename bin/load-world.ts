import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SeasonDraft } from '../contracts/catalogue.ts';
import type { FieldError } from '../contracts/refusals.ts';
import { yearOf } from '../examples/performances.ts';
import { readLayout, readRoster, readWorld } from '../examples/read-world.ts';
import type { RosterMember } from '../examples/roster.ts';
import { draftOf, lineOf } from '../examples/season.ts';
import { durationOf, momentOf } from '../examples/when.ts';
import { WorldProblem } from '../examples/world.ts';
import { showMention, showProgress } from './load-progress.ts';
import {
  type DeployedStage,
  deployedStage,
  fitsInCall,
  invokerOf,
  localStage,
  StageProblem,
  startOf,
  uploadLayout,
} from './stage.ts';

/*
 * Loads a world into a running stage through the functions that operators may invoke. Plans, rosters, season and
 * houses come first, so that nothing is open before what it needs is there. A line's times are a promise that
 * nobody can change once it is open, so lines come last: they count from the end of the load, not from its beginning.
 * The same world loaded as of the same moment changes nothing, so a load that was cut short is simply run again.
 */

export type LoadStep = 'plans' | 'rosters' | 'season' | 'houses' | 'lines';

export interface LoadOptions {
  /** A name under `examples/`, or the path of a world's file. */
  readonly world: string;
  /** ISO 8601 duration: when the first on-sale's doors open after loading, instead of what the world says. */
  readonly doorsIn?: string | undefined;
  /** Set behind the ids of on-sales, shows and performances, for a line and houses of one's own. */
  readonly suffix?: string | undefined;
  /** A part of a plan that was read otherwise than it was written, and its place: told before anything opens. */
  readonly mention?: (said: string) => void;
  /** `done` of `of` things in this step. */
  readonly progress?: (step: LoadStep, done: number, of: number) => void;
}

export interface LoadedWorld {
  readonly season: SeasonDraft;
  /** Published plan ids by the world's names. */
  readonly plans: Readonly<Record<string, string>>;
  readonly performances: readonly string[];
  /** Fingerprints of the rosters that the stage now has. */
  readonly rosters: readonly string[];
}

interface PlanImport {
  readonly plan: string;
  readonly mentions: readonly FieldError[];
}

/** The moment that times such as `+PT2M` count from, in milliseconds since 1970. */
export interface LoadedAt {
  readonly now: () => number;
  /** Until the lines open. */
  readonly provisional: number;
  /** Asked when nothing is left but to publish the times and to open the lines, which takes `leftMs` or so. */
  readonly settle: (leftMs: number) => Promise<number>;
}

/** A load as of a moment that is known. */
export const asOf = (moment: number): LoadedAt => ({
  now: () => moment,
  provisional: moment,
  settle: async () => moment,
});

/** @param known Fingerprints of rosters that are not sent again. */
export async function loadWorld(
  stage: DeployedStage,
  { world: name, doorsIn, suffix, progress = () => {}, mention = () => {} }: LoadOptions,
  loadedAt: LoadedAt,
  known: readonly string[] = [],
): Promise<LoadedWorld> {
  const found = await readWorld(name);
  // One year for both of its publications, even if this one ends in between.
  const world = { ...found.world, year: yearOf(found.world, loadedAt.provisional) };
  const invoke = invokerOf(stage);

  const sources = Object.entries(world.plans);
  const plans: Record<string, string> = {};
  await each(
    sources,
    2,
    async ([name, source]) => {
      if ('published' in source) {
        plans[name] = source.published;
        return;
      }
      const layout = await readLayout(found, source);
      const given = fitsInCall(layout) ? layout : { layout: await uploadLayout(stage, `${world.id}-${name}`, layout) };
      const imported = await invoke<PlanImport>('ImportPlanFunction', given, `plans.${name}`);
      plans[name] = imported.plan;
      for (const { field, message } of imported.mentions) mention(`plans.${name}: ${field}: ${message}`);
    },
    (done) => progress('plans', done, sources.length),
  );

  const rosters: string[] = [];
  const batches: { readonly roster: string; readonly members: readonly RosterMember[] }[] = [];
  for (const [roster, source] of Object.entries(world.rosters ?? {})) {
    const members = await readRoster(found, source);
    const print = `${roster}-${createHash('sha256').update(JSON.stringify(members)).digest('hex').slice(0, 16)}`;
    rosters.push(print);
    if (!known.includes(print)) batches.push(...inGroups(members, 2500).map((members) => ({ roster, members })));
  }
  await each(
    batches,
    2,
    (batch) => invoke('LoadRosterFunction', batch, `rosters.${batch.roster}`),
    (done) => progress('rosters', done, batches.length),
  );

  const seasonAsOf = (moment: number) => draftOf(world, plans, { loadedAt: moment, doorsIn, suffix });
  const publish = (season: SeasonDraft) => invoke('PublishSeasonFunction', season, 'season');
  const provisional = seasonAsOf(loadedAt.provisional);
  const publishes = loadedAt.now();
  await publish(provisional);
  const publishMs = loadedAt.now() - publishes;
  progress('season', 1, 1);

  // A house knows its seats, its on-sales and their limits, and no times.
  const performances = provisional.shows.flatMap((show) => show.performances.map(({ id }) => id));
  const groups = inGroups(performances, 25);
  await each(
    groups,
    3,
    (group) => invoke('OpenHouseFunction', { performances: group }, 'houses'),
    (done) => progress('houses', Math.min(done * 25, performances.length), performances.length),
  );

  // A second publication is left, and lines, whose function is not loaded yet. On a busy machine all of it is slower.
  const moment = await loadedAt.settle(2 * publishMs);
  const season = seasonAsOf(moment);
  if (moment !== loadedAt.provisional) await publish(season);
  const lines = season.onSales.map(lineOf);
  await each(
    lines,
    2,
    (line) => invoke('OpenLineFunction', line, `onSales.${line.onSale}`),
    (done) => progress('lines', done, lines.length),
  );
  // Both start by themselves within a minute; doors that open sooner than that should not wait for them. The edge
  // refuses every pass until it has the key of passes, which it gets once.
  await startOf(stage, 'KeepPassKeysFunction');
  await startOf(stage, 'KeepPaceFunction');
  return { season, plans, performances, rosters };
}

interface Load {
  readonly loadedAt: number;
  readonly doorsIn?: string;
}

/** The memory of a local state about loads: `loads` by world and suffix. */
interface RememberedLoads {
  readonly loads: Readonly<Record<string, Load>>;
  readonly rosters: readonly string[];
}

/**
 * Loads a world into the stage that runs on this machine. Its state remembers when, so that loading again
 * after a restart keeps the times of the first load and does not send the rosters again. `now` in
 * milliseconds since the epoch.
 */
export async function loadLocally(
  state: string,
  { now, ...options }: LoadOptions & { readonly now: () => number },
): Promise<LoadedWorld> {
  const stage = await localStage(state);
  const path = join(state, 'worlds.json');
  const { loads, rosters }: RememberedLoads = existsSync(path)
    ? JSON.parse(await readFile(path, 'utf8'))
    : { loads: {}, rosters: [] };
  const name = [options.world, options.suffix].filter(Boolean).join('-');
  const before = loads[name];
  const remember = (load: Load, rosters: readonly string[]) =>
    writeFile(path, JSON.stringify({ loads: { ...loads, [name]: load }, rosters }, undefined, 2));
  const doorsIn = before ? before.doorsIn : options.doorsIn;
  let load = before ?? { loadedAt: now(), ...(doorsIn !== undefined && { doorsIn }) };
  const settle = async (leftMs: number): Promise<number> => {
    load = before ?? { ...load, loadedAt: now() + leftMs };
    // Before the first line opens with these times, so that a load cut short goes on with the same ones.
    await remember(load, rosters);
    return load.loadedAt;
  };
  const loaded = await loadWorld(stage, { ...options, doorsIn }, { now, provisional: load.loadedAt, settle }, rosters);
  await remember(load, [...new Set([...rosters, ...loaded.rosters])]);
  return loaded;
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

async function each<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<unknown>,
  finished: (done: number) => void,
): Promise<void> {
  const left = [...items];
  let done = 0;
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await act(item);
      finished(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}

const usage = `Loads a world into a running stage.

  node bin/load-world.ts --world festival                      into the stage that runs on this machine
  node bin/load-world.ts --world mine/season.json --outputs outputs.json --region eu-west-2

  --world     a name under examples/, or the path of a world's file
  --state     folder of the local stage's state (.stampede)
  --outputs   what \`npm run deploy -- --outputs-file\` wrote, for a stage on AWS; --region goes with it
  --at        the moment that times such as +PT2M count from (now); with --outputs
  --doors-in  when the first on-sale's doors open, e.g. PT2M, instead of what the world says
  --suffix    set behind the ids of on-sales, shows and performances`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      world: { type: 'string' },
      state: { type: 'string', default: '.stampede' },
      outputs: { type: 'string' },
      region: { type: 'string' },
      at: { type: 'string' },
      'doors-in': { type: 'string' },
      suffix: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { world, state, outputs, region = process.env.AWS_REGION, at, suffix } = values;
  const doorsIn = values['doors-in'];
  if (values.help || !world) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  if (doorsIn !== undefined && durationOf(doorsIn) === undefined)
    throw new StageProblem(`--doors-in: "${doorsIn}" is not a duration such as PT2M`);
  if (suffix !== undefined && !/^[a-z0-9]{1,12}$/.test(suffix))
    throw new StageProblem('--suffix: use 1 to 12 lower-case letters and digits');
  const options = { world, doorsIn, suffix, progress: showProgress, mention: showMention };
  const now = Date.now();
  if (!outputs) return report(await loadLocally(state, { ...options, now: Date.now }), now);
  if (!region) throw new StageProblem('--region: name the region of the stage, e.g. eu-west-2');
  const loadedAt = at === undefined ? now : momentOf(at, now);
  if (loadedAt === undefined) throw new StageProblem(`--at: "${at}" is not an instant such as 2027-05-01T09:00:00Z`);
  report(await loadWorld(await deployedStage(outputs, region), options, asOf(loadedAt)), now);
}

function report({ season, performances }: LoadedWorld, startedAt: number): void {
  console.log(
    `Loaded ${season.title}: ${season.shows.length} shows, ${performances.length} performances in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`,
  );
  for (const { id, title, opensAt } of season.onSales)
    console.log(
      `  ${title} (${id}): doors open ${new Date(opensAt).toLocaleString('en-GB', { timeZone: season.timeZone })}`,
    );
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    const known = error instanceof StageProblem || error instanceof WorldProblem;
    console.error(known ? error.message : error);
    process.exitCode = 1;
  }
}
