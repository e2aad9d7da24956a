import type { LineFile } from '../../contracts/line.ts';
import type { Verdict } from '../../verify/src/check-line.ts';
import type { Trouble } from '../api.ts';
import { asked, browser, readConfig, readSeason } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { followPresses } from '../elements/presses.ts';
import * as kept from '../kept.store.ts';
import * as proofs from '../proofs.store.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { CheckPage } from './check-view.tsx';
import type { ReadFiles } from './read-files.ts';

export interface CheckState {
  readonly onSale: string;
  readonly live: string;
  readonly timeZone?: string;
  /** The receipt that is looked at; undefined while none is. */
  readonly receipt?: string | undefined;
  readonly at: 'asking' | 'reading' | 'computing' | 'told';
  readonly done: number;
  readonly all: number;
  /** A receipt that was put aside for a new place: offered to be checked. */
  readonly aside?: string | undefined;
  /** The text that was pasted is nothing at all. */
  readonly nothingPasted?: boolean;
  readonly trouble?: Trouble | undefined;
  readonly line?: LineFile | undefined;
  readonly files?: ReadFiles;
  readonly verdict?: Verdict;
}

const onSale = asked('on-sale') ?? '';

const page = openWhenWhole<CheckState>(
  { onSale, live: '', at: 'reading', done: 0, all: 0, aside: proofs.aside(onSale) },
  (state) => <CheckPage state={state} onCheck={(receipt) => void check(receipt)} onAnother={askForReceipt} />,
  ({ onSale, at, all }) => onSale === '' || at !== 'reading' || all > 0,
);

/** The checking code is large, and a visitor without a receipt does not need it. */
const loadChecks = () =>
  Promise.all([
    import('./read-files.ts'),
    import('../../verify/src/check-line.ts'),
    import('../../verify/src/receipt.ts'),
  ]);

async function check(pasted: string): Promise<void> {
  const receipt = pasted.replace(/\s+/g, '');
  if (receipt === '') {
    page.turn({ nothingPasted: true });
    bringToNews();
    return;
  }
  page.turn({ receipt, at: 'reading', done: 0, all: 0, nothingPasted: false, trouble: undefined });
  const [{ readLineFiles }, { checkLine }, { openReceipt }] = await loadChecks();
  const place = openReceipt(receipt)?.place;
  const progress = (done: number, all: number) => page.turn({ done, all });
  const files = await readLineFiles({ browser, live: page.state().live, onSale, progress }, place);
  if (!files.line && files.damaged.length === 0) {
    page.turn({ at: 'told', trouble: { kind: files.unread.length > 0 ? 'unreachable' : 'missing' } });
    return;
  }
  page.turn({ at: 'computing', files, line: files.line });
  // A tick for the screen: the next step takes a second on a slow phone.
  await browser.wait(20);
  page.turn({ at: 'told', verdict: checkLine({ ...files, heads: proofs.heads(onSale) }, receipt) });
}

function askForReceipt(): void {
  page.turn({ at: 'asking', receipt: undefined, trouble: undefined });
  document.getElementById('receipt')?.focus();
}

async function begin(): Promise<void> {
  if (!onSale) return;
  const [{ live }, season] = await Promise.all([readConfig(), readSeason()]);
  page.turn({ live, ...(season.ok && { timeZone: season.body.timeZone }) });
  const receipt = kept.receipt(onSale)?.receipt;
  if (receipt) await check(receipt);
  else page.turn({ at: 'asking' });
}

followPresses();
void begin();
