import { createHmac } from 'node:crypto';
import { buildFunction } from '../../edge/build.ts';
import { edgeFunction } from '../../local-cloud/cloudfront/edge-function.ts';
import {
  type RequestDecision,
  readRequestResult,
  viewerRequestEvent,
} from '../../local-cloud/cloudfront/function-event.ts';
import type { HostRequest } from '../../local-cloud/kind.ts';

export const keys = {
  a: 'first-key-of-forty-eight-characters-0123456789ab',
  b: 'second-key-of-forty-eight-characters-123456789ab',
};

/** The built bundle with keys and pages where a deployment puts them. */
export async function deployedFunction(name: string): Promise<string> {
  const { code } = await buildFunction(name);
  return code
    .replace('__PASS_KEYS__', JSON.stringify(keys))
    .replace(
      '__NOT_FOUND_PAGES__',
      JSON.stringify({ en: 'Not here', cy: 'Ddim yma', fr: 'Rien', de: 'Nichts', es: 'Nada' }),
    );
}

/** The function in a bare context. */
export async function builtFunction(name: string): Promise<(request: Partial<HostRequest>) => RequestDecision> {
  const edge = edgeFunction(name, await deployedFunction(name), () => undefined);
  return (more) => {
    const request: HostRequest = {
      method: 'GET',
      path: '/',
      query: '',
      headers: {},
      body: Buffer.alloc(0),
      clientIp: '192.0.2.7',
      ...more,
    };
    const context = { distributionDomainName: 'd.cloudfront.net', distributionId: 'E1', requestId: 'r1' };
    return readRequestResult(edge.run(viewerRequestEvent(request, context)), request);
  };
}

/** A pass as the waiting room signs it (`contracts/pass.ts`). */
export function aPass(
  payload: unknown = { o: 'friends', f: 'fan-1', i: 'pass-1', x: 4_102_444_800 },
  keyId = 'a',
  key = keys.a,
): string {
  const signed = `p1.${keyId}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
