import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { generators } from './plans/generate.ts';
import { generateRoster, type RosterMember } from './roster.ts';
import { rosterOf } from './roster-file.ts';
import { type PlanSource, type RosterSource, type World, WorldProblem, world as worldForm } from './world.ts';

export interface FoundWorld {
  readonly world: World;
  /** The folder for the files that it names. */
  readonly folder: string;
}

/** `name` is that of a folder under `examples/`, or the path of a world's file. */
export async function readWorld(name: string): Promise<FoundWorld> {
  const example = join(import.meta.dirname, name, 'season.json');
  const path = /^[a-z0-9-]+$/.test(name) && existsSync(example) ? example : resolve(name);
  if (!existsSync(path) || !path.endsWith('.json'))
    throw new WorldProblem(`There is no world "${name}": give the name of a folder under examples/, or a .json file`);
  const read = worldForm.safeParse(await readJson(path));
  if (read.success) return { world: read.data, folder: dirname(path) };
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`);
  throw new WorldProblem([`${path} is not a world:`, ...faults].join('\n'));
}

/** The plan's layout, as `catalogue/import-plan` takes it. */
export async function readLayout({ folder }: FoundWorld, source: PlanSource): Promise<unknown> {
  if ('generate' in source) return generators[source.generate](source.seed);
  const layout = await readJson(inFolder(folder, source.file));
  return source.front === undefined ? layout : withFront(layout, source.front);
}

export async function readRoster({ folder }: FoundWorld, source: RosterSource): Promise<readonly RosterMember[]> {
  if ('generate' in source) return generateRoster(source.generate, source.seed);
  const path = inFolder(folder, source.file);
  try {
    return rosterOf(await readFile(path));
  } catch (error) {
    throw new WorldProblem(`${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** The front that the world says, for a plan that does not draw a stage and is edited elsewhere. */
function withFront(layout: unknown, front: string): unknown {
  if (typeof layout !== 'object' || layout === null) return layout;
  const { stampede } = layout as { readonly stampede?: object };
  return { ...layout, stampede: { ...stampede, front } };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new WorldProblem(`${path}: ${messageOf(error)}`, { cause: error });
  }
}

function inFolder(folder: string, file: string): string {
  return isAbsolute(file) ? file : join(folder, file);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
