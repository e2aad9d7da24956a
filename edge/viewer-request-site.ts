import type { EdgeEvent, EdgeRequest, EdgeResponse } from './edge-runtime.d.ts';
import { normalPath } from './normal-path.ts';
import { fileOfPage, hostOf, isWorthBorrowing } from './site-path.ts';

/** Every request for the site: one spelling of the path, the file of the page, and no borrowed pictures. */
export function handler(event: EdgeEvent): EdgeRequest | EdgeResponse {
  const request = event.request;
  const path = normalPath(request.uri);
  if (path === undefined) return answer(400, 'text/plain', 'This address is not of the right form.\n');
  if (isWorthBorrowing(path) && comesFromElsewhere(request)) {
    return answer(403, 'text/plain', 'This file is for the pages of this site only.\n');
  }
  const file = fileOfPage(path);
  if (file === undefined) return answer(404, 'text/html', __NOT_FOUND_PAGE__);
  request.uri = file;
  return request;
}

/** No referer is no proof: browsers and readers that send none are served. */
function comesFromElsewhere(request: EdgeRequest): boolean {
  const referer = request.headers.referer;
  const host = request.headers.host;
  const from = referer ? hostOf(referer.value) : undefined;
  return from !== undefined && host !== undefined && from !== host.value.toLowerCase();
}

function answer(statusCode: number, type: string, data: string): EdgeResponse {
  return {
    statusCode: statusCode,
    headers: { 'content-type': { value: `${type}; charset=utf-8` }, 'cache-control': { value: 'no-store' } },
    body: { encoding: 'text', data: data },
  };
}
