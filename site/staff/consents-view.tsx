import { staffConsentsWords as words } from '../../words/en/staff-consents.ts';
import { count } from '../../words/en/written.ts';
import { Notice } from '../elements/notice.tsx';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import type { ConsentsActs, ConsentsState } from './consents.ts';

/** Who may be written to about other shows, as a file. */
export function ConsentsView({
  consents,
  acts,
}: {
  readonly consents: ConsentsState | undefined;
  readonly acts: ConsentsActs;
}) {
  const { busy = false, read = 0, trouble, done } = consents ?? {};
  return (
    <div class="staff-consents">
      <p class="lead">{words.lead}</p>
      <p>{words.rule}</p>
      {trouble && <StaffTrouble trouble={trouble} />}
      <p>
        <button type="button" class="button" onClick={acts.get} aria-disabled={busy}>
          {busy ? words.reading(count(read)) : words.get}
        </button>
      </p>
      {done && (
        <Notice
          title={done.all === 0 ? words.none : words.done(count(done.all), count(done.may))}
          tone={done.all === 0 ? 'calm' : 'good'}
          role="status"
        />
      )}
    </div>
  );
}
