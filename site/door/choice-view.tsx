import { doorWords } from '../../words/en/door.ts';
import { longDate, longMoment, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { codeOf } from '../api.ts';
import { theatreTime } from '../browser.gateway.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { DevicesView } from './devices-view.tsx';
import type { Night } from './door-api.ts';
import { doorLog } from './door-log.store.ts';
import type { DoorState } from './door-state.ts';
import type { Acts } from './door-view.tsx';

/** Everything before a door is open: the staff key or a code, the performance, the name of the door. */
export function BeforeOpen({ state, ...acts }: Acts & { readonly state: DoorState }) {
  const { key, right, shown, trouble } = state;
  // A code that was just scanned counts more than what this device had before.
  if (shown) return <PairForm state={state} {...acts} />;
  if (right) return <Paired state={state} {...acts} />;
  return (
    <>
      {trouble && codeOf(trouble) !== 'staff-key-wrong' && key === undefined && (
        <TroubleNotice trouble={trouble}>
          {codeOf(trouble)?.startsWith('door-right') && <p>{doorWords.rightWaits}</p>}
        </TroubleNotice>
      )}
      {key === undefined ? <KeyForm state={state} {...acts} /> : <Choice state={state} {...acts} />}
    </>
  );
}

function KeyForm({ state, onKey }: Acts & { readonly state: DoorState }) {
  const wrong = codeOf(state.trouble) === 'staff-key-wrong';
  return (
    <form
      class="card"
      onSubmit={(submit) => {
        submit.preventDefault();
        const { staffKey = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        if (staffKey) onKey(staffKey);
      }}
    >
      <Field
        label={doorWords.key}
        hint={doorWords.keyHint}
        name="staffKey"
        type="password"
        autocomplete="off"
        error={wrong && state.trouble?.kind === 'refused' ? state.trouble.problem.title : undefined}
      />
      <button type="submit" class="button">
        {doorWords.next}
      </button>
      <p class="hint">{doorWords.noKey}</p>
    </form>
  );
}

/** Wrong evenings are seen before they are opened. */
export function Evening({ night, now }: { readonly night: Night; readonly now: number }) {
  if (longDate(night.startsAt, night.timeZone) === longDate(now, night.timeZone)) return null;
  return (
    <div class="door-not-today" role="status">
      <p>
        <b>{doorWords.notToday(longDate(night.startsAt, night.timeZone))}</b>
      </p>
      <p>{doorWords.notTodayDetail}</p>
    </div>
  );
}

function DoorName({ state }: { readonly state: DoorState }) {
  return (
    <Field
      label={doorWords.door}
      hint={doorWords.doorHint}
      name="door"
      maxLength={40}
      autocomplete="off"
      defaultValue={doorLog.door() ?? ''}
      error={state.doorWrong ? doorWords.doorWrong : undefined}
    />
  );
}

function Choice({ state, onOpen, onChoose, devicesActs }: Acts & { readonly state: DoorState }) {
  const { nights, trouble, devices } = state;
  if (!nights) return trouble ? <TroubleNotice trouble={trouble} /> : <p class="waiting-for-data" aria-busy="true" />;
  const [nearest] = nights;
  if (!nearest) return <Notice title={doorWords.noNights} />;
  const chosen = nights.find(({ id }) => id === devices?.performance) ?? nearest;
  const around = nights.filter(({ startsAt }) => Math.abs(startsAt - nearest.startsAt) < 12 * 3_600_000);
  const others = nights.filter((night) => !around.includes(night)).sort((a, b) => a.startsAt - b.startsAt);
  const options = (some: typeof nights) =>
    some.map(({ id, title, startsAt, timeZone }) => (
      <option key={id} value={id} selected={id === chosen.id}>
        {isolated(title)}, {shortMoment(startsAt, timeZone)}
      </option>
    ));
  return (
    <>
      <form
        class="card"
        onSubmit={(submit) => {
          submit.preventDefault();
          const { night = '', door = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
          onOpen(night, door);
        }}
      >
        <div class="field">
          <label for="night">{doorWords.night}</label>
          <p class="hint" id="night-hint">
            {doorWords.nightHint}
          </p>
          <select
            id="night"
            name="night"
            aria-describedby="night-hint"
            onChange={(change) => onChoose((change.currentTarget as HTMLSelectElement).value)}
          >
            <optgroup label={doorWords.around}>{options(around)}</optgroup>
            {others.length > 0 && <optgroup label={doorWords.others}>{options(others)}</optgroup>}
          </select>
        </div>
        <Evening night={chosen} now={theatreTime()} />
        <DoorName state={state} />
        <button type="submit" class="button button-grand">
          {doorWords.open}
        </button>
      </form>
      {devices && <DevicesView devices={devices} timeZone={chosen.timeZone} acts={devicesActs} />}
    </>
  );
}

/** The performance that a code or a right is for; by its own name once the season was read. */
function ItsNight({ state, performance }: { readonly state: DoorState; readonly performance: string }) {
  const night = state.nights?.find(({ id }) => id === performance);
  if (!night) return state.nights ? <p>{doorWords.pairUnknown}</p> : <p class="waiting-for-data" aria-busy="true" />;
  return (
    <>
      <p class="its-night">
        <b dir="auto">{night.title}</b>
        <span>{longMoment(night.startsAt, night.timeZone)}</span>
        <span dir="auto">{night.venue}</span>
      </p>
      <Evening night={night} now={theatreTime()} />
    </>
  );
}

function PairForm({ state, onPair }: Acts & { readonly state: DoorState }) {
  const { shown, trouble, busy } = state;
  if (!shown) return null;
  return (
    <form
      class="card"
      onSubmit={(submit) => {
        submit.preventDefault();
        const { name = '', door = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        onPair(name, door);
      }}
    >
      <h2>{doorWords.pairTitle}</h2>
      <ItsNight state={state} performance={shown.performance} />
      <p class="hint">{doorWords.pairDetail}</p>
      {trouble && <TroubleNotice trouble={trouble} />}
      <DoorName state={state} />
      <Field label={doorWords.pairName} hint={doorWords.pairNameHint} name="name" maxLength={40} autocomplete="off" />
      <button type="submit" class="button button-grand" aria-disabled={busy}>
        {busy ? doorWords.pairing : doorWords.pair}
      </button>
    </form>
  );
}

function Paired({ state, onOpen, onForget }: Acts & { readonly state: DoorState }) {
  const { right, trouble } = state;
  if (!right) return null;
  const night = state.nights?.find(({ id }) => id === right.performance);
  return (
    <form
      class="card"
      onSubmit={(submit) => {
        submit.preventDefault();
        const { door = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        onOpen(right.performance, door);
      }}
    >
      <h2>{doorWords.pairedFor}</h2>
      <ItsNight state={state} performance={right.performance} />
      {night && <p class="hint">{doorWords.pairedUntil(longMoment(right.endsAt, night.timeZone))}</p>}
      {trouble && <TroubleNotice trouble={trouble} />}
      <DoorName state={state} />
      <button type="submit" class="button button-grand" aria-disabled={!night}>
        {doorWords.open}
      </button>
      <button type="button" class="link" onClick={onForget}>
        {doorWords.pairedForget}
      </button>
    </form>
  );
}
