import { expect, test } from '@jest/globals';
import { apiPrefix } from '../../contracts/api.ts';
import { header } from '../../contracts/paths.ts';
import fc from '../properties.ts';
import {
  aPass,
  batchesOf,
  deployedFunction,
  eventOf,
  inNjs,
  inTheLocalCloud,
  keyStore,
  keys,
  wholeRequest,
} from './built.ts';

/*
 * The local cloud runs functions in V8, CloudFront in njs. A page that is tried on a laptop must be answered as it will
 * be at the edge.
 */

const path = fc.oneof(
  fc.string({ unit: 'binary' }).map((rest) => `/${rest}`),
  fc.webPath(),
  fc.constantFrom(
    '/',
    '/line',
    '/no-such-page',
    '/assets/a.js',
    `${apiPrefix}basket`,
    '/API//orders/',
    `${apiPrefix}%2e%2e/basket`,
  ),
);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('cy', 'de-AT,de;q=0.9,en;q=0.8', '*', 'klingon'));
const pass = fc.oneof(
  fc.string(),
  fc.constantFrom(aPass(), aPass(undefined, 'b', keys.b), aPass({ x: 1 }), aPass({ x: '1' }), aPass([], '__proto__')),
);
const request = fc.record({
  path,
  query: fc.oneof(text, fc.constantFrom('lang=cy', 'lang=cy&lang=xx', 'a=1&b=%20&a=2&lang=fr', '__proto__=1')),
  headers: fc
    .dictionary(fc.constantFrom('referer', 'host', 'accept-language', 'cookie', header.pass), text)
    .chain((some) =>
      fc.oneof(
        fc.constant(some),
        pass.map((one) => ({ ...some, [header.pass]: one })),
      ),
    ),
});

(inNjs ? test.each : test.skip.each)(['viewer-request-api', 'viewer-request-site'])(
  '%s does the same in njs and in the local cloud',
  async (name) => {
    const code = await deployedFunction(name);
    await fc.assert(
      fc.asyncProperty(batchesOf(request), async (requests) => {
        const events = requests.map((one) => eventOf(wholeRequest(one)));
        // Everything goes from one program to another as JSON, here as at CloudFront.
        const here = JSON.parse(JSON.stringify(await inTheLocalCloud(code, events, keyStore)));
        expect(here).toEqual(await inNjs?.(code, events, keyStore));
      }),
      { numRuns: 40 },
    );
  },
);
