import { type GrantScope, type StaffRole, staffRoles } from '../../contracts/staff.ts';
import { zoneHere } from '../../rules/wall-clock.ts';
import { staffWords } from '../../words/en/staff.ts';
import { peopleWords as words } from '../../words/en/staff-people.ts';
import { isolated } from '../../words/isolated.ts';
import { Field } from '../elements/field.tsx';
import type { GrantForm, GrantWrong } from './grant-wish.ts';
import { roleMay } from './grants-view.tsx';
import type { PeopleActs } from './people.ts';
import type { Scopes } from './scopes.ts';

const valueIn = (change: Event) => (change.currentTarget as HTMLInputElement | HTMLSelectElement).value;

/** A role for somebody: who, which, what for, how long. */
export function GrantFormView(props: {
  readonly form: GrantForm;
  readonly wrong: GrantWrong;
  readonly busy: boolean;
  readonly scopes: Scopes | undefined;
  readonly timeZone: string;
  readonly acts: PeopleActs;
}) {
  const { form, wrong, busy, scopes, timeZone, acts } = props;
  return (
    <form
      class="card grant-form"
      noValidate
      aria-labelledby="grant-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        acts.give();
      }}
    >
      <h2 id="grant-form">{form.isFor === undefined ? words.give : words.giveTo(isolated(form.isFor))}</h2>
      {form.isFor === undefined && (
        <Field
          label={words.email}
          hint={words.emailHint}
          name="email"
          type="email"
          autocomplete="off"
          defaultValue={form.email}
          onInput={(input) => acts.fill({ email: valueIn(input) })}
          error={wrong.email && words.emailWrong}
        />
      )}
      <Select
        label={words.role}
        name="role"
        value={form.role}
        hint={roleMay(form.role)}
        options={staffRoles.map((role) => [role, staffWords.roles[role]])}
        onChoose={(role) => acts.fill({ role: role as StaffRole })}
      />
      <div class="fields">
        <Select
          label={words.what}
          name="what"
          value={form.of}
          options={Object.entries(words.whatKinds)}
          onChoose={(of) => acts.fill({ of: of as GrantScope['of'], id: '' })}
        />
        <Which form={form} wrong={wrong} scopes={scopes} acts={acts} />
      </div>
      <HowLong form={form} wrong={wrong} timeZone={timeZone} acts={acts} />
      <p class="hint">{words.within}</p>
      <p class="grant-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.saving : words.save}
        </button>
        <button type="button" class="button button-quiet" onClick={acts.closeForm}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

type FormPart = Pick<Parameters<typeof GrantFormView>[0], 'form' | 'wrong' | 'acts'>;

/** What of the season it is for: chosen from a list, but for an allocation, which no published file names. */
function Which({ form, wrong, scopes, acts }: FormPart & { readonly scopes: Scopes | undefined }) {
  if (form.of === 'everything') return null;
  if (form.of === 'allocation')
    return (
      <Field
        key="allocation"
        label={words.allocation}
        hint={words.allocationHint}
        name="which"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        defaultValue={form.id}
        onInput={(input) => acts.fill({ id: valueIn(input).trim() })}
        error={wrong.id && words.allocationWrong}
      />
    );
  const named = scopes?.[form.of] ?? [];
  return (
    <Select
      key={form.of}
      label={words.which}
      name="which"
      value={form.id}
      hint={scopes && named.length === 0 ? words.nonePublished : undefined}
      options={[
        ['', '…'],
        ...named.map(
          ({ id, title, when }) => [id, when === undefined ? isolated(title) : `${isolated(title)}, ${when}`] as const,
        ),
      ]}
      onChoose={(id) => acts.fill({ id })}
      error={wrong.id && words.whichWrong}
    />
  );
}

function HowLong({ form, wrong, timeZone, acts }: FormPart & { readonly timeZone: string }) {
  const { hasEnd, day, time } = form;
  const error = wrong.until && words[wrong.until];
  return (
    <fieldset class={error ? 'how-long field-wrong' : 'how-long'}>
      <legend>{words.howLong}</legend>
      {([false, true] as const).map((ends) => (
        <label key={`${ends}`} class="way">
          <input type="radio" name="ends" checked={hasEnd === ends} onChange={() => acts.fill({ hasEnd: ends })} />
          <span>{ends ? words.untilDate : words.forGood}</span>
        </label>
      ))}
      {hasEnd && (
        <>
          <div class="fields">
            {(
              [
                ['day', 'date', words.day, day],
                ['time', 'time', words.time, time],
              ] as const
            ).map(([name, type, label, value]) => (
              <div key={name} class="field">
                <label for={name}>{label}</label>
                <input
                  id={name}
                  name={name}
                  type={type}
                  value={value}
                  aria-describedby={error ? 'until-zone until-error' : 'until-zone'}
                  aria-invalid={error ? 'true' : undefined}
                  onInput={(input) => acts.fill({ [name]: valueIn(input) })}
                />
              </div>
            ))}
          </div>
          <p class="hint" id="until-zone">
            {words.zone(zoneHere(timeZone))}
          </p>
          {error && (
            <p class="field-error" id="until-error">
              {error}
            </p>
          )}
        </>
      )}
    </fieldset>
  );
}

function Select(props: {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}) {
  const { label, name, value, hint, error, options, onChoose } = props;
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      <select
        id={name}
        name={name}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy || undefined}
        onChange={(change) => onChoose(valueIn(change))}
      >
        {options.map(([id, said]) => (
          <option key={id} value={id}>
            {said}
          </option>
        ))}
      </select>
      {hint && (
        <p class="hint" id={`${name}-hint`} aria-live="polite">
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
