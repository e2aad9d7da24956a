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

export const root = join(import.meta.dirname, '..', '..');

export interface Resource {
  readonly id: string;
  /** Name of the stack without `Stampede-<stage>-`, e.g. `WaitingRoom`. */
  readonly stack: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON of a thousand shapes; the assertions are the types
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

/** A stage's file with some settings replaced. */
export function stageFile(changes: object = {}): Record<string, unknown> {
  return { ...JSON.parse(readFileSync(join(root, 'stages', 'example.json'), 'utf8')), ...changes };
}

export interface Synthesized {
  readonly exitCode: number | null;
  /** What the program said. */
  readonly said: string;
  readonly resources: readonly Resource[];
  /** Output values by key, of all stacks. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A stage that differs from the example wherever it can. */
export const otherWayRound = {
  account: '123456789012',
  alarmEmail: 'ops@example.org',
  retainData: false,
  passKeys: ['b', 'a'],
  limits: {
    joinsPerAddressPer5Min: 300,
    apiRequestsPerAddressPer5Min: 3_000,
    apiRequestsPerSecond: 10_000,
    apiBurst: 5_000,
  },
};

/** All that templates are made of. */
const sources = [
  '{lib,contracts,stages}/**/*',
  'edge/*.ts',
  'test/lib/{stub-app,synthesize}.ts',
  'cdk.json',
  'package-lock.json',
];

/**
 * Synthesizes a stage from the built edge functions and from stand-ins for handlers and site, and reads the templates
 * back. Kept under the digest of the sources and of what is
 * asked for: it takes seconds, and several files ask for the same.
 */
export async function synthesize(changes: object = {}, fault = ''): Promise<Synthesized> {
  const settings = JSON.stringify(stageFile(changes));
  const asked = createHash('sha256').update(settings).update(fault).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `stampede-templates-${digestOf(sources)}-${asked}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const made = await synthesizeAnew(settings, fault);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(made));
  renameSync(unfinished, file);
  return made;
}

async function synthesizeAnew(settings: string, fault: string): Promise<Synthesized> {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-synth-'));
  const { exitCode, said } = await synthesizeInto(folder, settings, { fault });
  const templates = readTemplates(join(folder, 'out'));
  rmSync(folder, { recursive: true });
  return { exitCode, said, ...templates };
}

/** Synthesizes from stand-ins, and leaves the assembly in the folder `out` of the one given. @param settings JSON. */
export async function synthesizeInto(
  folder: string,
  settings: string,
  { fault = '', validate = true }: { readonly fault?: string; readonly validate?: boolean } = {},
): Promise<Pick<Synthesized, 'exitCode' | 'said'>> {
  await standIns(join(folder, 'built'), fault);
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: object };
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'stub-app.ts'), join(folder, 'built'), settings, ...(fault ? [fault] : [])],
    {
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: join(folder, 'out'),
        CDK_CONTEXT_JSON: JSON.stringify(context),
        ...(validate ? {} : { CDK_VALIDATION: 'false' }),
      },
    },
  );
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
  write('site/index.html', '<!doctype html>');
  for (const language of languages)
    write(`site/${fileInLanguage('404', language)}`, missingPage(language, fault === 'long-pages' ? 1_500 : 10));
  write('site/assets/page-1a2b3c.js', 'export {};');
}

/** The page for addresses that are none, as it stands in the function of a synthesized stage. */
export function missingPage(language: string, letters = 10): string {
  return `<!doctype html><html lang="${language}"><title>${'.'.repeat(letters)}</title>`;
}

function readTemplates(out: string): Pick<Synthesized, 'resources' | 'outputs'> {
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
