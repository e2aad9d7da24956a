/**
 * A cloud assembly is what `cdk synth` leaves behind: a manifest, a template for each stack, and a
 * manifest of assets. Stacks come out in the order in which their dependencies allow them to be made.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inOrder } from './order.ts';
import type { Stack, Template } from './template.ts';

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly dependencies?: readonly string[];
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly file?: string;
    readonly directoryName?: string;
  };
}

interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
}

export interface Assembly {
  /** In dependency order. */
  readonly stacks: readonly Stack[];
  /** Absolute paths by the asset's hash. */
  readonly assets: ReadonlyMap<string, string>;
}

/** An assembly that names no account or region runs as these. */
const anyAccount = '123456789012';
const anyRegion = 'us-east-1';

const environmentOf = (artifact: Artifact): { account: string; region: string } => {
  const found = /^aws:\/\/([^/]+)\/(.+)$/.exec(artifact.environment ?? '');
  const account = found?.[1] ?? 'unknown-account';
  const region = found?.[2] ?? 'unknown-region';
  return {
    account: account === 'unknown-account' ? anyAccount : account,
    region: region === 'unknown-region' ? anyRegion : region,
  };
};

/** There is nothing to run where the assembly should be. */
export class NoAssembly extends Error {}

const readJson = <T>(file: string): T => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new NoAssembly(`There is no cloud assembly here: ${file} cannot be read. Run \`cdk synth\` first.`, {
      cause,
    });
  }
  return JSON.parse(text) as T;
};

/** Reads the assembly in a folder (`cdk.out`), with the assemblies nested in it by `Stage`. */
export const readAssembly = (folder: string): Assembly => {
  const root = resolve(folder);
  const manifest = readJson<{ readonly artifacts?: Readonly<Record<string, Artifact>> }>(join(root, 'manifest.json'));
  const artifacts = new Map(Object.entries(manifest.artifacts ?? {}));
  const assets = new Map<string, string>();
  const stacks: Stack[] = [];
  const order = inOrder([...artifacts.keys()], (id) => artifacts.get(id)?.dependencies ?? [], `the assembly ${root}`);
  for (const id of order) {
    const artifact = artifacts.get(id);
    if (artifact?.type === 'aws:cloudformation:stack' && artifact.properties?.templateFile !== undefined) {
      stacks.push({
        name: artifact.properties.stackName ?? id,
        ...environmentOf(artifact),
        template: readJson<Template>(join(root, artifact.properties.templateFile)),
      });
    } else if (artifact?.type === 'cdk:asset-manifest' && artifact.properties?.file !== undefined) {
      const files = readJson<AssetManifest>(join(root, artifact.properties.file)).files ?? {};
      for (const [hash, { source }] of Object.entries(files)) {
        if (source.path !== undefined) assets.set(hash, resolve(root, source.path));
      }
    } else if (artifact?.type === 'cdk:cloud-assembly' && artifact.properties?.directoryName !== undefined) {
      const nested = readAssembly(join(root, artifact.properties.directoryName));
      stacks.push(...nested.stacks);
      for (const [hash, path] of nested.assets) assets.set(hash, path);
    }
  }
  if (stacks.length === 0) throw new NoAssembly(`The assembly ${root} has no stacks.`);
  return { stacks, assets };
};
