import { globSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/*
 * What a handler reads when a ticket has letters that its own fonts do not have: fonts, and the two programs in WebAssembly
 * that open and shape them. They lie beside the bundle, in a `node_modules` of its own, so that the same paths lead to them
 * there and in the sources. A font's licence goes along, as it asks.
 */

/** Packages that a bundle does not take in. A handler that imports one is given all of this. */
export const lettersOnDemand: readonly string[] = ['harfbuzzjs', 'woff2-encoder/decompress'];

/** By the name of a package that the project has, with `*` for any: the files that are read of it. */
const files: Readonly<Record<string, readonly string[]>> = {
  '@expo-google-fonts/noto-sans-*': ['400Regular/*.ttf', '700Bold/*.ttf', 'LICENSE_FONT'],
  '@fontsource-variable/noto-sans-*': ['files/*.woff2', 'unicode.json', 'LICENSE'],
  harfbuzzjs: ['package.json', 'dist/index.mjs', 'dist/harfbuzz.js', 'dist/harfbuzz.wasm', 'LICENSE'],
  'woff2-encoder': ['package.json', 'dist/decompress.js', 'LICENSE'],
};

/** `folder`: of the handler. Throws if a package is not installed. @returns the files, from the project's folder */
export async function putLetters(root: string, folder: string): Promise<readonly string[]> {
  const put: string[] = [];
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  for (const [named, patterns] of Object.entries(files)) {
    const packages = Object.keys(devDependencies).filter((name) =>
      named.endsWith('*') ? name.startsWith(named.slice(0, -1)) : name === named,
    );
    for (const name of packages)
      for (const pattern of patterns) {
        const found = globSync(join('node_modules', name, pattern), { cwd: root });
        if (found.length === 0) throw new Error(`${name} has no ${pattern}: run npm ci`);
        for (const file of found) {
          await mkdir(dirname(join(folder, file)), { recursive: true });
          await cp(join(root, file), join(folder, file));
          put.push(file);
        }
      }
  }
  return put;
}
