import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';

let cloud: RunningCloud;
let url: string;

beforeAll(async () => {
  const folder = temporaryFolder();
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<title>Home</title>');
  writeFileSync(join(pages, '404.html'), '<title>Nothing here</title>');
  const assembly = join(folder, 'cdk.out');
  const fixture = fileURLToPath(new URL('./fixture-app.ts', import.meta.url));
  execFileSync(process.execPath, [fixture, assembly, pages], { stdio: 'pipe' });
  cloud = await startLocalCloud({ assembly, state: join(folder, 'state') });
  url = cloud.addresses[0]?.url ?? '';
});
afterAll(async () => {
  await cloud?.stop();
  removeTemporaryFolders();
});

test('a site that the CDK synthesized is deployed to its bucket and served from the edge', async () => {
  const home = await fetch(`${url}/`);
  expect(home.status).toBe(200);
  expect(Object.fromEntries(home.headers)).toMatchObject({
    'content-type': 'text/html',
    'cache-control': 'max-age=60',
    'x-cache': 'Miss from cloudfront',
    'x-content-type-options': 'nosniff',
  });
  expect(await home.text()).toBe('<title>Home</title>');
  expect((await fetch(`${url}/`)).headers.get('x-cache')).toBe('Hit from cloudfront');
});

test('values known only at deployment stand in the files', async () => {
  const config = await (await fetch(`${url}/config.json`)).json();
  expect(config).toEqual({
    site: expect.stringMatching(/^https:\/\/[a-z0-9]+\.cloudfront\.net$/),
    secretArn: expect.stringMatching(/^arn:aws:secretsmanager:eu-west-2:111122223333:secret:/),
  });
});

test('a secret is put into the function, and nowhere else', async () => {
  expect(await (await fetch(`${url}/key`)).text()).toMatch(/^[A-Za-z0-9]{48}$/);
});

test('what is not there has the page that the distribution names', async () => {
  const missing = await fetch(`${url}/missing`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe('<title>Nothing here</title>');
});
