import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { problemFiles, problemType } from '../../../contracts/problem-files.ts';
import { siteCacheControl } from '../../../contracts/site-config.ts';
import type { HostResponse } from '../../../local-cloud/kind.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.json': 'application/json',
};

/** A file as a bucket gives it. */
export function fileOf(body: Buffer, type: string, cacheControl: string | undefined): HostResponse {
  return {
    status: 200,
    headers: {
      'content-type': type,
      ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
      etag: `"${createHash('md5').update(body).digest('hex')}"`,
    },
    body,
  };
}

/** The CDN gives this answer for a file that is not there. */
export const notThere: HostResponse = {
  status: 404,
  headers: { 'content-type': problemType },
  body: Buffer.from(JSON.stringify(problemFiles['not-found.json'])),
};

/** A file of the built site. */
export async function siteFile(folder: string, path: string): Promise<HostResponse> {
  const body = await readFile(join(folder, normalize(`/${path}`))).catch(() => undefined);
  if (!body) return notThere;
  const cacheControl = path.startsWith('/assets/') ? siteCacheControl.assets : siteCacheControl.pages;
  return fileOf(body, types[extname(path)] ?? 'application/octet-stream', cacheControl);
}
