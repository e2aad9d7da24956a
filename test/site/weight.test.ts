import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { builtSite } from './built-site.ts';

describe('the line page, which everybody loads at once', () => {
  let dist: string;
  beforeAll(() => {
    dist = builtSite();
  });
  const read = (path: string) => readFileSync(join(dist, path));

  /** Everything a first load takes: the page and all that it, or its scripts, refer to. */
  function firstLoad(): readonly string[] {
    const seen = new Set<string>();
    const open = ['line.html'];
    while (open.length > 0) {
      const path = open.pop() as string;
      if (seen.has(path)) continue;
      seen.add(path);
      const text = read(path).toString();
      for (const [, asset = ''] of text.matchAll(/(?:assets\/|["'`]\.\/)([\w.-]+\.(?:js|css))/g))
        open.push(`assets/${asset}`);
    }
    return [...seen];
  }

  test('weighs at most 15 kB compressed, all of it, even for a browser without Brotli', () => {
    const files = firstLoad();
    const sum = (weigh: (bytes: Buffer) => Buffer) =>
      files.reduce((total, path) => total + weigh(read(path)).length, 0);
    expect(files.some((path) => path.endsWith('.js'))).toBe(true);
    expect(files.some((path) => path.endsWith('.css'))).toBe(true);
    expect(sum((bytes) => gzipSync(bytes))).toBeLessThan(15_000);
    expect(sum((bytes) => brotliCompressSync(bytes))).toBeLessThan(13_500);
  });

  test('no page carries a script, a style or an address of somebody else’s', () => {
    for (const page of ['index', 'show', 'line', 'hall', 'checkout', 'order', 'order-book', '404']) {
      const html = read(`${page}.html`).toString();
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:|javascript:|data:/);
      for (const [, attributes = '', body = ''] of html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
        expect(attributes).toMatch(/src="\/assets\//);
        expect(body.trim()).toBe('');
      }
    }
  });
});
