/**
 * Finds the cache behaviour that answers a path: the first whose pattern matches, in the order given, else the default
 * one. In a pattern `*` is any text and `?` one character; a leading slash may be left out; letter case counts.
 */
export function patternMatcher(pattern: string): (path: string) => boolean {
  const absolute = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`;
  const source = absolute
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => expression.test(path);
}
