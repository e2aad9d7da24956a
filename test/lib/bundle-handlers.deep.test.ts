import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { handlers } from '../../contracts/handlers.ts';
import { bundleHandlers } from '../../lib/bundle-handlers.ts';
import { root } from './synthesize.ts';

/** The handlers that these tests write import this. */
const gone = './gone.ts';
const oldStyle = 'old-style.cjs';

describe('bundles', () => {
  /** `source` for every handler, with the way up to the folder of all lambdas in place of `~`. */
  const stand = (source: string): { readonly project: string; readonly out: string } => {
    const project = mkdtempSync(join(tmpdir(), 'stampede-bundles-'));
    for (const name of Object.keys(handlers)) {
      const file = join(project, 'lambdas', `${name}.lambda.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source.replaceAll('~', relative(dirname(file), join(project, 'lambdas'))));
    }
    return { project, out: join(project, 'out') };
  };

  test('are ES modules that load, await at the top, and hold the SDK and CommonJS packages', async () => {
    // The SDK is large enough for minification to use up every short name, the banner's among them if it had one.
    const { project, out } = stand(`
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
      import { S3Client } from '@aws-sdk/client-s3';
      import { inherits } from '~/${oldStyle}';
      export const handler: unknown = await inherits;
      export const clients = [DynamoDBClient, S3Client];
    `);
    writeFileSync(join(project, 'lambdas', oldStyle), "exports.inherits = require('util').inherits;");
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    await bundleHandlers(project, out);
    const loads = Object.keys(handlers).map((name) => pathToFileURL(join(out, name, 'index.mjs')).href);
    const { stdout } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `for (const url of ${JSON.stringify(loads)}) console.log(typeof (await import(url)).handler)`,
      ],
      { encoding: 'utf8' },
    );
    expect(stdout.trim().split('\n')).toEqual(loads.map(() => 'function'));
  });

  test('refuse a handler that imports what is not there', async () => {
    const { project, out } = stand(`export { handler } from '${gone}';`);
    await expect(bundleHandlers(project, out)).rejects.toThrow(/Could not resolve "\.\/gone\.ts"/);
  });
});
