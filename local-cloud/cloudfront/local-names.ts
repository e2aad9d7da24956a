/**
 * A laptop has no DNS entry for the names that distributions are known by. A page may have been given
 * `https://live.example.org`. So that it finds that address, the local one takes its place in all text that passes
 * through the CDN: JSON, HTML and the headers of a response. This is the only change the local cloud makes to what an
 * origin says.
 */
import type { HostResponse } from '../kind.ts';

/** Each name with the address that stands for it, e.g. `live.example.org` → `http://127.0.0.1:8788`. */
export type LocalNames = ReadonlyMap<string, string>;

export function localText(text: string, names: LocalNames): string {
  let local = text;
  for (const [name, url] of names) {
    // Not inside a longer name: `example.org` is no part of `example.organic`.
    if (local.includes(name))
      local = local.replace(new RegExp(`https://${name.replaceAll('.', '\\.')}(?![\\w.-])`, 'g'), url);
  }
  return local;
}

export function localResponse(response: HostResponse, names: LocalNames): HostResponse {
  if (names.size === 0 || response.headers['content-encoding'] !== undefined) return response;
  if (!/^(?:application\/json|text\/html)/.test(response.headers['content-type'] ?? '')) return response;
  if (![...names.keys()].some((name) => response.body.includes(name))) return response;
  const body = Buffer.from(localText(response.body.toString('utf8'), names));
  // Another start may have other ports, so a browser must not learn that its copy is still good.
  const { etag: _tag, 'last-modified': _date, ...headers } = response.headers;
  return { ...response, headers: { ...headers, 'content-length': String(body.length) }, body };
}
