import { laterWords } from '../../../words/en/line-later.ts';
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
    <Notice title={laterWords[state]} tone="trouble">
      <p>{state === 'slower' ? laterWords.slowerDetail : laterWords.removedDetail}</p>
      <p>
        {laterWords.why[why]} <small>{laterWords.reason(why)}</small>
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
          <label for="appeal">{laterWords.appeal}</label>
          <p class="hint" id="appeal-hint">
            {laterWords.appealHint}
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
            {busy === 'appeal' ? laterWords.appealing : laterWords.appealSend}
          </button>
        </form>
      ) : (
        <p>
          <b>{laterWords.appealed}.</b> {laterWords.appealedDetail}
        </p>
      )}
    </Notice>
  );
}
