import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ReadSettings, readSettings } from '../lib/settings.ts';

const root = join(import.meta.dirname, '..');

/** The settings of a stage by its file, `stages/<stage>.json`. @param folder From the project's root, or absolute. */
export function readStage(stage: string, folder = 'stages'): ReadSettings {
  const source = `${folder}/${stage}.json`;
  const file = resolve(root, source);
  return existsSync(file)
    ? readSettings(readFileSync(file, 'utf8'), source)
    : { ok: false, faults: [`${source} is missing: docs/deploy.md says how to write it`] };
}
