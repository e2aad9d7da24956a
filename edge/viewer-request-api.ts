// CloudFront gives the store that is associated with the function.
import cf from 'cloudfront';
import { pass as passHeader } from '../contracts/headers.ts';
import { caseOfApiPath, needsPass } from './api-path.ts';
import { checkPass } from './check-pass.ts';
import type { EdgeEvent, EdgeRequest, EdgeResponse } from './edge-runtime.d.ts';
import { judgedAsOf } from './late-repeats.ts';
import { normalPath } from './normal-path.ts';
import { type EdgeRefusal, refuse } from './refuse.ts';

const advice: Record<EdgeRefusal, string> = {
  'bad-request': 'The address is not of the right form. Start again from the home page.',
  'pass-missing': 'Join the line of this on-sale; when your number is called you get a pass to shop with.',
  'pass-forged': 'Go back to the line page of this on-sale: it still has your place, and will give you a new pass.',
  'pass-expired':
    'Go back to the line page of this on-sale: you have not lost your place, and can ask for another turn.',
};

/** Every request for the API: one spelling of the path, and a pass where one is needed. */
export async function handler(event: EdgeEvent): Promise<EdgeRequest | EdgeResponse> {
  const request = event.request;
  const path = normalPath(request.uri);
  if (path === undefined) return refuse('bad-request', advice['bad-request']);
  request.uri = caseOfApiPath(path);
  if (!needsPass(request.uri)) return request;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const refusal = await checkPass(passOf(request), cf.kvs(), judgedAsOf(request.uri, nowSeconds));
  return refusal === undefined ? request : refuse(refusal, advice[refusal]);
}

/** Two passes in one request are joined, as the origin would join them, which makes them no pass. */
function passOf(request: EdgeRequest): string {
  const sent = request.headers[passHeader];
  if (!sent) return '';
  return sent.multiValue ? sent.multiValue.map((one) => one.value).join(',') : sent.value;
}
