import type { EntryKind } from '../../contracts/line.ts';
import type { Need } from '../../contracts/line-requests.ts';
import { waysOf } from '../../rules/windows.ts';
import { lineWords } from '../../words/en/line.ts';
import { fieldMessage } from '../api.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { TroubleNotice } from '../elements/notice.tsx';
import type { LineState } from './line-state.ts';

/** The form as a fan filled it in, by the way they come in. */
export interface FilledForm {
  readonly way: EntryKind;
  readonly values: Readonly<Record<string, string>>;
  readonly needs: readonly Need[];
}

/** The way that is chosen, or the only one. */
export function wayOf({ line, way }: LineState): EntryKind {
  return way ?? line?.entry ?? 'open';
}

/** Members show who they are; others give an address that answers, or take a place with one tap. */
export function JoinForm(props: {
  readonly state: LineState;
  readonly doors: 'before' | 'open';
  readonly onJoin: (entry: FilledForm) => void;
  readonly onTurn: (change: Partial<LineState>) => void;
}) {
  const { state, doors, onJoin, onTurn } = props;
  const { line, joinTrouble, busy, later, opened } = state;
  const ways = line ? waysOf(line) : [];
  const way = wayOf(state);
  const wrong = (name: string) => fieldMessage(joinTrouble, `body.${name}`);
  const atFields = ['member', 'postcode', 'email'].some((name) => wrong(name) !== undefined);
  const busyWords = busy === 'prove' ? lineWords.proving : busy === 'join' ? lineWords.joining : undefined;
  if (way === 'email' && state.invited && later) return later.invited(state);
  return (
    <form
      class="card join"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        const form = submit.currentTarget as HTMLFormElement;
        onJoin({ way, values: valuesOf(form), needs: new FormData(form).getAll('needs') as Need[] });
      }}
    >
      <h2>{doors === 'open' ? lineWords.joinTitleOpen : lineWords.joinTitle}</h2>
      {joinTrouble && !atFields && <TroubleNotice trouble={joinTrouble} />}
      {ways.length > 1 && (
        <fieldset class="ways">
          <legend>{lineWords.ways}</legend>
          {ways.map(({ entry, windows }) => (
            <label>
              <input
                type="radio"
                name="way"
                value={entry}
                checked={entry === way}
                onChange={() => onTurn({ way: entry, joinTrouble: undefined })}
              />
              <span>
                {lineWords.way[entry]} <small>{windows.map(({ name }) => name).join(', ')}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {way === 'members' && (
        <div class="fields">
          <Field
            label={lineWords.member}
            hint={lineWords.memberHint}
            name="member"
            error={wrong('member')}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <Field
            label={lineWords.postcode}
            hint={lineWords.postcodeHint}
            name="postcode"
            error={wrong('postcode')}
            autocomplete="postal-code"
            autocapitalize="characters"
            spellcheck={false}
          />
        </div>
      )}
      {way === 'email' && later?.email(state)}
      {opened?.needs && later ? (
        later.needs()
      ) : (
        <button type="button" class="link aside" onClick={() => onTurn({ opened: { ...opened, needs: true } })}>
          {lineWords.needsAsk}
        </button>
      )}
      <button type="submit" class="button" aria-disabled={busy !== undefined}>
        {busyWords ?? (way === 'email' && later ? later.inviteWords(state) : lineWords.join)}
      </button>
      {state.joining?.crowd(state)}
      <p class="hint">{busy === 'prove' ? lineWords.provingDetail : lineWords.joinOnce}</p>
    </form>
  );
}
