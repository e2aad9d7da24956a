import { doorWords } from '../../words/en/door.ts';
import { shortMoment, timeOfDay } from '../../words/en/written.ts';
import { countdown } from '../../words/writing.ts';
import { codeOf } from '../api.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { seatInWords } from '../seat-name.ts';
import { AnswerView } from './answer-view.tsx';
import type { DoorState } from './door.tsx';
import { type Conflict, doorLog } from './door-log.store.ts';
import { ScanView } from './scan-view.tsx';

export interface Acts {
  readonly onKey: (key: string) => void;
  readonly onOpen: (night: string, door: string) => void;
  readonly onClose: () => void;
  readonly onCamera: (video: HTMLVideoElement) => void;
  readonly onLight: () => void;
  readonly onCode: (code: string) => void;
  readonly onNext: () => void;
  readonly onSeen: (ticket: string) => void;
}

export function DoorPage({ state, ...acts }: Acts & { readonly state: DoorState }) {
  const { night, door } = state;
  if (night && door !== undefined) return <OpenDoor state={state} night={night} door={door} {...acts} />;
  return (
    <Frame english="Box office">
      <h1 class="door-title">{doorWords.title}</h1>
      {state.key === undefined ? <KeyForm state={state} {...acts} /> : <Choice state={state} {...acts} />}
    </Frame>
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
    </form>
  );
}

function Choice({ state, onOpen }: Acts & { readonly state: DoorState }) {
  const { nights, trouble } = state;
  if (!nights) return trouble ? <TroubleNotice trouble={trouble} /> : <p class="waiting-for-data" aria-busy="true" />;
  const [nearest] = nights;
  if (!nearest) return <Notice title={doorWords.noNights} />;
  const around = nights.filter(({ startsAt }) => Math.abs(startsAt - nearest.startsAt) < 12 * 3_600_000);
  const others = nights.filter((night) => !around.includes(night)).sort((a, b) => a.startsAt - b.startsAt);
  const options = (some: typeof nights) =>
    some.map(({ id, title, startsAt, timeZone }) => (
      <option key={id} value={id}>
        {title}, {shortMoment(startsAt, timeZone)}
      </option>
    ));
  return (
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
        <select id="night" name="night" aria-describedby="night-hint">
          <optgroup label={doorWords.around}>{options(around)}</optgroup>
          {others.length > 0 && <optgroup label={doorWords.others}>{options(others)}</optgroup>}
        </select>
      </div>
      <Field
        label={doorWords.door}
        hint={doorWords.doorHint}
        name="door"
        maxLength={40}
        autocomplete="off"
        defaultValue={doorLog.door() ?? ''}
        error={state.doorWrong ? doorWords.doorWrong : undefined}
      />
      <button type="submit" class="button button-grand">
        {doorWords.open}
      </button>
    </form>
  );
}

function OpenDoor(
  props: Acts & { readonly state: DoorState; readonly night: NonNullable<DoorState['night']>; readonly door: string },
) {
  const { state, night, door, ...acts } = props;
  const { found, conflicts } = state;
  return (
    <>
      <main id="main" class="door" inert={found !== undefined}>
        <header class="door-head">
          <div>
            <h1>{night.title}</h1>
            <p>
              {timeOfDay(night.startsAt, night.timeZone)} · {door}
            </p>
          </div>
          <button type="button" class="button button-quiet" onClick={acts.onClose}>
            {doorWords.close}
          </button>
        </header>
        <Standing state={state} />
        <ScanView state={state} {...acts} />
        {conflicts.length > 0 && <Conflicts conflicts={conflicts} timeZone={night.timeZone} onSeen={acts.onSeen} />}
      </main>
      {found && (
        <AnswerView
          nights={state.nights ?? []}
          found={found}
          timeZone={night.timeZone}
          late={state.contact === 'too-long'}
          onNext={acts.onNext}
        />
      )}
    </>
  );
}

function Standing({ state }: { readonly state: DoorState }) {
  const { contact, admitted, waiting, silent } = state;
  const since = countdown(silent);
  const said = {
    never: doorWords.never,
    connected: doorWords.online,
    away: doorWords.offline(since),
    'too-long': doorWords.tooLong(since),
  }[contact];
  return (
    <div class={`door-standing door-standing-${contact}`}>
      <p class="door-count">{doorWords.in(admitted)}</p>
      <p class="door-contact">{said}</p>
      {waiting > 0 && <p class="door-waiting">{doorWords.waiting(waiting)}</p>}
      {contact === 'too-long' && (
        <p class="door-warning" role="alert">
          {doorWords.tooLongDetail}
        </p>
      )}
    </div>
  );
}

function Conflicts(props: {
  readonly conflicts: DoorState['conflicts'];
  readonly timeZone: string;
  readonly onSeen: (ticket: string) => void;
}) {
  const { conflicts, timeZone, onSeen } = props;
  const what = ({ said }: Conflict) => {
    if (said.state === 'used') return doorWords.conflictUsed(timeOfDay(said.usedAt, timeZone), said.door);
    return said.state === 'void' ? doorWords.conflictVoid : doorWords.conflictOther;
  };
  return (
    <section class="door-conflicts" aria-labelledby="conflicts">
      <h2 id="conflicts">{doorWords.conflicts(conflicts.length)}</h2>
      <p class="hint">{doorWords.conflictsDetail}</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.ticket}>
            <p>
              <b>
                {doorWords.letIn(conflict.place && seatInWords(conflict.place), timeOfDay(conflict.usedAt, timeZone))}
              </b>{' '}
              {what(conflict)}
            </p>
            <button type="button" class="button button-quiet" onClick={() => onSeen(conflict.ticket)}>
              {doorWords.seen}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
