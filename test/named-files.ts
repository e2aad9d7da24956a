import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/*
 * The files that a file leads to: those it imports, and those it names by a path, as `fork`, `spawn`, `new Worker` and
 * the steps of a build do. Such a path is an arrow between rooms as much as an import is.
 */

const code = /\.(?:ts|tsx|mjs|js)$/;

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** The imports of a file: our files by their path from the top, packages by name. */
export function importsIn(text: string, file: string): readonly string[] {
  const found = withoutComments(text).matchAll(
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\bexport\s+\*\s+from\s*)['"]([^'"\n]+)['"]/g,
  );
  return [...found].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
  );
}

/**
 * Files of ours that a file names in a string, by their path from the top: relative to itself (`./function.worker.ts`),
 * from the top (`edge/build.ts`), or in pieces (`join(home, 'stand-ins', 'stripe', 'main.ts')`). Only what is there counts.
 */
export function pathsIn(text: string, file: string, home: string): readonly string[] {
  const bare = withoutComments(text);
  const whole = [...bare.matchAll(/(['"`])([^'"`\n${}]+)\1/g)].map(([, , path = '']) => path);
  const pieces = [...bare.matchAll(/\b(?:join|resolve)\(([^()]*)\)/g)].map(([, args = '']) =>
    [...args.matchAll(/(['"`])([^'"`\n${}]+)\1/g)].map(([, , piece]) => piece).join('/'),
  );
  const candidates = [...whole, ...pieces].filter((path) => code.test(path) && !path.startsWith('/'));
  const places = candidates.flatMap((path) => [normalize(path), normalize(join(dirname(file), path))]);
  return [...new Set(places)].filter(
    (path) =>
      path.includes('/') && !/^(?:\.\.|node_modules)\//.test(path) && path !== file && existsSync(join(home, path)),
  );
}
