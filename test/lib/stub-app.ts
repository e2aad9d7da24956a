/**
 * The platform synthesized from stand-ins for what is built elsewhere (handlers, edge functions, site), so that
 * the templates are tested without building anything. A program of its own: the CDK loads in a second
 * here and in ten inside jest. `node stub-app.ts <folder of stand-ins> <settings as JSON> [fault]`.
 */
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Platform } from '../../lib/platform.ts';
import { readSettings } from '../../lib/settings.ts';

const [, , built = '', settings = '', fault] = process.argv;
const app = new App();
const read = readSettings(settings, `${JSON.parse(settings).stage}.json`);
if (!read.ok) throw new Error(read.faults.join('\n'));
new Platform(app, {
  settings: read.settings,
  built: { handlers: `${built}/handlers`, edge: `${built}/edge`, site: `${built}/site` },
});
if (fault === 'open-bucket') new Bucket(new Stack(app, 'Fault'), 'Open');
if (fault === 'no-such-property') {
  new CfnResource(new Stack(app, 'Fault'), 'Odd', { type: 'AWS::SQS::Queue', properties: { VisibilityTimout: 30 } });
}
