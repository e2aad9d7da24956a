import type { LogEntry } from '../../../contracts/levers.ts';
import { leverWords as words } from '../../../words/en/control-room-levers.ts';
import { ledgerWords } from '../../../words/en/ledger.ts';
import { clockWithSeconds } from '../../../words/writing.ts';
import { Field } from '../../elements/field.tsx';
import { detailWords } from '../../ledger/detail-words.ts';
import type { LeverActs, LeversState } from './levers.ts';

/** What was done to the line, and what people wrote down, the newest first. */
export function LogView(props: {
  readonly levers: LeversState;
  readonly mayWrite: boolean;
  readonly timeZone: string;
  readonly acts: LeverActs;
}) {
  const { levers, mayWrite, timeZone, acts } = props;
  const { onSale, log, note, noteWrong, busy } = levers;
  return (
    <section class="lever-log" aria-labelledby="lever-log">
      <h3 id="lever-log">{words.log}</h3>
      <p class="hint">{words.logLead}</p>
      {mayWrite && (
        <form
          class="lever-note"
          noValidate
          onSubmit={(submit) => {
            submit.preventDefault();
            void acts.write();
          }}
        >
          <Field
            label={words.note}
            hint={words.noteHint}
            name="note"
            autocomplete="off"
            maxLength={500}
            value={note}
            onInput={(input) => acts.type((input.currentTarget as HTMLInputElement).value)}
            error={noteWrong ? words.noteWrong : undefined}
          />
          <button type="submit" class="button button-quiet" aria-disabled={busy}>
            {words.write}
          </button>
        </form>
      )}
      {log && log.entries.length === 0 && <p>{words.logEmpty}</p>}
      <ol>
        {log?.entries.map((entry) => (
          <li key={`${entry.kind}-${entry.id}`} class={`lever-entry-${entry.kind}`}>
            <time dateTime={new Date(entry.at).toISOString()}>{clockWithSeconds(entry.at, timeZone)}</time>{' '}
            <Said entry={entry} timeZone={timeZone} />
          </li>
        ))}
      </ol>
      <p>
        <a href={`/ledger?on-sale=${encodeURIComponent(onSale)}`}>{words.all}</a>
      </p>
    </section>
  );
}

function Said({ entry, timeZone }: { readonly entry: LogEntry; readonly timeZone: string }) {
  if (entry.kind === 'note')
    return (
      <>
        <bdi>{entry.text}</bdi> <small>{words.by(entry.person)}</small>
      </>
    );
  const detail = detailWords(entry.detail, timeZone);
  return (
    <>
      <b>{ledgerWords.acts[entry.act]}</b>
      {detail && <span dir="auto">: {detail}</span>} <bdi>“{entry.reason}”</bdi>{' '}
      <small>{words.by(ledgerWords.roles[entry.role])}</small>
    </>
  );
}
