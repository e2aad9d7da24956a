import { mostTextBytes } from '../../../contracts/board-text.ts';
import { languageNames, languages } from '../../../contracts/languages.ts';
import type { LineLevers, TwoPeopleAct } from '../../../contracts/levers.ts';
import { type PreparedMessage, preparedMessages } from '../../../contracts/prepared-messages.ts';
import { zoneHere } from '../../../rules/wall-clock.ts';
import { preparedWords } from '../../../words/all/prepared-messages.ts';
import { leverWords as words } from '../../../words/en/control-room-levers.ts';
import { Field } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { Effect } from './effect.tsx';
import type { LeverForm, LeverName } from './lever-form.ts';
import type { LeverActs, LeversState } from './levers.ts';

const valueIn = (change: Event) => (change.currentTarget as HTMLInputElement | HTMLSelectElement).value;

const asked: Partial<Record<LeverName, TwoPeopleAct>> = { pause: 'pause', doors: 'move-doors', end: 'end' };

/** One lever: what it does, what it will do, why, and the button that pulls it. */
export function LeverFormView(props: {
  readonly levers: LeversState;
  readonly read: LineLevers;
  readonly open: LeverName;
  readonly timeZone: string;
  readonly acts: LeverActs;
}) {
  const { levers, read, open, timeZone, acts } = props;
  const { form, wrong, busy, meanwhile } = levers;
  if (!form) return null;
  const act = asked[open];
  const fill = { form, wrong, acts };
  return (
    <form
      key={open}
      class="card lever-form"
      noValidate
      aria-labelledby="lever-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        acts.pull();
      }}
    >
      <h3 id="lever-form">{words.levers[open]}</h3>
      {meanwhile && (
        <Notice title={words.meanwhile} tone="trouble" role="alert">
          <p>{words.meanwhileDetail}</p>
        </Notice>
      )}
      <p>{words.what[open]}</p>
      {act && read.twoPeople.includes(act) && (
        <p>
          <b>{words.needsTwo}</b>
        </p>
      )}
      {open === 'turn' && <Dials {...fill} read={read} timeZone={timeZone} />}
      {open === 'message' && <Message {...fill} />}
      {open === 'doors' && <Doors {...fill} timeZone={timeZone} />}
      {open === 'place' && <OnePlace {...fill} />}
      {open !== 'message' && (
        <Field
          label={words.why}
          hint={words.whyHint}
          name="reason"
          autocomplete="off"
          maxLength={200}
          value={form.reason}
          onInput={(input) => acts.fill({ reason: valueIn(input) })}
          error={wrong.reason && words.whyWrong}
        />
      )}
      <p class="grant-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.working : words.do[open === 'resume' ? 'resume' : open]}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

type LeverFields = { readonly form: LeverForm; readonly wrong: LeversState['wrong']; readonly acts: LeverActs };

function Dials({
  form,
  wrong,
  acts,
  read,
  timeZone,
}: LeverFields & { readonly read: LineLevers; readonly timeZone: string }) {
  const [shopping, perMinute] = [Number(form.shopping), Number(form.perMinute)];
  return (
    <>
      <div class="fields">
        {(['shopping', 'perMinute'] as const).map((dial) => (
          <Field
            key={dial}
            label={words[dial]}
            name={dial}
            inputmode="numeric"
            autocomplete="off"
            value={form[dial]}
            onInput={(input) => acts.fill({ [dial]: valueIn(input) })}
            error={wrong[dial] && words.dialWrong}
          />
        ))}
      </div>
      {Number.isInteger(shopping) && Number.isInteger(perMinute) && perMinute > 0 && shopping >= 0 && (
        <Effect levers={read} shopping={shopping} perMinute={perMinute} timeZone={timeZone} />
      )}
    </>
  );
}

function Message({ form, wrong, acts }: LeverFields) {
  const options: readonly (readonly [LeverForm['say'], string])[] = [
    ['nothing', words.sayNothing],
    ['text', words.sayText],
    ...preparedMessages.map((one) => [one, preparedWords.en[one]] as const),
  ];
  return (
    <>
      <div class="field">
        <label for="say">{words.say}</label>
        <select
          id="say"
          name="say"
          value={form.say}
          onChange={(change) => acts.fill({ say: valueIn(change) as LeverForm['say'] })}
        >
          {options.map(([value, said]) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      </div>
      {form.say === 'text' && (
        <Field
          label={words.text}
          hint={words.textHint}
          name="text"
          autocomplete="off"
          maxLength={mostTextBytes}
          value={form.text}
          onInput={(input) => acts.fill({ text: valueIn(input) })}
          error={wrong.text && words.textWrong}
        />
      )}
      <Preview form={form} />
    </>
  );
}

/** The notice of the line page, in each language in which it is shown. */
function Preview({ form: { say, text } }: Pick<LeverFields, 'form'>) {
  if (say === 'nothing' || (say === 'text' && text.trim() === '')) return null;
  return (
    <div class="lever-preview">
      <h4>{words.preview}</h4>
      {say === 'text' ? (
        <div dir="auto">
          <Notice title={text} />
        </div>
      ) : (
        languages.map((language) => (
          <div key={language}>
            <p class="hint" lang={language}>
              {languageNames[language]}
            </p>
            <div lang={language}>
              <Notice title={preparedWords[language][say as PreparedMessage]} />
            </div>
          </div>
        ))
      )}
    </div>
  );
}

function Doors({ form, wrong, acts, timeZone }: LeverFields & { readonly timeZone: string }) {
  return (
    <fieldset class={wrong.opensAt ? 'how-long field-wrong' : 'how-long'}>
      <legend>{words.levers.doors}</legend>
      {([true, false] as const).map((now) => (
        <label key={`${now}`} class="way">
          <input type="radio" name="when" checked={form.now === now} onChange={() => acts.fill({ now })} />
          <span>{now ? words.openNow : words.openAt}</span>
        </label>
      ))}
      {!form.now && (
        <div class="fields">
          {(['day', 'time'] as const).map((name) => (
            <div key={name} class="field">
              <label for={name}>{words[name]}</label>
              <input
                id={name}
                name={name}
                type={name === 'day' ? 'date' : 'time'}
                value={form[name]}
                aria-describedby="doors-zone"
                aria-invalid={wrong.opensAt ? 'true' : undefined}
                onInput={(input) => acts.fill({ [name]: valueIn(input) })}
              />
            </div>
          ))}
        </div>
      )}
      <p class="hint" id="doors-zone">
        {words.zone(zoneHere(timeZone))}
      </p>
      {wrong.opensAt && <p class="field-error">{words.timeWrong}</p>}
    </fieldset>
  );
}

function OnePlace({ form, wrong, acts }: LeverFields) {
  return (
    <>
      <Field
        label={words.fan}
        hint={words.fanHint}
        name="fan"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={form.fan}
        onInput={(input) => acts.fill({ fan: valueIn(input) })}
        error={wrong.fan && words.fanWrong}
      />
      <div class="field">
        <label for="place-act">{words.placeAct}</label>
        <select
          id="place-act"
          value={form.placeAct}
          aria-describedby="place-what"
          onChange={(change) => acts.fill({ placeAct: valueIn(change) as LeverForm['placeAct'] })}
        >
          {(['admit', 'slow', 'remove', 'restore'] as const).map((act) => (
            <option key={act} value={act}>
              {words.placeActs[act]}
            </option>
          ))}
        </select>
        <p class="hint" id="place-what" aria-live="polite">
          {words.placeWhat[form.placeAct]}
        </p>
      </div>
    </>
  );
}
