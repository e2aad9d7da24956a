import { fanWords as words } from '../../../words/en/control-room-fans.ts';
import { fieldMessage } from '../../api.ts';
import { Field, valuesOf } from '../../elements/field.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import type { Fans } from './fans.ts';
import type { AskedAct, OpenFan } from './fans-state.ts';

/** What an act does, why it is done, and the press that does it. */
export function HelpForm({
  open,
  acts,
  asked,
  what,
}: {
  readonly open: OpenFan;
  readonly acts: Fans;
  readonly asked: AskedAct;
  readonly what: string;
}) {
  const { acting, actTrouble } = open;
  const said = (field: string) => asSentence(fieldMessage(actTrouble, `body.${field}`));
  const isAtField = said('reason') !== undefined || said('email') !== undefined;
  return (
    <form
      class="staff-act"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        const { reason = '', email } = valuesOf(submit.currentTarget as HTMLFormElement);
        acts.act(asked, { reason, ...(email !== undefined && { email }) });
      }}
    >
      <p>{what}</p>
      {asked.act === 'correct-email' && (
        <Field label={words.newEmail} name="email" type="email" autocomplete="off" error={said('email')} />
      )}
      <Field
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        autocomplete="off"
        maxLength={200}
        error={said('reason')}
      />
      <p class="staff-ways">
        <button type="submit" class="button" aria-disabled={acting}>
          {acting ? words.doing : words.doIt}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.ask(undefined)}>
          {words.never}
        </button>
      </p>
      {actTrouble && !isAtField && <StaffTrouble trouble={actTrouble} />}
    </form>
  );
}

/** Programs read it after the name of the field; at the field it is a sentence. */
function asSentence(message: string | undefined): string | undefined {
  return message && message.charAt(0).toUpperCase() + message.slice(1);
}
