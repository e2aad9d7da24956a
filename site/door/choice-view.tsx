import { isToPractise } from '../../rules/door-right.ts';
import { doorWords } from '../../words/en/door.ts';
import { longDate, longMoment, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { codeOf } from '../api.ts';
import { theatreTime } from '../browser.gateway.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { mayNow } from '../sign-in/signed-in.ts';
import { NotAllowed, SignInEnded, StaffTrouble, WayIn } from '../sign-in/signed-in-view.tsx';
import { DevicesView } from './devices-view.tsx';
import type { Night } from './door-api.ts';
import { doorLog } from './door-log.store.ts';
import type { DoorState } from './door-state.ts';
import type { Acts } from './door-view.tsx';
import { nightsToPair } from './may-pair.ts';

/** Everything before a door is open: a code or a sign-in, the performance, the name of the door. */
export function BeforeOpen({ state, ...acts }: Acts & { readonly state: DoorState }) {
  const { who, right, shown, trouble } = state;
  // A code that was just scanned counts more than what this device had before.
  if (shown) return <PairForm state={state} {...acts} />;
  if (right)
    return (
      <>
        <Paired state={state} {...acts} />
        {mayNow(who, 'pair-devices') && <Supervisor state={state} {...acts} />}
      </>
    );
  return (
    <>
      {trouble && (
        <StaffTrouble trouble={trouble}>
          {codeOf(trouble)?.startsWith('door-right') && <p>{doorWords.rightWaits}</p>}
        </StaffTrouble>
      )}
      {!who.me ? (
        <WayIn who={who} {...acts}>
          <p class="lead">{doorWords.withCode}</p>
          <p>{doorWords.why}</p>
        </WayIn>
      ) : mayNow(who, 'pair-devices') ? (
        <Supervisor state={state} {...acts} />
      ) : (
        <NotAllowed who={who}>
          <p>{doorWords.withCode}</p>
        </NotAllowed>
      )}
    </>
  );
}

/** Wrong evenings are seen before they are opened. */
export function Evening(props: {
  readonly night: Night;
  readonly now: number;
  /** The reader may choose another; a steward asks for another code. */
  readonly chooses?: boolean;
}) {
  const { night, now, chooses = false } = props;
  if (longDate(night.startsAt, night.timeZone) === longDate(now, night.timeZone)) return null;
  return (
    <div class="door-not-today" role="status">
      <p>
        <b>{doorWords.notToday(longDate(night.startsAt, night.timeZone))}</b>
      </p>
      <p>
        {doorWords.notTodayDetail}
        {chooses ? doorWords.notTodayChoose : doorWords.notTodayAsk}
      </p>
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

/** Who chooses a performance: to scan with the device in their hand, or to pair those of stewards. */
function Supervisor({ state, onScanHere, onChoose, onSignIn, devicesActs }: Acts & { readonly state: DoorState }) {
  const { who, nights, trouble, devices, right, busy } = state;
  if (!nights) return trouble ? <TroubleNotice trouble={trouble} /> : <p class="waiting-for-data" aria-busy="true" />;
  const mine = nightsToPair(state, theatreTime());
  const [nearest] = mine;
  if (!nearest) return nights.length === 0 ? <Notice title={doorWords.noNights} /> : <NotAllowed who={who} />;
  const chosen = mine.find(({ id }) => id === devices?.performance) ?? nearest;
  return (
    <>
      <SignInEnded who={who} onSignIn={onSignIn} />
      <form
        class="card"
        onSubmit={(submit) => {
          submit.preventDefault();
          const { door = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
          onScanHere(chosen.id, door);
        }}
      >
        <ChooseNight nights={mine} chosen={chosen} onChoose={onChoose} />
        {chosen.id !== right?.performance && <Evening night={chosen} now={theatreTime()} chooses />}
        {!right && (
          <>
            <DoorName state={state} />
            <button type="submit" class="button button-grand" aria-disabled={busy}>
              {busy ? doorWords.pairing : doorWords.scanHere}
            </button>
            <p class="hint">{doorWords.scanHereHint}</p>
          </>
        )}
      </form>
      {devices && (
        <DevicesView
          devices={devices}
          timeZone={chosen.timeZone}
          toPractise={isToPractise(chosen.startsAt, theatreTime())}
          acts={devicesActs}
        />
      )}
    </>
  );
}

function ChooseNight(props: {
  readonly nights: readonly Night[];
  readonly chosen: Night;
  readonly onChoose: (night: string) => void;
}) {
  const { nights, chosen, onChoose } = props;
  const [nearest = chosen] = nights;
  const around = nights.filter(({ startsAt }) => Math.abs(startsAt - nearest.startsAt) < 12 * 3_600_000);
  const others = nights.filter((night) => !around.includes(night)).sort((a, b) => a.startsAt - b.startsAt);
  const options = (some: readonly Night[]) =>
    some.map(({ id, title, startsAt, timeZone }) => (
      <option key={id} value={id} selected={id === chosen.id}>
        {isolated(title)}, {shortMoment(startsAt, timeZone)}
      </option>
    ));
  return (
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
  const night = state.nights?.find(({ id }) => id === shown.performance);
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
      {night && <p class="hint">{doorWords.pairDetail(isToPractise(night.startsAt, theatreTime()))}</p>}
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
