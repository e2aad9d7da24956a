import { existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { slicedPackage, smallFile } from '../../lambdas/ordering/lettering/font-places.ts';
import { putLetters } from '../../lib/letter-files.ts';
import { slicedFonts, smallFonts } from '../../rules/letters/fonts.ts';

/* Beside a handler that prints tickets lies every font that it may ask for, with its licence, and not too much. */

const root = new URL('../..', import.meta.url).pathname;

test('the fonts of all scripts lie beside the bundle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  try {
    await putLetters(root, folder);
    const at = (path: string) => join(folder, 'node_modules', path);
    const asked = [
      ...smallFonts.flatMap((font) => [smallFile(font, 400), smallFile(font, 700)]),
      ...slicedFonts.map((font) => `${slicedPackage(font)}/unicode.json`),
      'harfbuzzjs/dist/harfbuzz.wasm',
      'woff2-encoder/dist/decompress.js',
    ];
    expect(asked.filter((path) => !existsSync(at(path)))).toEqual([]);
    for (const font of slicedFonts)
      expect(globSync(at(`${slicedPackage(font)}/files/*.woff2`)).length).toBeGreaterThan(90);
    expect(globSync(at('@*/*/LICENSE*')).length).toBe(smallFonts.length + slicedFonts.length);
    // Lambda takes 250 MB, code and all.
    const sizes = globSync('**/*', { cwd: folder }).map((file) => statSync(join(folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
