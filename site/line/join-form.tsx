import { fieldMessage } from '../api.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { TroubleNotice } from '../elements/notice.tsx';
import { lineWords } from '../words/line.ts';
import type { LineState } from './line-state.ts';

/** Members show who they are; an open on-sale takes one tap. */
export function JoinForm(props: {
  readonly state: LineState;
  readonly doors: 'before' | 'open';
  readonly onJoin: (member: { member: string; postcode: string } | undefined) => void;
}) {
  const { state, doors, onJoin } = props;
  const { line, joinTrouble, busy } = state;
  const members = line?.entry === 'members';
  const wrong = (name: string) => fieldMessage(joinTrouble, `body.${name}`);
  const atFields = wrong('member') !== undefined || wrong('postcode') !== undefined;
  return (
    <form
      class="card join"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        const { member = '', postcode = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        onJoin(members ? { member, postcode } : undefined);
      }}
    >
      <h2>{doors === 'open' ? lineWords.joinTitleOpen : lineWords.joinTitle}</h2>
      {joinTrouble && !atFields && <TroubleNotice trouble={joinTrouble} />}
      {members && (
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
      <button type="submit" class="button" aria-disabled={busy === 'join'}>
        {busy === 'join' ? lineWords.joining : lineWords.join}
      </button>
      <p class="hint">{lineWords.joinOnce}</p>
    </form>
  );
}
