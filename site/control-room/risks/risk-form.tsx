import type { Risk, RiskLevel, RunUpAct } from '../../../contracts/run-up.ts';
import { riskLevels } from '../../../contracts/run-up.ts';
import { runUpWords } from '../../../words/en/control-room-plan.ts';
import { riskWords as words } from '../../../words/en/control-room-risks.ts';
import { newKey } from '../../browser.gateway.ts';
import { Field, valuesOf } from '../../elements/field.tsx';
import { Sure } from '../plan/item-form.tsx';
import type { PlanWished } from '../plan/plan-form.ts';
import type { RunUpActs, RunUpState } from '../plan/run-up.ts';

/** As the API takes them. */
const longest = {
  area: 80,
  here: 400,
  mitigate: 400,
  action: 400,
  owner: 80,
  runbook: 80,
  alarm: 120,
  lever: 200,
} as const;
type Text = keyof typeof longest;
const texts = Object.keys(longest) as Text[];
const inLines: readonly Text[] = ['here', 'mitigate', 'action'];

/** From what stands in the form to an act, or to the fields that are wrong. */
export function riskWished(
  values: Readonly<Record<string, string>>,
  standing: Risk | undefined,
  newId: () => string,
): PlanWished<RunUpAct> {
  const { risk = '', minutes = '', severity = '', chance = '' } = values;
  const wrong = [
    ...(risk === '' || risk.length > 300 ? ['risk'] : []),
    ...(/^\d{0,4}$/.test(minutes) ? [] : ['minutes']),
  ];
  if (wrong.length > 0 || !isLevel(severity) || !isLevel(chance)) return { ok: false, wrong };
  const said = Object.fromEntries(texts.map((name) => [name, (values[name] ?? '').slice(0, longest[name])]));
  const row = {
    id: standing?.id ?? newId(),
    ...{ risk, severity, chance },
    ...(said as Readonly<Record<Text, string>>),
    ...(minutes !== '' && { minutes: Number(minutes) }),
  };
  return { ok: true, act: { act: 'put-risk', risk: row, ...(standing && { version: standing.version }) } };
}

const isLevel = (text: string): text is RiskLevel => (riskLevels as readonly string[]).includes(text);

/** A risk: new, or as it was seen. */
export function RiskForm(props: {
  readonly runUp: RunUpState;
  readonly acts: RunUpActs;
  readonly risk?: Risk | undefined;
}) {
  const { runUp, acts, risk } = props;
  const { wrong, busy, sure } = runUp;
  return (
    <form
      class="card run-up-form"
      noValidate
      aria-label={risk ? words.changeTitle : words.addTitle}
      onSubmit={(submit) => {
        submit.preventDefault();
        const wish = riskWished(valuesOf(submit.currentTarget as HTMLFormElement), risk, newKey);
        if (wish.ok) acts.act(wish.act);
        else acts.wrong(wish.wrong);
      }}
    >
      <Field
        label={words.fields.risk}
        name="risk"
        autocomplete="off"
        maxLength={300}
        defaultValue={risk?.risk ?? ''}
        error={wrong.includes('risk') ? words.riskWrong : undefined}
      />
      <div class="fields">
        <Level name="severity" label={words.severity} value={risk?.severity} />
        <Level name="chance" label={words.chance} value={risk?.chance} />
      </div>
      {texts.map((name) =>
        inLines.includes(name) ? (
          <div key={name} class="field">
            <label for={name}>{words.fields[name]}</label>
            <textarea id={name} name={name} rows={3} maxLength={longest[name]} defaultValue={risk?.[name] ?? ''} />
          </div>
        ) : (
          <Field
            key={name}
            label={words.fields[name]}
            name={name}
            autocomplete="off"
            maxLength={longest[name]}
            defaultValue={risk?.[name] ?? ''}
          />
        ),
      )}
      <Field
        label={words.minutesField}
        name="minutes"
        inputMode="numeric"
        autocomplete="off"
        maxLength={4}
        defaultValue={risk?.minutes === undefined ? '' : `${risk.minutes}`}
        error={wrong.includes('minutes') ? words.minutesWrong : undefined}
      />
      <p class="run-up-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? runUpWords.saving : runUpWords.save}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {runUpWords.cancel}
        </button>
        {risk && (
          <button type="button" class="button button-quiet" onClick={() => acts.askSure(risk.id)}>
            {runUpWords.takeOut}
          </button>
        )}
      </p>
      {risk && sure === risk.id && (
        <Sure
          question={words.sure}
          acts={acts}
          onYes={() => acts.act({ act: 'remove-risk', id: risk.id, version: risk.version })}
        />
      )}
    </form>
  );
}

function Level({
  name,
  label,
  value = 'medium',
}: {
  readonly name: string;
  readonly label: string;
  readonly value?: RiskLevel | undefined;
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {riskLevels.map((level) => (
          <option key={level} value={level} selected={level === value}>
            {words.levels[level]}
          </option>
        ))}
      </select>
    </div>
  );
}
