/**
 * Stages of the platform synthesized from stand-ins for what is built elsewhere (handlers, edge functions, site), so
 * that the templates are tested without building anything. A program of its own: the CDK loads in a second here and in
 * ten inside jest. `node stub-app.ts <folder> [fault]`: the folder has the stand-ins in `built` and the stages in
 * `stages.json`; each is written into `out/<its name>`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Platform } from '../../lib/platform.ts';
import { readSettings } from '../../lib/settings.ts';

const [, , folder = '', fault] = process.argv;
const built = join(folder, 'built');
const stages = JSON.parse(readFileSync(join(folder, 'stages.json'), 'utf8')) as readonly {
  readonly name: string;
  readonly settings: { readonly stage: string; readonly firstTime?: readonly string[] };
}[];

for (const { name, settings } of stages) {
  const app = new App({ outdir: join(folder, 'out', name) });
  const { firstTime = [], ...file } = settings;
  const read = readSettings(JSON.stringify(file), `${file.stage}.json`);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  new Platform(app, {
    settings: read.settings,
    firstTime,
    built: { handlers: `${built}/handlers`, edge: `${built}/edge`, site: `${built}/site`, trial: `${built}/trial` },
  });
  if (fault === 'open-bucket') new Bucket(new Stack(app, 'Fault'), 'Open');
  if (fault === 'no-such-property') {
    new CfnResource(new Stack(app, 'Fault'), 'Odd', { type: 'AWS::SQS::Queue', properties: { VisibilityTimout: 30 } });
  }
  app.synth();
}
