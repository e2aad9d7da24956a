// CloudFront gives the store that is associated with the function.
import cf from 'cloudfront';
import { pass as passHeader } from '../contracts/headers.ts';
import { caseOfApiPath, needsPass, needsSignIn } from './api-path.ts';
import { checkPass } from './check-pass.ts';
import { checkToken } from './check-token.ts';
import type { EdgeEvent, EdgeRequest, EdgeResponse } from './edge-runtime.d.ts';
import { judgedAsOf } from './late-repeats.ts';
import { normalPath } from './normal-path.ts';
import { isReadable } from './readable-query.ts';
import { type PassRefusal, refuse, type SignInRefusal } from './refuse.ts';

const advice: Record<'bad-request' | 'body-too-large' | PassRefusal | SignInRefusal, string> = {
  'bad-request': 'The address is not of the right form. Start again from the home page.',
  'body-too-large': 'Send at most 200,000 characters.',
  'pass-missing': 'Join the line of this on-sale; when your number is called you get a pass to shop with.',
  'pass-forged': 'Go back to the line page of this on-sale: it still has your place, and will give you a new pass.',
  'pass-expired':
    'Go back to the line page of this on-sale: you have not lost your place, and can ask for another turn.',
  'sign-in-missing': 'Sign in at /staff, and send the access token as `Authorization: Bearer <token>`.',
  'sign-in-over': 'Sign in again at /staff.',
};

/** No body that a handler reads has more: 200,000 characters of at most four bytes. The API's own no would be in words of its own. */
const mostBytes = 800_000;

/** Every request for the API: one spelling of the path, and a pass or a token where one is needed. */
export async function handler(event: EdgeEvent): Promise<EdgeRequest | EdgeResponse> {
  const request = event.request;
  const path = normalPath(request.uri);
  if (path === undefined || !isReadable(request.querystring)) return refuse('bad-request', advice['bad-request']);
  if (lengthOf(request) > mostBytes) return refuse('body-too-large', advice['body-too-large']);
  request.uri = caseOfApiPath(path);
  const nowSeconds = Math.floor(Date.now() / 1000);
  if (needsSignIn(request.uri)) {
    const no = checkToken(sentIn(request, 'authorization'), nowSeconds);
    return no === undefined ? request : refuse(no, advice[no]);
  }
  if (!needsPass(request.uri)) return request;
  const refusal = await checkPass(sentIn(request, passHeader), cf.kvs(), judgedAsOf(request.uri, nowSeconds));
  return refusal === undefined ? request : refuse(refusal, advice[refusal]);
}

/** Two passes in one request are joined, as the origin would join them, which makes them no pass. So are two tokens. */
function sentIn(request: EdgeRequest, name: string): string {
  const sent = request.headers[name];
  if (!sent) return '';
  return sent.multiValue ? sent.multiValue.map((one) => one.value).join(',') : sent.value;
}

function lengthOf(request: EdgeRequest): number {
  const sent = request.headers['content-length'];
  return sent ? Number(sent.value) : 0;
}
