import type { Rolldown } from 'vite';
import type { Language } from '../contracts/languages.ts';
import { entryOf } from '../contracts/pages.ts';

/**
 * A published page is older than the next deployment, whose files have other names. So it loads two files whose names
 * stay: all styles of the page in one, and a script that does nothing but load the page's own of today.
 */
export function entriesOf(
  page: string,
  language: Language,
  html: string,
  bundle: Rolldown.OutputBundle,
): readonly { readonly fileName: string; readonly source: string }[] {
  if (page !== 'index' && page !== 'show') return [];
  const script = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1];
  const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g)].map(([, file = '']) => {
    const asset = bundle[file];
    if (asset?.type !== 'asset') throw new Error(`${page}.html has no ${file}`);
    return `${asset.source}`;
  });
  if (script === undefined || styles.length === 0) throw new Error(`${page}.html has no script or no styles`);
  return [
    { fileName: entryOf.script(page, language).slice(1), source: `import ${JSON.stringify(script)};\n` },
    { fileName: entryOf.styles(page).slice(1), source: styles.join('\n') },
  ];
}
