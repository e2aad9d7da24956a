import { goWords as words } from '../../../words/en/control-room-go.ts';
import { shortMoment } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { Field } from '../../elements/field.tsx';
import { mayNow, type WhoIsIn } from '../../sign-in/signed-in.ts';
import type { RunUpActs, RunUpState } from '../plan/run-up.ts';

/** Who says go, and what was said last. */
export function SignGo(props: {
  readonly runUp: RunUpState;
  readonly acts: RunUpActs;
  readonly who: WhoIsIn;
  /** How many checks are not green. */
  readonly red: number;
  readonly timeZone: string;
}) {
  const { runUp, acts, who, red, timeZone } = props;
  const { said, shown, wrong, busy } = runUp;
  const sign = (form: HTMLFormElement, go: boolean) => {
    const reason = `${new FormData(form).get('reason') ?? ''}`.trim();
    if (reason === '' && (red > 0 || !go)) return acts.wrong(['go-reason']);
    acts.go({ go, red, ...(reason !== '' && { reason }) });
  };
  return (
    <section class="sign-go" aria-labelledby="sign-title">
      <h3 id="sign-title">{words.sign}</h3>
      {said ? (
        <p class={said.go ? 'said said-go' : 'said said-no-go'}>
          <b>{said.go ? words.said.go : words.said.noGo}</b>{' '}
          {words.saidWhen(words.rolesOf[said.role] ?? said.role, shortMoment(said.saidAt, timeZone))}
          {said.pending && <small> {words.pending}</small>}
        </p>
      ) : (
        <p class="said">{words.notSaid}</p>
      )}
      {!mayNow(who, 'say-go') ? (
        <p class="hint">{words.mayNot}</p>
      ) : !shown?.facts.lineOpened ? (
        <p class="hint">{words.noLine}</p>
      ) : (
        <form
          class="run-up-form"
          noValidate
          aria-labelledby="sign-title"
          onSubmit={(submit) => {
            submit.preventDefault();
            sign(submit.currentTarget as HTMLFormElement, true);
          }}
        >
          <Field
            label={words.reason}
            hint={words.reasonHint}
            name="reason"
            autocomplete="off"
            maxLength={200}
            error={wrong.includes('go-reason') ? words.reasonWrong : undefined}
          />
          <p class="run-up-ways">
            <button type="submit" class="button" aria-disabled={busy}>
              {words.go}
            </button>
            <button
              type="button"
              class="button button-quiet"
              aria-disabled={busy}
              onClick={(press) => sign(press.currentTarget.form as HTMLFormElement, false)}
            >
              {words.noGo}
            </button>
          </p>
          <p class="hint">
            {words.signAs(isolated(who.me?.name ?? who.me?.email ?? ''))} {words.signWhy}
          </p>
        </form>
      )}
      <p class="sign-line" aria-hidden="true" />
    </section>
  );
}
