import { published } from '../../contracts/paths.ts';
import { checkWords as words } from '../../words/en/check.ts';
import type { CheckState } from './check.tsx';

/** Links to every file that went into the check. */
export function FileList({ state: { onSale, live, files, verdict } }: { readonly state: CheckState }) {
  const round = verdict?.place?.round ?? 0;
  const own = files?.sheets.find((sheet) => sheet.round === round);
  const hasOwn = own !== undefined;
  const [bank, tile] = [files?.banks?.[0], files?.tiles?.[0]];
  const rows = [
    ['line', published.line(onSale), files?.line],
    ['commitment', `${live}${published.rollCommitment(onSale, round)}`, bank],
    ['bank', `${live}${published.rollBank(onSale, round, bank?.bank ?? 0)}`, bank],
    ['tile', `${live}${published.rollTile(onSale, round, tile?.tile ?? 0)}`, tile],
    ['sheet', `${live}${published.drawSheet(onSale, round, own?.bank ?? 0)}`, hasOwn],
    ['rounds', `${live}${published.rounds(onSale)}`, files?.rounds],
    ['ledger', `${live}${published.ledger(onSale, 0)}`, files?.ledger?.length],
    ['board', `${live}${published.board(onSale)}`, files?.board],
  ] as const;
  const earlier = (files?.sheets.length ?? 0) - (hasOwn ? 1 : 0);
  return (
    <section class="files">
      <h2>{words.files}</h2>
      <p>{words.filesDetail}</p>
      <ul>
        {rows
          .filter(([, , there]) => there)
          .map(([kind, url]) => (
            <li key={kind}>
              <a href={url}>{words.fileNames[kind]}</a>
              {kind === 'sheet' && earlier > 0 && <span class="hint"> {words.earlier(earlier)}</span>}
            </li>
          ))}
      </ul>
      <p class="ways">
        <a class="button button-quiet" href={`/ledger?on-sale=${encodeURIComponent(onSale)}`}>
          {words.toLedger}
        </a>
        <a class="button button-quiet" href={`/line?on-sale=${encodeURIComponent(onSale)}`}>
          {words.toLine}
        </a>
      </p>
    </section>
  );
}

/** The receipt as a file, and how to check it without this page. */
export function Offline({ state: { onSale, receipt = '' } }: { readonly state: CheckState }) {
  const name = `receipt-${onSale}.txt`;
  return (
    <section class="offline">
      <h2>{words.offline}</h2>
      <p>{words.offlineDetail}</p>
      <p>
        <a class="button" href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${receipt}\n`)}`} download={name}>
          {words.save}
        </a>
      </p>
      <h3>{words.command}</h3>
      <pre class="command">
        <code>{commands(location.origin, onSale, name)}</code>
      </pre>
    </section>
  );
}

/** With the site's own copy of the verifier: it needs no package registry, and anyone may read it. */
function commands(origin: string, onSale: string, receipt: string): string {
  return [
    `curl -O ${origin}/stampede-verify.mjs`,
    `node stampede-verify.mjs fetch ${origin} ${onSale} ${onSale}`,
    `node stampede-verify.mjs ${receipt} ${onSale}`,
  ].join('\n');
}
