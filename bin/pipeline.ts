import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readDeliverySettings } from '../lib/delivery/delivery-settings.ts';
import { readSettings, type Settings } from '../lib/settings.ts';
import { DeliveryStack } from '../lib/stacks/delivery.ts';

/* The roles of the delivery pipeline, an app of its own: `npm run pipeline -- deploy -c repository=… -c stage=…`. */

const root = join(import.meta.dirname, '..');
const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const folder = app.node.tryGetContext('stages') ?? 'stages';
const named = `${app.node.tryGetContext('stage') ?? ''}`.split(',').filter((name) => name !== '');
const context = Object.fromEntries(
  ['repository', 'branch', 'provider'].map((key) => [key, app.node.tryGetContext(key)]),
);
const settings = readDeliverySettings(context, named.map(stageOf));
if (typeof settings === 'string') stop(settings);
new DeliveryStack(app, 'Stampede-Delivery', settings);

function stageOf(name: string): Settings {
  const source = `${folder}/${name}.json`;
  if (!existsSync(resolve(root, source))) stop(`${source} is missing: docs/deploy.md says how to write it`);
  const read = readSettings(readFileSync(resolve(root, source), 'utf8'), source);
  return read.ok ? read.settings : stop(...read.faults);
}

function stop(...faults: readonly string[]): never {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
