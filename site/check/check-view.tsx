import type { Fault, Finding } from '../../contracts/findings.ts';
import { beaconWords } from '../../words/en/beacon.ts';
import { checkWords as words } from '../../words/en/check.ts';
import { siteWords } from '../../words/en/site.ts';
import { count } from '../../words/en/written.ts';
import { Foot } from '../elements/foot.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import type { CheckState } from './check.tsx';
import { FileList, Offline } from './files-view.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { faultsOf, faultWords, Steps } from './steps.tsx';

interface Acts {
  readonly onCheck: (receipt: string) => void;
  readonly onAnother: () => void;
}

export function CheckPage({ state, ...acts }: Acts & { readonly state: CheckState }) {
  return (
    <Frame foot={<Foot />}>
      <header class="check-head">
        <p class="eyebrow">{words.eyebrow}</p>
        <h1 dir="auto">{state.line?.title ?? words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <div class="check">
        <Scene state={state} {...acts} />
      </div>
    </Frame>
  );
}

function Scene({ state, onCheck, onAnother }: Acts & { readonly state: CheckState }) {
  const { onSale, at, done, all, trouble, verdict } = state;
  if (onSale === '') return <Notice title={words.noOnSaleDetail} children={<ToSeason />} />;
  if (at === 'asking') return <ReceiptForm wrong={state.nothingPasted} filled={state.aside} onCheck={onCheck} />;
  if (trouble) return <TroubleNotice trouble={trouble} children={<ToSeason />} />;
  if (at !== 'told' || !verdict) {
    return (
      <div class="check-busy">
        <p role="status">{at === 'computing' ? words.computing : words.reading(done, all)}</p>
        <p class="waiting-for-data" aria-busy="true" />
      </div>
    );
  }
  return (
    <>
      <Result state={state} />
      <Unread state={state} />
      <Steps findings={verdict.findings} />
      <FileList state={state} />
      <Offline state={state} />
      <p class="centred">
        <button type="button" class="link" onClick={onAnother}>
          {words.another}
        </button>
      </p>
    </>
  );
}

/** The number as on a bill, with the stamp of what came of it. */
function Result({ state }: { readonly state: CheckState }) {
  const { verdict, files } = state;
  const findings = verdict?.findings ?? [];
  const [fault] = findings.flatMap(faultsOf);
  const isDamaged = (files?.damaged.length ?? 0) > 0 || (files?.absent.length ?? 0) > 0;
  const position = fault?.fault.startsWith('receipt') ? undefined : verdict?.position;
  const outcome = fault || isDamaged ? 'bad' : position === undefined ? 'open' : 'good';
  const stamp = { bad: words.stampBad, open: words.stampOpen, good: words.stampGood }[outcome];
  return (
    <section class={`slip slip-${outcome}`} aria-live="polite">
      {position === undefined ? (
        <h2 class="slip-title news">{outcome === 'bad' ? words.wrongTitle : words.notDrawn}</h2>
      ) : (
        <>
          <h2 class="slip-line news">{words.number}</h2>
          <p class={`slip-number slip-number-${count(position).length > 5 ? 'long' : 'short'}`}>{count(position)}</p>
        </>
      )}
      <p class="slip-words">{resultWords(outcome, fault, isDamaged, findings)}</p>
      {verdict?.trusted && <p class="slip-words">{words.trusted}</p>}
      {findings.map(
        (finding) => finding.outcome === 'unproved' && <p class="slip-words">{beaconWords[finding.doubt]}</p>,
      )}
      <p class="stamp" aria-hidden="true">
        {stamp}
      </p>
    </section>
  );
}

function resultWords(
  outcome: 'good' | 'open' | 'bad',
  fault: Fault | undefined,
  isDamaged: boolean,
  findings: readonly Finding[],
): string {
  if (fault) return words.wrongDetail(faultWords(fault));
  if (isDamaged) return words.unreadDetail;
  if (outcome === 'open') return words.notDrawnDetail;
  return findings.some((finding) => finding.outcome === 'unchecked') ? words.someOpen : words.allWell;
}

function Unread({ state: { files } }: { readonly state: CheckState }) {
  const { damaged = [], absent = [], unread = [] } = files ?? {};
  if (damaged.length + absent.length + unread.length === 0) return null;
  return (
    <Notice title={words.unread} tone="trouble" role="alert">
      {damaged.map((file) => (
        <p key={file}>{words.damaged(file)}</p>
      ))}
      {absent.map((file) => (
        <p key={file}>{words.absent(file)}</p>
      ))}
      {unread.length > 0 && <p>{words.unreadDetail}</p>}
    </Notice>
  );
}

function ToSeason() {
  return (
    <p>
      <a href="/">{siteWords.toSeason}</a>
    </p>
  );
}
