import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readDeliverySettings } from '../lib/delivery/delivery-settings.ts';
import type { Settings } from '../lib/settings.ts';
import { DeliveryStack } from '../lib/stacks/delivery.ts';
import { readStage } from './stage-settings.ts';

/* The roles of the delivery pipeline, an app of its own: `npm run pipeline -- deploy -c repository=… -c stage=…`. */

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
  const read = readStage(name, folder);
  return read.ok ? read.settings : stop(...read.faults);
}

function stop(...faults: readonly string[]): never {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
