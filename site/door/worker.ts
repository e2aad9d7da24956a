import { withoutDate } from './kept-answer.ts';

/*
 * The door page's worker: the page opens without a network. It keeps the page and its files, and the published files of
 * the season. It never touches the API, where an old answer would let somebody in twice. The network comes first for
 * whatever changes, so that a new version is taken as soon as there is one; files with a hash in their name never do.
 */

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as EventTarget & {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};
const cacheName = 'stampede-door';
/** Somebody waits at the door: after that the kept one is shown. */
const patienceMs = 3_000;

worker.addEventListener('install', (event) => (event as Lasting).waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const { keep } = (event as MessageEvent<{ keep?: readonly string[] }>).data;
  if (keep) (event as unknown as Lasting).waitUntil(keepThese(keep));
});

/** Keeps these files of the page, and no older ones. */
async function keepThese(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/assets/') && !paths.includes(pathname)) await cache.delete(url);
  }
  for (const path of paths) if (path === '/door' || !(await cache.match(path))) await cache.add(path);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) (event as Fetching).respondWith(keptFirst(request));
  else if (request.mode === 'navigate' || /^\/(?:catalogue\/|config\.json$|favicon\.svg$)/.test(pathname))
    (event as Fetching).respondWith(networkFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // A file that is loaded later, by a browser that needs it, must be here without a network too.
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone());
  return answer;
}

async function networkFirst(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const key = request.mode === 'navigate' ? '/door' : pathname;
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    if (answer.ok) await cache.put(key, answer.clone());
    if (answer.status < 500) return answer;
    const kept = await cache.match(key);
    return kept ? withoutDate(kept) : answer;
  } catch (noNetwork) {
    const kept = await cache.match(key);
    if (kept) return withoutDate(kept);
    throw noNetwork;
  }
}
