/** Query strings as CloudFront keeps them: still encoded, in the order sent. */

/** The parts of `a=1&b&a=2` as `[name, value]`; a part without `=` has no value. */
export function queryParts(query: string): [name: string, value: string | undefined][] {
  if (query === '') return [];
  return query.split('&').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
  });
}

export function joinQuery(parts: readonly (readonly [string, string | undefined])[]): string {
  return parts.map(([name, value]) => (value === undefined ? name : `${name}=${value}`)).join('&');
}

/** The parts of a `cookie` header as `[name, value]`. */
export function cookieParts(header: string | undefined): [name: string, value: string][] {
  if (!header) return [];
  return header.split(/;\s*/).flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });
}
