import type { AuditEntry } from '../../contracts/staff.ts';
import { zoneHere } from '../../rules/wall-clock.ts';
import { auditWords as words } from '../../words/en/staff-audit.ts';
import { count, shortDate, timeOfDay } from '../../words/en/written.ts';
import { Field } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import type { AuditActs, AuditState } from './audit.ts';
import { actInWords, findEntries, noteInWords, onInWords } from './audit-words.ts';
import { type Scopes, zoneOf } from './scopes.ts';

/** Who did what: the newest first, a page at a time. */
export function AuditView(props: {
  readonly audit: AuditState | undefined;
  readonly scopes: Scopes | undefined;
  readonly acts: AuditActs;
}) {
  const { audit, scopes, acts } = props;
  const timeZone = zoneOf(scopes);
  const { entries, next, busy = true, trouble, typed = '' } = audit ?? {};
  const found = findEntries(entries ?? [], typed, scopes);
  return (
    <section class="audit" aria-busy={busy}>
      <p class="lead">{words.lead}</p>
      {trouble && <StaffTrouble trouble={trouble} />}
      {!entries && !trouble && <p class="waiting-for-data" />}
      {!entries && trouble && <Refresh onPress={acts.read} busy={busy} />}
      {entries?.length === 0 && (
        <Notice title={words.none}>
          <p>{words.noneDetail}</p>
        </Notice>
      )}
      {entries && entries.length > 0 && (
        <>
          <div class="staff-search">
            <Field
              label={words.search}
              hint={words.searchHint}
              name="search"
              type="search"
              autocomplete="off"
              defaultValue={typed}
              onInput={(input) => acts.type((input.currentTarget as HTMLInputElement).value)}
            />
            <Refresh onPress={acts.read} busy={busy} />
          </div>
          <div class="hint record-head">
            <p role="status">
              {found.length === entries.length
                ? words.read(count(entries.length))
                : words.found(count(found.length), count(entries.length))}
            </p>
            <p>{words.zone(zoneHere(timeZone))}</p>
          </div>
          {found.length > 0 ? (
            <Record entries={found} scopes={scopes} />
          ) : (
            <Notice title={words.noMatch}>{next !== undefined && <p>{words.noMatchDetail}</p>}</Notice>
          )}
          {next === undefined ? (
            <p class="hint">{words.all}</p>
          ) : (
            <p>
              <button type="button" class="button button-quiet" onClick={acts.readOn} aria-disabled={busy}>
                {busy ? words.reading : words.older}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Refresh({ onPress, busy }: { readonly onPress: () => void; readonly busy: boolean }) {
  return (
    <button type="button" class="button button-quiet" onClick={onPress} aria-disabled={busy}>
      {busy ? words.reading : words.refresh}
    </button>
  );
}

function Record({ entries, scopes }: { readonly entries: readonly AuditEntry[]; readonly scopes: Scopes | undefined }) {
  const timeZone = zoneOf(scopes);
  const { when, who, act, on, note } = words.headings;
  return (
    <table class="record">
      <thead>
        <tr>
          {[when, who, act, on, note].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.happenedAt} ${entry.id}`}>
            <td>
              <time dateTime={new Date(entry.happenedAt).toISOString()}>
                {shortDate(entry.happenedAt, timeZone)}, <b>{timeOfDay(entry.happenedAt, timeZone)}</b>
              </time>
            </td>
            <td data-name={who}>
              <bdi>{entry.person}</bdi>
            </td>
            <td data-name={act}>{actInWords(entry.act)}</td>
            <td data-name={on}>
              <bdi>{onInWords(entry, scopes)}</bdi>
            </td>
            <td data-name={note}>{entry.note !== undefined && <bdi>{noteInWords(entry, scopes)}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
