import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A file of an npm package of fonts. A bundle has them beside it, in a `node_modules` of its own: lib/bundle-handlers.ts
 * puts them there for every handler that imports this.
 */
export function fontFile(path: string): Uint8Array {
  return readFileSync(require.resolve(path));
}
