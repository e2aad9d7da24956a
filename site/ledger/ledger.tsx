import type { FindingOf } from '../../contracts/findings.ts';
import type { LineFile } from '../../contracts/line.ts';
import { headsIn } from '../../rules/head-text.ts';
import type { ReadLedger } from '../../verify/src/ledger.ts';
import type { Trouble } from '../api.ts';
import { asked, browser, readConfig, readSeason, reopenOnFragment, takeFromFragment } from '../browser.gateway.ts';
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
  page.turn({ live, ...(season.ok && { timeZone: season.body.timeZone }) });
  const { line, ledger = [], board, unread, ...rolls } = await readLineFiles({ browser, live, onSale });
  if (line) page.turn({ title: line.title, line });
  if (ledger.length === 0 && !line) {
    page.turn({ trouble: { kind: unread.length > 0 ? 'unreachable' : 'missing' } });
    return;
  }
  const given = ledger.length > 0 ? ledger : [{ v: 2, onSale, segment: 0, entries: [] } as const];
  const read = readLedger(given, line);
  const commitments = collectCommitments(rolls.commitments ?? [], line);
  const chains = { line, ledger: ledger.length > 0 ? read : undefined, commitments };
  if (read) page.turn({ read, board: checkBoard(board, chains), mailed: checkHeads(brought, chains) });
}

reopenOnFragment();
void begin();
