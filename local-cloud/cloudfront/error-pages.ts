import type { HostResponse } from '../kind.ts';

/** The page that CloudFront itself answers with when no origin did. */
export function ownError(status: number, reason: string, cause: string): HostResponse {
  const body = Buffer.from(
    `<!DOCTYPE html>\n<html lang="en"><head><title>ERROR: The request could not be satisfied</title></head>` +
      `<body><h1>${status} ERROR</h1><h2>The request could not be satisfied.</h2><p>${reason}</p></body></html>\n`,
  );
  return {
    status,
    headers: {
      'content-type': 'text/html',
      'content-length': String(body.length),
      server: 'CloudFront',
      'x-cache': `${cause} from cloudfront`,
    },
    body,
  };
}
