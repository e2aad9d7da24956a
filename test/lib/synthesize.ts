import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { handlers } from '../../contracts/handlers.ts';
import { languages } from '../../contracts/languages.ts';
import { fileInLanguage } from '../../contracts/pages.ts';
import { buildFunction, functionNames } from '../../edge/build.ts';
import { digestOf } from '../digest-of.ts';
import { stagesOfTests } from './stages.ts';

export const root = join(import.meta.dirname, '..', '..');

export interface Resource {
  readonly id: string;
  /** Name of the stack without `Stampede-<stage>-`, e.g. `WaitingRoom`. */
  readonly stack: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON of a thousand shapes; the assertions are the types
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string | readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: as of properties
  readonly UpdatePolicy?: any;
}

/** A stage's file with some settings replaced. */
export function stageFile(changes: object = {}): Record<string, unknown> {
  return { ...JSON.parse(readFileSync(join(root, 'stages', 'example.json'), 'utf8')), ...changes };
}

export interface Synthesized {
  readonly resources: readonly Resource[];
  /** Output values by key, of all stacks. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** All that templates are made of. */
const sources = [
  '{lib,contracts,stages}/**/*',
  'edge/*.ts',
  'test/lib/{stages,stub-app,synthesize}.ts',
  'cdk.json',
  'package-lock.json',
];

/**
 * The templates of a stage, made from the built edge functions and from stand-ins for handlers and site. All stages
 * that tests ask for are made at once by one process, and kept under the digest of what they are made of.
 */
export async function synthesize(changes: object = {}): Promise<Synthesized> {
  return readTemplates(await assemblyOf(changes));
}

/** The folder of its cloud assembly. */
export async function assemblyOf(changes: object = {}): Promise<string> {
  const kept = join(tmpdir(), `stampede-stages-${digestOf(sources)}`);
  const folderOf = (stage: object) => join(kept, nameOf(stage));
  if (!existsSync(folderOf(changes))) {
    const missing = [changes, ...stagesOfTests].filter((stage) => !existsSync(folderOf(stage)));
    await keep(kept, new Map(missing.map((stage) => [nameOf(stage), stage])));
  }
  return folderOf(changes);
}

const nameOf = (changes: object): string =>
  createHash('sha256')
    .update(JSON.stringify(stageFile(changes)))
    .digest('hex')
    .slice(0, 12);

async function keep(kept: string, stages: ReadonlyMap<string, object>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-synth-'));
  const { exitCode, said } = await synthesizeInto(folder, stages);
  if (exitCode !== 0) throw new Error(said);
  mkdirSync(kept, { recursive: true });
  for (const name of stages.keys()) {
    try {
      renameSync(join(folder, 'out', name), join(kept, name));
    } catch (error) {
      // Another worker was quicker with the same.
      if (!existsSync(join(kept, name))) throw error;
    }
  }
  rmSync(folder, { recursive: true });
}

/**
 * Synthesizes stages from stand-ins, each into the folder of its name in `out`.
 * @param more.fault one that is planted; @param more.validated by AWS's rules and cdk-nag, which takes longer than all else.
 */
export async function synthesizeInto(
  folder: string,
  stages: ReadonlyMap<string, object>,
  more: { readonly fault?: string; readonly validated?: boolean } = {},
): Promise<{ readonly exitCode: number | null; readonly said: string }> {
  const { fault = '', validated = false } = more;
  await standIns(join(folder, 'built'), fault);
  const settings = [...stages].map(([name, changes]) => ({ name, settings: stageFile(changes) }));
  writeFileSync(join(folder, 'stages.json'), JSON.stringify(settings));
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: object };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stub-app.ts'), folder, fault], {
    env: {
      PATH: process.env.PATH,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      ...(validated ? {} : { CDK_VALIDATION: 'false' }),
    },
  });
  const [out, said, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return { exitCode, said: out + said };
}

async function standIns(built: string, fault: string): Promise<void> {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(built, path)), { recursive: true });
    writeFileSync(join(built, path), content);
  };
  for (const name of Object.keys(handlers)) write(`handlers/${name}/index.mjs`, `export const handler = '${name}';`);
  for (const name of functionNames) write(`edge/${name}.js`, (await buildFunction(name)).code);
  write('trial/index.js', 'exports.handler = async () => {};');
  write('site/line.html', '<!doctype html>');
  for (const language of languages)
    write(`site/${fileInLanguage('404', language)}`, missingPage(language, fault === 'long-pages' ? 1_500 : 10));
  write('site/assets/page-1a2b3c.js', 'export {};');
}

/** The page for addresses that are none, as it stands in the function of a synthesized stage. */
export function missingPage(language: string, letters = 10): string {
  return `<!doctype html><html lang="${language}"><title>${'.'.repeat(letters)}</title>`;
}

function readTemplates(out: string): Synthesized {
  const templates = readdirSync(out)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => ({
      stack: file.split(/[-.]/)[2] ?? file,
      template: JSON.parse(readFileSync(join(out, file), 'utf8')),
    }));
  return {
    resources: templates.flatMap(({ stack, template }) =>
      Object.entries<Omit<Resource, 'id' | 'stack'>>(template.Resources).map(([id, resource]) => ({
        ...resource,
        id,
        stack,
      })),
    ),
    outputs: Object.assign({}, ...templates.map(({ template }) => template.Outputs ?? {})),
  };
}
