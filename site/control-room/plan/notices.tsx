import { runUpWords as words } from '../../../words/en/control-room-plan.ts';
import { codeOf, fieldMessage } from '../../api.ts';
import { Notice } from '../../elements/notice.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import type { RunUpState } from './run-up.ts';

const said: Readonly<Record<string, readonly [title: string, detail: string]>> = {
  'run-up-moved': [words.moved, words.movedDetail],
  'freeze-begun': [words.freezeBegun, words.freezeBegunDetail],
  'not-frozen': [words.notFrozen, words.notFrozenDetail],
};

/** What became of the last act. */
export function RunUpNotices({ runUp }: { readonly runUp: RunUpState }) {
  const { trouble, faults, done } = runUp;
  const [title, detail] = said[codeOf(trouble) ?? ''] ?? [];
  return (
    <>
      {trouble && title !== undefined && (
        <Notice title={title} tone="trouble" role="alert">
          <p>{detail}</p>
        </Notice>
      )}
      {trouble && title === undefined && (
        <StaffTrouble trouble={trouble}>
          {fieldMessage(trouble, 'body.until') && <p>{fieldMessage(trouble, 'body.until')}</p>}
        </StaffTrouble>
      )}
      {faults && (
        <Notice title={words.fileWrong} tone="trouble" role="alert">
          <p>{words.fileWrongDetail}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault} dir="auto">
                {fault}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {done && <Notice title={done} tone="good" role="status" />}
    </>
  );
}

/** A file that takes the place of what stands. */
export function ImportFile(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly accept?: string;
  readonly error?: string | undefined;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { name, label, hint, accept = '.csv,text/csv,text/plain', error, busy, onFile } = props;
  return (
    <div class={error ? 'field field-wrong run-up-import' : 'field run-up-import'}>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        disabled={busy}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
        onChange={(change) => {
          const input = change.currentTarget;
          const file = input.files?.[0];
          if (file) onFile(file);
          // The same file, mended, is chosen again.
          input.value = '';
        }}
      />
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
