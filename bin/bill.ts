import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BilledResource, billAtRest, billTable } from '../lib/bill-at-rest.ts';
import { home } from './build.ts';

/*
 * `npm run bill`: what a month costs in which nobody comes, of the stage that was synthesized last.
 * Status 1: nothing was synthesized, or the price of something is not known.
 */
const folder = join(home, 'cdk.out');
try {
  const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
  if (templates.length === 0) throw new Error('there is no template');
  const resources = templates.flatMap((file) => {
    const { Resources } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      readonly Resources: Readonly<Record<string, Omit<BilledResource, 'id'>>>;
    };
    return Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }));
  });
  console.log(billTable(billAtRest(resources)));
} catch (error) {
  console.error(`${(error as Error).message}\nSynthesize the stage first: npm run synth -- -c stage=<stage>`);
  process.exitCode = 1;
}
