/**
 * Which files a deployment takes. As `aws s3 sync` reads its filters: everything is in, then every
 * `exclude` takes away, then every `include` brings back; the last word counts. `*` is any text,
 * slashes too, `?` one character, `[ab]` and `[!ab]` one of (not) these.
 */
export function isDeployed(path: string, exclude: readonly string[], include: readonly string[]): boolean {
  if (include.some((pattern) => matchesGlob(pattern, path))) return true;
  return !exclude.some((pattern) => matchesGlob(pattern, path));
}

function matchesGlob(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\[!/g, '[^')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(path);
}
