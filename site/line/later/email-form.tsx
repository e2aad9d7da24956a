import { laterWords } from '../../../words/en/line-later.ts';
import { fieldMessage } from '../../api.ts';
import { Field } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import type { LineState } from '../line-state.ts';
import type { LaterActs } from './acts.ts';

/** An address that answers: the field, the words of the button, and what is said once the link is on its way. */
export function emailField({ joinTrouble }: LineState) {
  return (
    <div class="fields">
      <Field
        label={laterWords.email}
        hint={laterWords.emailHint}
        name="email"
        type="email"
        error={fieldMessage(joinTrouble, 'body.email')}
        autocomplete="email"
        autocapitalize="off"
        spellcheck={false}
      />
    </div>
  );
}

export function inviteWords({ busy }: LineState): string {
  return busy === 'invite' ? laterWords.inviting : laterWords.invite;
}

export function invited({ invited = '' }: LineState, acts: LaterActs) {
  return (
    <Notice title={laterWords.invited} tone="good" role="status">
      <p>{laterWords.invitedDetail(invited)}</p>
      <p>
        <button type="button" class="link" onClick={acts.inviteAgain}>
          {laterWords.inviteAgain}
        </button>
      </p>
    </Notice>
  );
}
