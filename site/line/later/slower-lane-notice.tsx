import { slowerWords } from '../../../words/en/line-slower.ts';
import { fieldMessage } from '../../api.ts';
import { valuesOf } from '../../elements/field.tsx';
import { Notice, TroubleNotice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

/** That a place is in the slower lane or was taken out, why, and how to have a person look at it. */
export function slowerLane({ kept, busy, actTrouble }: LineState, acts: LaterActs) {
  if (!kept?.slowerLane) return null;
  const { state, why, appealedAt } = kept.slowerLane;
  const wrong = fieldMessage(actTrouble, 'body.message');
  return (
    <Notice title={slowerWords[state]} tone="trouble">
      <p>{state === 'slower' ? slowerWords.slowerDetail : slowerWords.removedDetail}</p>
      <p>
        {slowerWords.why[why]} <small>{slowerWords.reason(why)}</small>
      </p>
      {appealedAt === undefined ? (
        <form
          class="field"
          noValidate
          onSubmit={(submit) => {
            submit.preventDefault();
            void acts.appeal(valuesOf(submit.currentTarget as HTMLFormElement).message ?? '');
          }}
        >
          <label for="appeal">{slowerWords.appeal}</label>
          <p class="hint" id="appeal-hint">
            {slowerWords.appealHint}
          </p>
          {actTrouble && !wrong && <TroubleNotice trouble={actTrouble} />}
          <textarea
            id="appeal"
            name="message"
            rows={3}
            maxLength={500}
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'appeal-hint appeal-error' : 'appeal-hint'}
          />
          {wrong && (
            <p class="field-error" id="appeal-error">
              {wrong}
            </p>
          )}
          <button type="submit" class="button button-quiet" aria-disabled={busy === 'appeal'}>
            {busy === 'appeal' ? slowerWords.appealing : slowerWords.appealSend}
          </button>
        </form>
      ) : (
        <p class="news">
          <b>{slowerWords.appealed}.</b> {slowerWords.appealedDetail}
        </p>
      )}
    </Notice>
  );
}
