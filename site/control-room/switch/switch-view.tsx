import { staffName } from '../../../contracts/sign-in.ts';
import { type SwitchShown, type SwitchWay, switchWays } from '../../../contracts/switch.ts';
import { switchWords as words } from '../../../words/en/control-room-switch.ts';
import { timeOfDay } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { Field } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import { roleOf } from '../levers/levers-view.tsx';
import type { SwitchActs, SwitchState } from './switch.ts';

interface SwitchProps {
  readonly state: SwitchState;
  readonly timeZone: string;
  readonly acts: SwitchActs;
}

const valueIn = (change: Event) => (change.currentTarget as HTMLInputElement).value;

/** The failover switch: how it stands, and the three ways that it can be turned. */
export function SwitchPart({ state, timeZone, acts }: SwitchProps) {
  const { read, trouble, busy, open } = state;
  return (
    <section class="levers switch" aria-labelledby="switch" aria-busy={busy || !read}>
      <h2 id="switch" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="hint">{words.lead}</p>
      {trouble && (
        <StaffTrouble trouble={trouble}>
          <p>
            <button type="button" class="button" onClick={acts.read}>
              {words.readAgain}
            </button>
          </p>
        </StaffTrouble>
      )}
      <Done state={state} />
      {!read ? (
        !trouble && <p class="waiting-for-data">{words.reading}</p>
      ) : (
        <>
          <Stands read={read} timeZone={timeZone} />
          <Wanted read={read} timeZone={timeZone} busy={busy} acts={acts} />
          {read.may.turn && (
            <>
              <StaysAt read={read} />
              <p class="lever-ways switch-ways">
                {switchWays.map((way) => (
                  <button
                    key={way}
                    type="button"
                    class={way === 'fallback' && !read.on ? 'button lever-grave' : 'button button-quiet'}
                    aria-expanded={open === way}
                    onClick={() => acts.open(open === way ? undefined : way)}
                  >
                    {words.ways[way]}
                  </button>
                ))}
              </p>
              {open && <TurnForm state={state} read={read} to={open} acts={acts} />}
            </>
          )}
        </>
      )}
    </section>
  );
}

function Stands({ read, timeZone }: { readonly read: SwitchShown; readonly timeZone: string }) {
  const { on, fallback, domainName, last } = read;
  return (
    <div class={`lever-stands lever-${on ? 'paused' : 'calling'}`}>
      <p>
        <b class="lever-state">{on ? words.on(fallback) : words.off(domainName)}</b>
      </p>
      {last && (
        <p class="hint">
          {words.last(words.ways[last.to].toLowerCase(), roleOf(last.role), timeOfDay(last.at, timeZone))}
        </p>
      )}
    </div>
  );
}

function Done({ state: { done } }: Pick<SwitchProps, 'state'>) {
  if (!done) return null;
  const { to, turned } = done;
  const { outcome, paused, notPaused } = turned;
  if (outcome === 'stood') return <Notice title={words.stood} tone="good" role="status" />;
  if (outcome === 'asked')
    return (
      <Notice title={words.asked} tone="good" role="status">
        <p>{words.askedDetail}</p>
      </Notice>
    );
  return (
    <Notice title={words.done[to]} tone={notPaused.length > 0 ? 'trouble' : 'good'} role="status">
      <p>{words.takes[to]}</p>
      {paused.length > 0 && <p>{words.paused(paused)}</p>}
      {notPaused.length > 0 && <p>{words.notPaused(notPaused)}</p>}
    </Notice>
  );
}

/** At the name that is turned this very page would be lost. */
function StaysAt({ read: { domainName } }: { readonly read: SwitchShown }) {
  if (location.hostname !== domainName) return null;
  const steady = staffName(domainName);
  return (
    <p>
      {words.staysAt}
      <a href={`https://${steady}/control-room#switch`}>{steady}</a>
    </p>
  );
}

function Wanted(
  props: Pick<SwitchProps, 'timeZone' | 'acts'> & { readonly read: SwitchShown; readonly busy: boolean },
) {
  const { read, timeZone, busy, acts } = props;
  const { asked } = read;
  if (!asked) return null;
  return (
    <Notice title={words.wantedTitle(roleOf(asked.role), words.wantedAct[asked.to])} tone="trouble">
      <p dir="auto">{words.wantedWhy(isolated(asked.reason))}</p>
      <p>{words.what[asked.to](read.fallback)}</p>
      <p>{words.wantedUntil(timeOfDay(asked.until, timeZone))}</p>
      {asked.own ? (
        <p>{words.wantedOwn}</p>
      ) : (
        read.may.turn && (
          <p>
            <button type="button" class="button" aria-disabled={busy} onClick={() => acts.confirm(asked)}>
              {words.confirm}
            </button>
          </p>
        )
      )}
    </Notice>
  );
}

function TurnForm(props: Pick<SwitchProps, 'state' | 'acts'> & { readonly read: SwitchShown; readonly to: SwitchWay }) {
  const { state, read, to, acts } = props;
  const { reason, name, wrong, busy, meanwhile } = state;
  return (
    <form
      key={to}
      class="card lever-form switch-form"
      noValidate
      aria-labelledby="switch-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        acts.turn();
      }}
    >
      <h3 id="switch-form">{words.do[to]}</h3>
      {meanwhile && (
        <Notice title={words.meanwhile} tone="trouble" role="alert">
          <p>{words.meanwhileDetail}</p>
        </Notice>
      )}
      <p>{words.what[to](read.fallback)}</p>
      <p>{words.takes[to]}</p>
      {read.needsTwo && (
        <p>
          <b>{words.needsTwo}</b>
        </p>
      )}
      <Field
        label={words.why}
        hint={words.whyHint}
        name="reason"
        autocomplete="off"
        maxLength={200}
        value={reason}
        onInput={(input) => acts.fill({ reason: valueIn(input) })}
        error={wrong.reason ? words.whyWrong : undefined}
      />
      <Field
        label={words.name(read.domainName)}
        name="name"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={name}
        onInput={(input) => acts.fill({ name: valueIn(input) })}
        error={wrong.name ? words.nameWrong(read.domainName) : undefined}
      />
      <p class="grant-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? words.working : words.do[to]}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
