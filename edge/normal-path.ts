/**
 * One address, one spelling. A guard of a path must see the path that the origin will see, so a path is brought to a
 * single form first. Characters that never needed escaping are unescaped, runs of slashes become one, and a slash at
 * the end goes. A path that could mean one thing here and another behind us is not repaired but refused: broken
 * escapes, dot segments, and escaped slashes, backslashes or control characters.
 */
export function normalPath(uri: string): string | undefined {
  const plain = uri.replace(/%[0-9A-Fa-f]{2}/g, unescapedIfSafe);
  if (!isUtf8(plain)) return undefined;
  if (/%(?:2F|5C|[01][0-9A-F]|7F)/.test(plain)) return undefined;
  if (/[\\\s]/.test(plain)) return undefined;
  if (plain.charAt(0) !== '/') return undefined;
  const single = plain.replace(/\/{2,}/g, '/');
  if (/\/\.{1,2}(?:\/|$)/.test(single)) return undefined;
  return single.length > 1 ? single.replace(/\/$/, '') : single;
}

/** Whether every escape is whole, and together they spell text. */
function isUtf8(path: string): boolean {
  try {
    return decodeURIComponent(path).length > 0;
  } catch (_malformed) {
    return false;
  }
}

/** RFC 3986's unreserved characters mean the same escaped or not; every other escape stays, in upper case. */
function unescapedIfSafe(escaped: string): string {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
}
