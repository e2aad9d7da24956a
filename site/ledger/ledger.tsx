import type { Finding, FindingOf } from '../../contracts/findings.ts';
import type { LineFile } from '../../contracts/line.ts';
import { headsIn } from '../../rules/head-text.ts';
import type { ReadLedger } from '../../verify/src/ledger.ts';
import type { Trouble } from '../api.ts';
import { asked, browser, readConfig, readSeason, reopenOnFragment, takeFromFragment } from '../browser.gateway.ts';
import type { ReadFiles } from '../check/read-files.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { LedgerPage } from './ledger-view.tsx';

export interface LedgerState {
  readonly onSale: string;
  readonly live: string;
  readonly title?: string;
  readonly line?: LineFile;
  readonly timeZone?: string;
  readonly trouble?: Trouble;
  readonly read?: ReadLedger;
  readonly board?: FindingOf<'board'>;
  /** Of the head that a mail brought in the address. */
  readonly mailed?: FindingOf<'heads'> | undefined;
  /** Where the line promised witnesses: who signed what the board showed, or what is wrong with their log. */
  readonly witnessed?: Finding;
}

const onSale = asked('on-sale') ?? '';
/** Heads in the link of a mail, of this line. */
const brought = headsIn(takeFromFragment('head') ?? '').filter((head) => head.onSale === onSale);
const page = openWhenWhole<LedgerState>(
  { onSale, live: '' },
  (state) => <LedgerPage state={state} />,
  ({ onSale, trouble, read }) => onSale === '' || trouble !== undefined || read !== undefined,
);

async function begin(): Promise<void> {
  if (!onSale) return;
  const [{ live }, season, { readLineFiles }, { readLedger }, { checkBoard, checkHeads }, { collectCommitments }] =
    await Promise.all([
      readConfig(),
      readSeason(),
      import('../check/read-files.ts'),
      import('../../verify/src/ledger.ts'),
      import('../../verify/src/heads.ts'),
      import('../../verify/src/commitments.ts'),
    ]);
  const chainsOf = ({ line, ledger = [], commitments = [] }: ReadFiles) => ({
    ...{ line, commitments: collectCommitments(commitments, line) },
    ledger: ledger.length > 0 ? readLedger(ledger, line) : undefined,
  });
  page.turn({ live, ...(season.ok && { timeZone: season.body.timeZone }) });
  const asking = { browser, live, onSale };
  const files = await readLineFiles(asking);
  const { line, ledger = [], board, unread } = files;
  if (line) page.turn({ title: line.title, line });
  if (ledger.length === 0 && !line) {
    page.turn({ trouble: { kind: unread.length > 0 ? 'unreachable' : 'missing' } });
    return;
  }
  const chains = chainsOf(files);
  const read = chains.ledger ?? readLedger([{ v: 2, onSale, segment: 0, entries: [] }], line);
  if (read) page.turn({ read, board: checkBoard(board, chains), mailed: checkHeads(brought, board, chains) });
  if (!line?.log || line.log.witnesses.length === 0) return;
  const [{ readLog }, { checkLog }] = await Promise.all([import('./read-log.ts'), import('../../verify/src/log.ts')]);
  // Ledger and rolls once more, after the log: the line may be live, and what the log has, they have by now.
  const findings = checkLog(await readLog(asking), chainsOf(await readLineFiles(asking)), false);
  const witnessed =
    findings.find((finding) => finding.check === 'log' && finding.outcome === 'wrong') ??
    findings.find((finding) => finding.check === 'witnesses');
  if (witnessed) page.turn({ witnessed });
}

reopenOnFragment();
void begin();
