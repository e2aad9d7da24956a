import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const site = join(import.meta.dirname, '../../site');
const pages = globSync('*.html', { cwd: site }).sort();

test('there are pages', () => {
  expect(pages).toContain('door.html');
});

test.each(pages)('%s says what it is before any script runs: the first picture waits for none', (page) => {
  const body = /<body>.*<\/body>/s.exec(readFileSync(join(site, page), 'utf8'))?.[0] ?? '';
  const seen = body.replace(/<noscript>.*?<\/noscript>/gs, '');
  expect(seen).toMatch(/<h1[^>]*>[^<]+<\/h1>/);
});
