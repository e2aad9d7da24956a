/**
 * CloudFront compresses the types that its guide lists: text-like types of 1,000 to 10,000,000 bytes that the origin
 * sent plain. It uses brotli where the viewer takes it, else gzip. The tag of a compressed answer is weak, since its
 * bytes are no longer the origin's.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HostResponse } from '../kind.ts';

const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:.+\+)?(?:json|xml|javascript|wasm|x-javascript)|application\/(?:manifest\+json|problem\+json)|image\/svg\+xml|font\/(?:otf|ttf)|application\/(?:opentype|truetype|vnd\.ms-fontobject))/;

/** `encodings`: those of `br` and `gzip` that the viewer takes, as in the cache key. */
export async function compressed(response: HostResponse, encodings: string): Promise<HostResponse> {
  if (encodings === '' || ![200, 403, 404].includes(response.status)) return response;
  if (response.headers['content-encoding'] !== undefined) return response;
  if (response.body.length < 1_000 || response.body.length > 10_000_000) return response;
  if (!compressible.test(response.headers['content-type'] ?? '')) return response;

  const encoding = encodings.includes('br') ? 'br' : 'gzip';
  const body = encoding === 'br' ? await brotli(response.body) : await promisify(gzip)(response.body);
  const { etag } = response.headers;
  return {
    ...response,
    headers: {
      ...response.headers,
      'content-encoding': encoding,
      'content-length': String(body.length),
      vary: response.headers.vary ? `${response.headers.vary}, Accept-Encoding` : 'Accept-Encoding',
      ...(etag !== undefined && { etag: etag.startsWith('W/') ? etag : `W/${etag}` }),
    },
    body,
  };
}

/** Quality 5 of 11: most of the gain for a tenth of the time. */
function brotli(body: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
