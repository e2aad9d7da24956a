import type { RunUpShown } from '../../../contracts/run-up.ts';
import { frozenBy, liftedUntil, windowOf } from '../../../rules/freeze.ts';
import { dayAt, freezeMeant } from '../../../rules/run-up/plan-days.ts';
import { timeOnTheWall, zoneHere } from '../../../rules/wall-clock.ts';
import { runUpWords as words } from '../../../words/en/control-room-plan.ts';
import { shortMoment } from '../../../words/en/written.ts';
import { Field, valuesOf } from '../../elements/field.tsx';
import { mayNow } from '../../sign-in/signed-in.ts';
import { spanWished } from './plan-form.ts';
import type { RunUpProps } from './plan-view.tsx';

type FreezeProps = RunUpProps & { readonly shown: RunUpShown };

const hourMs = 3_600_000;

/** Whether anything may be changed, and who may lift that. */
export function FreezeView(props: FreezeProps) {
  const { shown, runUp, acts, who, timeZone } = props;
  // The house's clock may be a little ahead of this page's: what was lifted just now is lifted.
  const now = Math.max(props.now, ...shown.runUp.lifts.map(({ liftedAt }) => liftedAt));
  const frozen = frozenBy(shown.freeze, now);
  const lifted = liftedUntil(shown.freeze, now);
  const own = windowOf(shown.freeze, runUp.onSale, now);
  const [mayKeep, mayLift] = [mayNow(who, 'keep-plan'), mayNow(who, 'lift-freeze')];
  const moment = (at: number) => shortMoment(at, timeZone);
  const { form, busy } = runUp;
  return (
    <section class={frozen ? 'freeze freeze-on' : 'freeze'} aria-labelledby="freeze-title">
      <h3 id="freeze-title">{words.freeze}</h3>
      <p class="freeze-state">
        {frozen
          ? words.frozen(moment(frozen.until))
          : lifted !== undefined
            ? words.liftedNow(moment(lifted))
            : own
              ? words.frozenFrom(moment(own.from), moment(own.until))
              : words.noFreeze}
      </p>
      {frozen && frozen.onSale !== runUp.onSale && <p>{words.frozenFor(frozen.onSale)}</p>}
      <p class="hint">{frozen || own ? words.freezeWhy : `${words.noFreezeDetail} ${words.freezeWhy}`}</p>
      {frozen && !mayLift && <p class="hint">{words.ownersLift}</p>}
      <p class="run-up-ways">
        {mayKeep && (
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={form?.of === 'freeze'}
            onClick={() => acts.open(form?.of === 'freeze' ? undefined : { of: 'freeze' })}
          >
            {!own ? words.setFreeze : own.from <= now ? words.longer : words.changeFreeze}
          </button>
        )}
        {mayKeep && own && now < own.from && (
          <button
            type="button"
            class="button button-quiet"
            aria-disabled={busy}
            onClick={() => acts.freeze({ act: 'unschedule' })}
          >
            {words.takeBack}
          </button>
        )}
        {mayLift && frozen && (
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={form?.of === 'lift'}
            onClick={() => acts.open(form?.of === 'lift' ? undefined : { of: 'lift' })}
          >
            {words.lift}
          </button>
        )}
        {mayKeep && lifted !== undefined && (
          <button type="button" class="button" aria-disabled={busy} onClick={() => acts.freeze({ act: 'end-lift' })}>
            {words.endLift}
          </button>
        )}
      </p>
      {form?.of === 'freeze' && <SpanForm {...props} />}
      {form?.of === 'lift' && frozen && <LiftForm {...props} />}
      {shown.runUp.lifts.length > 0 && (
        <div class="freeze-lifts">
          <h4>{words.lifts}</h4>
          <ul>
            {[...shown.runUp.lifts].reverse().map(({ liftedAt, until, reason }) => (
              <li key={liftedAt}>
                {words.liftOf(moment(liftedAt), moment(until))} <q dir="auto">{reason}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function SpanForm({ shown, runUp, acts, onSale, timeZone, now }: FreezeProps) {
  const standing = windowOf(shown.freeze, runUp.onSale, now);
  const begun = standing !== undefined && standing.from <= now;
  const meant = freezeMeant(shown.runUp.plan, { opensAt: onSale.opensAt, timeZone });
  // What the plan says, until half a day after the doors.
  const from = standing?.from ?? (meant !== undefined && meant > now ? meant : now);
  const until = standing?.until ?? Math.max(onSale.opensAt, from) + 12 * hourMs;
  const { wrong, busy } = runUp;
  return (
    <form
      class="card run-up-form"
      noValidate
      aria-label={words.freeze}
      onSubmit={(submit) => {
        submit.preventDefault();
        const wish = spanWished(valuesOf(submit.currentTarget as HTMLFormElement), timeZone);
        if (!wish.ok) return acts.wrong(wish.wrong);
        acts.freeze({ act: 'schedule', ...wish.act, ...(begun && { from: standing.from }) });
      }}
    >
      <div class="fields">
        <Field
          label={words.fromDay}
          name="fromDay"
          type="date"
          readOnly={begun}
          defaultValue={dateIn(from, timeZone)}
          error={wrong.includes('from') ? words.timeWrong : undefined}
        />
        <Field
          label={words.fromTime}
          name="fromTime"
          type="time"
          readOnly={begun}
          defaultValue={timeOnTheWall(from, timeZone)}
        />
      </div>
      <div class="fields">
        <Field
          label={words.untilDay}
          name="untilDay"
          type="date"
          defaultValue={dateIn(until, timeZone)}
          error={wrong.includes('until') ? words.timeWrong : undefined}
        />
        <Field label={words.untilTime} name="untilTime" type="time" defaultValue={timeOnTheWall(until, timeZone)} />
      </div>
      <p class="hint">{words.zone(zoneHere(timeZone))}</p>
      <p class="run-up-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.saving : words.setFreeze}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

function LiftForm({ runUp, acts, now }: FreezeProps) {
  const { wrong, busy } = runUp;
  return (
    <form
      class="card run-up-form"
      noValidate
      aria-label={words.lift}
      onSubmit={(submit) => {
        submit.preventDefault();
        const { hours = '1', reason = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        if (reason.length < 3) return acts.wrong(['reason']);
        // A minute less than the hours, so that clocks which differ do not refuse it.
        acts.freeze({ act: 'lift', until: now + Number(hours) * hourMs - 60_000, reason });
      }}
    >
      <div class="field">
        <label for="hours">{words.liftFor}</label>
        <select id="hours" name="hours">
          {[1, 2, 4].map((hours) => (
            <option key={hours} value={hours}>
              {words.liftHours(hours)}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        autocomplete="off"
        maxLength={200}
        error={wrong.includes('reason') ? words.reasonWrong : undefined}
      />
      <p class="run-up-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.saving : words.liftYes}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

function dateIn(at: number, timeZone: string): string {
  const { year, month, day } = dayAt(at, timeZone);
  return [year, `${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')].join('-');
}
