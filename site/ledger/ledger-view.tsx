import { ledgerSegment } from '../../contracts/ledger.ts';
import type { LineFile } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { whoseBeacon } from '../../rules/whose-beacon.ts';
import type { ReadEntry } from '../../verify/src/ledger.ts';
import { beaconWords } from '../../words/en/beacon.ts';
import { ledgerWords as words } from '../../words/en/ledger.ts';
import { siteWords } from '../../words/en/site.ts';
import { longDate, longMoment } from '../../words/en/written.ts';
import { clockWithSeconds } from '../../words/writing.ts';
import { Foot } from '../elements/foot.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { detailWords } from './detail-words.ts';
import type { LedgerState } from './ledger.tsx';

export function LedgerPage({ state }: { readonly state: LedgerState }) {
  return (
    <Frame foot={<Foot />}>
      <header class="ledger-head">
        <p class="eyebrow">{words.eyebrow}</p>
        <h1 dir="auto">{state.title ?? (state.onSale === '' ? words.noOnSale : words.eyebrow)}</h1>
        {state.read && state.read.entries.length > 0 && <p class="lead">{words.lead}</p>}
      </header>
      <div class="ledger">
        <Scene state={state} />
      </div>
    </Frame>
  );
}

function Scene({ state }: { readonly state: LedgerState }) {
  const { onSale, line, trouble, read } = state;
  const toSeason = (
    <p>
      <a href="/">{siteWords.toSeason}</a>
    </p>
  );
  if (onSale === '') return <Notice title={words.noOnSaleDetail} children={toSeason} />;
  if (trouble) return <TroubleNotice trouble={trouble} children={toSeason} />;
  if (!read) return <p class="waiting-for-data" aria-busy="true" />;
  if (read.entries.length === 0) {
    return (
      <>
        <Mailed state={state} />
        <Notice title={words.empty} children={<p>{words.emptyDetail}</p>} />
      </>
    );
  }
  return (
    <>
      <Mailed state={state} />
      <Seal state={state} entries={read.entries} />
      {line && <OwnBeacon line={line} />}
      <Witnesses state={state} />
      <h2 class="unseen">{words.entries}</h2>
      {byDay(read.entries, state.timeZone).map(({ day, entries }) => (
        <section key={day} class="day">
          {day !== '' && <h3>{day}</h3>}
          <ol>
            {entries.map(({ entry, n }) => (
              <Entry key={n} entry={entry} n={n} timeZone={state.timeZone} />
            ))}
          </ol>
        </section>
      ))}
      <p class="ways">
        <a class="button button-quiet" href={`/check?on-sale=${encodeURIComponent(onSale)}`}>
          {words.toCheck}
        </a>
        <a
          class="button button-quiet"
          href={`${state.live}${published.ledger(onSale, lastSegment(read.entries.length))}`}
        >
          {words.toFile}
        </a>
      </p>
    </>
  );
}

/** What came of the head that a reader has from a mail. */
function Mailed({ state: { mailed } }: { readonly state: LedgerState }) {
  if (!mailed) return null;
  if (mailed.outcome === 'ok') return <Notice title={words.asInMail} tone="good" role="status" />;
  if (mailed.outcome === 'unchecked') return <Notice title={words.mailUnsure} role="status" />;
  return (
    <Notice title={words.otherMail} tone="trouble" role="alert">
      <p>{words.otherMailDetail}</p>
    </Notice>
  );
}

/** The segment of the last entry, which is the one that grows. */
const lastSegment = (entries: number): number => Math.ceil(entries / ledgerSegment) - 1;

/** Whether the chain holds, and its head: short, and whole for a reader who compares; so is the head on the board. */
function Seal({ state, entries }: { readonly state: LedgerState; readonly entries: readonly ReadEntry[] }) {
  const broken = entries.filter(({ faults }) => faults.length > 0).length;
  const isOther = state.board?.outcome === 'wrong';
  const head = entries.at(-1)?.hash ?? '';
  const onBoard = state.board?.outcome === 'ok' ? state.board.facts.head : undefined;
  return (
    <div class={broken > 0 || isOther ? 'seal seal-broken' : 'seal'} role={broken > 0 || isOther ? 'alert' : undefined}>
      <p class="seal-title">
        <span aria-hidden="true">{broken > 0 || isOther ? '✗ ' : '✓ '}</span>
        {broken > 0 ? words.broken(broken) : isOther ? words.otherBoard : words.whole(entries.length)}
      </p>
      {broken > 0 && <p>{words.brokenDetail}</p>}
      {isOther && <p>{words.otherBoardDetail}</p>}
      {broken === 0 && state.board?.outcome === 'ok' && <p>{words.asOnBoard}</p>}
      {broken === 0 && state.read?.finding.outcome === 'unchecked' && <p>{words.unsure}</p>}
      <details>
        <summary>
          {words.head} <code>{head.slice(0, 12)}…</code>
        </summary>
        <p class="hint">{words.headFull}</p>
        <p class="hex">{head}</p>
        {onBoard !== undefined && (
          <>
            <p class="hint">{words.headOnBoard}</p>
            <p class="hex">{onBoard}</p>
          </>
        )}
      </details>
    </div>
  );
}

/** Others who signed what the board showed, where the line promised some. */
function Witnesses({ state: { line, witnessed, timeZone } }: { readonly state: LedgerState }) {
  if (!line?.log || !witnessed) return null;
  const { witnesses, quorum } = line.log;
  if (witnessed.outcome === 'wrong') {
    return (
      <Notice title={words.otherLog} tone="trouble" role="alert">
        <p>{words.otherLogDetail}</p>
      </Notice>
    );
  }
  const by = witnessed.check === 'witnesses' && 'facts' in witnessed ? witnessed.facts.by : [];
  const title =
    witnessed.outcome === 'ok'
      ? words.witnessed(by.length, witnesses.length)
      : by.length > 0 || ('lack' in witnessed && witnessed.lack === 'quorum')
        ? words.tooFewWitnesses(by.length, quorum)
        : words.witnessesUnread;
  return (
    <Notice title={title} {...(witnessed.outcome === 'ok' && { tone: 'good' })}>
      <p>{words.witnessesDetail}</p>
      {by.length > 0 && (
        <ul>
          {by.map(({ name, at }) => (
            <li key={name}>
              <bdi>{name}</bdi>, <time dateTime={new Date(at).toISOString()}>{longMoment(at, timeZone)}</time>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Said where no public beacon decides the draws. */
function OwnBeacon({ line }: { readonly line: LineFile }) {
  const whose = whoseBeacon(line.beacon);
  if (whose === 'public') return null;
  return <Notice title={beaconWords[whose === 'none' || whose === 'stand-in' ? whose : 'not-public']} />;
}

function Entry({
  entry,
  n,
  timeZone,
}: {
  readonly entry: ReadEntry;
  readonly n: number;
  readonly timeZone: string | undefined;
}) {
  const { line, faults, hash, text } = entry;
  return (
    <li class={faults.length > 0 ? 'entry entry-broken' : 'entry'}>
      <p class="entry-time">
        {line ? <time dateTime={new Date(line.at).toISOString()}>{clockWithSeconds(line.at, timeZone)}</time> : '—'}
      </p>
      <div class="entry-words">
        <h4>{line ? (words.acts[line.act] ?? line.act) : words.unreadable}</h4>
        {faults.length > 0 && line && <p class="entry-fault">{words.tampered}</p>}
        {line && <p class="entry-detail">{detailWords(line.detail, timeZone)}</p>}
        {line && (
          <p class="entry-who">
            {words.by(words.roles[line.role] ?? line.role)}
            {line.reason !== '' && <q>{line.reason === 'no reason given' ? words.noReason : line.reason}</q>}
          </p>
        )}
        <details>
          <summary>
            {words.entry(n)} <code>{hash.slice(0, 8)}</code>
          </summary>
          <p class="hint">{words.hash}</p>
          <p class="hex">{hash}</p>
          <p class="hint">{words.text}</p>
          <p class="hex">{text}</p>
        </details>
      </div>
    </li>
  );
}

/** The entries as they stand, under the day they happened; one that cannot be read stays where it is. */
export function byDay(
  entries: readonly ReadEntry[],
  timeZone: string | undefined,
): readonly { readonly day: string; readonly entries: readonly { readonly entry: ReadEntry; readonly n: number }[] }[] {
  const days: { day: string; entries: { entry: ReadEntry; n: number }[] }[] = [];
  for (const [at, entry] of entries.entries()) {
    const day = entry.line ? longDate(entry.line.at, timeZone) : (days.at(-1)?.day ?? '');
    const last = days.at(-1);
    if (last?.day === day) last.entries.push({ entry, n: at + 1 });
    else days.push({ day, entries: [{ entry, n: at + 1 }] });
  }
  return days;
}
