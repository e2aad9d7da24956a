/**
 * Chooses the files that a deployment takes. It reads the filters as `aws s3 sync` does. Everything is in, then every
 * `exclude` takes away, then every `include` brings back. The last word counts. `*` is any text, slashes too, `?` one
 * character, `[ab]` and `[!ab]` one of (not) these.
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
