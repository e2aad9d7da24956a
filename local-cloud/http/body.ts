/** Reads the body of a request, up to a limit. */
import type { IncomingMessage } from 'node:http';

/** @returns undefined if the body is longer than `limit` bytes. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
    });
    request.on('end', () => resolve(length > limit ? undefined : Buffer.concat(chunks, length)));
    request.on('error', reject);
  });
