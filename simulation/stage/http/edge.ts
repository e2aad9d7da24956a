import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../contracts/languages.ts';
import { bareNotFoundPage, fileInLanguage } from '../../../contracts/pages.ts';
import { buildFunction, functionNames } from '../../../edge/build.ts';
import { edgeFunction } from '../../../local-cloud/cloudfront/edge-function.ts';
import {
  type RequestDecision,
  readRequestResult,
  viewerRequestEvent,
} from '../../../local-cloud/cloudfront/function-event.ts';
import type { HostRequest } from '../../../local-cloud/kind.ts';
import { keys } from '../platform.ts';

/** The edge's functions, built, and run as the local cloud runs them: what looks at each request before anything else does. */
export interface Edge {
  readonly beforeSite: (request: HostRequest) => Promise<RequestDecision>;
  readonly beforeApi: (request: HostRequest) => Promise<RequestDecision>;
}

const context = { distributionDomainName: 'd.cloudfront.net', distributionId: 'E1', requestId: 'r1' };
/** The store at the edge, with the keys of passes. */
const keyStore = {
  id: 'pass-keys',
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  entries: keys.passes,
  get: (key: string) => keys.passes.find(({ id }) => id === key)?.secret,
};
let built: Promise<readonly string[]> | undefined;

/** `site` is the folder of the built site: its pages for addresses that are none are in the function. */
export async function openEdge(site: string): Promise<Edge> {
  built ??= Promise.all(functionNames.map(async (name) => (await buildFunction(name)).code));
  const codes = await built;
  const notFound = Object.fromEntries(
    languages.map((language) => {
      const html = readFileSync(join(site, fileInLanguage('404', language)), 'utf8');
      return [language, bareNotFoundPage(html)] as const;
    }),
  );
  const [beforeApi, beforeSite] = functionNames.map((name, at) => {
    const pages = JSON.stringify(notFound);
    const code = (codes[at] ?? '').replace('__LINKED_FROM__', '[]').replace('__NOT_FOUND_PAGES__', () => pages);
    const edge = edgeFunction(name, code, () => undefined, keyStore);
    return async (request: HostRequest) =>
      readRequestResult(await edge.run(viewerRequestEvent(request, context)), request);
  });
  if (!beforeApi || !beforeSite) throw new Error('The edge has two functions');
  return { beforeApi, beforeSite };
}
