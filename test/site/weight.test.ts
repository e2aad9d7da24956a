import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';
import { fileInLanguage } from '../../contracts/pages.ts';
import { builtSite } from './built-site.ts';

describe('the line page, which everybody loads at once', () => {
  let dist: string;
  beforeAll(() => {
    dist = builtSite();
  });
  const read = (path: string) => readFileSync(join(dist, path));

  /** Everything a first load takes: the page, its icon, and all that it or its scripts import before they run. */
  function firstLoad(page: string): readonly string[] {
    const seen = new Set<string>(['favicon.svg']);
    const open = [page];
    while (open.length > 0) {
      const path = open.pop() as string;
      if (seen.has(path)) continue;
      seen.add(path);
      const text = read(path).toString();
      for (const [, asset = ''] of text.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)) open.push(`assets/${asset}`);
      for (const [, asset = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+)/g)) open.push(`assets/${asset}`);
    }
    return [...seen];
  }

  /** The files that its scripts fetch when they are wanted, and those that these fetch in their turn. */
  function laterParts(page: string): readonly string[] {
    const parts = new Set<string>();
    const open = firstLoad(page).filter((path) => path.endsWith('.js'));
    for (let path = open.pop(); path !== undefined; path = open.pop())
      for (const [, asset = ''] of read(path)
        .toString()
        .matchAll(/(?:import\(|from|import)\s*["'`]\.\/([\w.-]+)/g)) {
        const part = `assets/${asset}`;
        if (parts.has(part) || firstLoad(page).includes(part)) continue;
        parts.add(part);
        open.push(part);
      }
    return [...parts];
  }

  const sum = (files: readonly string[], weigh: (bytes: Buffer) => Buffer) =>
    files.reduce((total, path) => total + weigh(read(path)).length, 0);

  test.each(languages)('in %s it weighs at most 15 kB, all of it, as it goes over the wire', (language) => {
    const files = firstLoad(fileInLanguage('line', language));
    expect(files.some((path) => path.endsWith('.js'))).toBe(true);
    expect(files.some((path) => path.endsWith('.css'))).toBe(true);
    expect(sum(files, (bytes) => brotliCompressSync(bytes))).toBeLessThanOrEqual(15_000);
    // No browser that runs a module script lacks Brotli. A proxy in between may strip it all the same.
    expect(sum(files, (bytes) => gzipSync(bytes))).toBeLessThanOrEqual(17_000);
  });

  test.each(languages)('in %s nothing waits for a second script, and what comes later is small', (language) => {
    const page = fileInLanguage('line', language);
    expect(firstLoad(page).filter((path) => path.endsWith('.js'))).toHaveLength(1);
    const parts = laterParts(page);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.some((part) => /answers-[\w-]+\.js/.test(part))).toBe(true);
    for (const part of parts) expect(brotliCompressSync(read(part)).length).toBeLessThanOrEqual(4_000);
  });

  test('no page carries a script, a style or an address of somebody else’s', () => {
    for (const page of ['index', 'show', 'line', 'hall', 'checkout', 'order', 'order-book', 'control-room', '404']) {
      const html = read(fileInLanguage(page, 'en')).toString();
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:|javascript:|data:/);
      for (const [, attributes = '', body = ''] of html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
        expect(attributes).toMatch(/src="\/assets\//);
        expect(body.trim()).toBe('');
      }
    }
  });
});
