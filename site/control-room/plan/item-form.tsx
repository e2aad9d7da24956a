import type { PlanItem } from '../../../contracts/run-up.ts';
import { weekDays } from '../../../contracts/run-up.ts';
import { runUpWords as words } from '../../../words/en/control-room-plan.ts';
import { Field } from '../../elements/field.tsx';
import type { RunUpActs, RunUpState } from './run-up.ts';

/** A row of the plan: new, or as it was seen. */
export function ItemForm(props: {
  readonly runUp: RunUpState;
  readonly acts: RunUpActs;
  readonly item?: PlanItem;
  readonly onSave: (form: HTMLFormElement) => void;
}) {
  const { runUp, acts, item, onSave } = props;
  const { wrong, busy, sure } = runUp;
  return (
    <form
      class="card run-up-form"
      noValidate
      aria-label={item ? words.changeTitle : words.addTitle}
      onSubmit={(submit) => {
        submit.preventDefault();
        onSave(submit.currentTarget as HTMLFormElement);
      }}
    >
      <Field
        label={words.action}
        name="action"
        autocomplete="off"
        maxLength={300}
        defaultValue={item?.action ?? ''}
        error={wrong.includes('action') ? words.actionWrong : undefined}
      />
      <div class="fields">
        <Field
          label={words.weeks}
          hint={words.weeksHint}
          name="weeks"
          autocomplete="off"
          defaultValue={item ? `${item.weeksBefore}` : '0'}
          error={wrong.includes('weeks') ? words.weeksWrong : undefined}
        />
        <div class="field">
          <label for="day">{words.day}</label>
          <select id="day" name="day">
            {weekDays.map((day) => (
              <option key={day} value={day} selected={day === (item?.day ?? 'mon')}>
                {words.dayNames[day]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Field label={words.owner} name="owner" autocomplete="off" maxLength={80} defaultValue={item?.owner ?? ''} />
      <p class="run-up-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.saving : words.save}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {words.cancel}
        </button>
        {item && (
          <button type="button" class="button button-quiet" onClick={() => acts.askSure(item.id)}>
            {words.takeOut}
          </button>
        )}
      </p>
      {item && sure === item.id && (
        <Sure
          question={words.sure}
          acts={acts}
          onYes={() => acts.act({ act: 'remove-item', id: item.id, version: item.version })}
        />
      )}
    </form>
  );
}

export function Sure(props: { readonly question: string; readonly acts: RunUpActs; readonly onYes: () => void }) {
  return (
    <div role="alert">
      <p>
        <b>{props.question}</b>
      </p>
      <p class="run-up-ways">
        <button type="button" class="button" onClick={props.onYes}>
          {words.yesOut}
        </button>
        <button type="button" class="button button-quiet" onClick={() => props.acts.askSure(undefined)}>
          {words.no}
        </button>
      </p>
    </div>
  );
}
