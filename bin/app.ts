import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { missingBuilds } from '../lib/built.ts';
import { bundleHandlers } from '../lib/bundle-handlers.ts';
import { bundleTrial } from '../lib/bundle-trial.ts';
import { Platform } from '../lib/platform.ts';
import { readStage } from './stage-settings.ts';

const root = join(import.meta.dirname, '..');
const app = new App();

const folder = app.node.tryGetContext('stages') ?? 'stages';
const stage = app.node.tryGetContext('stage') ?? 'example';
const source = `${folder}/${stage}.json`;
if (!existsSync(resolve(root, source))) {
  const stages = readdirSync(resolve(root, folder)).map((file) => `-c stage=${file.replace(/\.json$/, '')}`);
  stop(`${source} is missing: write it (docs/deploy.md), or take one that is there: ${stages.join(', ')}`);
}
const read = readStage(stage, folder);
if (!read.ok) stop(...read.faults);

const edge = join(root, 'edge', 'dist');
const site = join(root, 'site', 'dist');
const missing = missingBuilds({ edge, site });
if (missing.length > 0) stop(...missing);

// Inside the assembly, so that two syntheses at once do not write over one another.
const [handlers, trial] = await Promise.all([
  bundleHandlers(root, join(app.outdir, 'bundles')),
  bundleTrial(root, join(app.outdir, 'trial')),
]);
// For the deployment that mends what an alarm rings of: its own alarm would stop it (docs/deploy.md).
const settings = app.node.tryGetContext('canary') === 'off' ? { ...read.settings, canary: false } : read.settings;
// `npm run deploy` says it (bin/deploy.ts): CloudFormation cannot roll back a table that is protected.
const firstTime = String(app.node.tryGetContext('firstTime') ?? '').split(',');
new Platform(app, { settings, firstTime, built: { handlers, edge, site, trial } });

function stop(...faults: readonly string[]): never {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
