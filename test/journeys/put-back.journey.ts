import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from '@jest/globals';
import { findCloud } from '../../rehearsal/cloud.gateway.ts';
import { until } from '../until.ts';
import type { Playhouse } from './running.ts';

/* Somebody defaces a page, puts one beside it and deletes others, and an operator puts all of it back by the command. */

export function putBackJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  let s3: S3Client;
  let buckets: { readonly pages: string; readonly published: string };
  /** The last second in which all is well. */
  let moment: string;

  const page = async (path: string) => {
    const answer = await fetch(`${house.site}${path}`);
    return { status: answer.status, body: await answer.text() };
  };
  const put = (Key: string, Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: buckets.pages, Key, Body, ContentType: 'text/html' }));

  async function putBack(files: string, under: string, ...more: readonly string[]) {
    const command = join(import.meta.dirname, '..', '..', 'bin', 'put-back.ts');
    const args = ['--files', files, '--to', moment, '--under', under, '--state', house.state, ...more];
    const run = spawn(process.execPath, [command, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    run.stdin.end('example\n');
    const ended = new Promise<number | null>((resolve) => run.on('close', resolve));
    return { said: await text(run.stdout), status: await ended };
  }

  beforeAll(async () => {
    house = of();
    const cloud = findCloud(house.state);
    if (!cloud) throw new Error('The cloud of this test is not running');
    s3 = new S3Client({
      endpoint: cloud.endpoints.S3 ?? '',
      region: 'eu-west-2',
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    buckets = { pages: cloud.output('PagesBucket'), published: cloud.output('PublishedBucket') };
    const now = Math.floor(Date.now() / 1000);
    moment = new Date(now * 1000).toISOString();
    await until('a second later', async () => Math.floor(Date.now() / 1000) > now || undefined);
  });

  test('a page that was defaced, and one that nobody of ours put there', async () => {
    const before = await page('/ledger');
    await put('ledger.html', '<h1>owned</h1>');
    await put('ledger-phish.html', '<h1>pay here</h1>');
    expect((await page('/ledger-phish.html')).status).toBe(200);
    const looked = await putBack('pages', 'ledger', '--look');
    expect(looked.said).toMatch(/ledger-phish\.html goes away.*\n.*ledger\.html is again what it was/);
    const done = await putBack('pages', 'ledger');
    expect([done.status, done.said]).toEqual([0, expect.stringContaining('2 files are put back')]);
    expect(await page('/ledger')).toEqual(before);
    expect((await page('/ledger-phish.html')).status).toBe(404);
  });

  test('published pages that were deleted, while lines are live', async () => {
    const before = await page('/cy');
    const Prefix = 'catalogue/pages/cy/';
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: buckets.published, Prefix }));
    expect(Contents.length).toBeGreaterThan(1);
    for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket: buckets.published, Key }));
    const done = await putBack('published', Prefix);
    expect([done.status, done.said]).toEqual([0, expect.stringContaining(`${Contents.length} files are put back`)]);
    expect(await page('/cy')).toEqual(before);
    const again = await putBack('published', Prefix);
    expect([again.status, again.said]).toEqual([0, expect.stringContaining('Nothing differs')]);
  });
}
