import type { Guest } from '../../contracts/door.ts';
import type { Typed } from '../../rules/scanner-layouts.ts';
import { doorWords } from '../../words/en/door.ts';
import { longDate, money, timeOfDay } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { countdown } from '../../words/writing.ts';
import { theatreTime } from '../browser.gateway.ts';
import { Frame } from '../elements/frame.tsx';
import { seatInWords } from '../seat-name.ts';
import { mayNow } from '../sign-in/signed-in.ts';
import { SignedInAs, type SignInActs } from '../sign-in/signed-in-view.tsx';
import { AnswerView } from './answer-view.tsx';
import { BeforeOpen, Evening } from './choice-view.tsx';
import type { DevicesActs } from './devices.ts';
import { type Conflict, doorLog } from './door-log.store.ts';
import type { DoorState } from './door-state.ts';
import type { Found } from './door-work.ts';
import { LookUpView } from './look-up-view.tsx';
import { ScanView } from './scan-view.tsx';

export interface Acts extends SignInActs {
  readonly onChoose: (night: string) => void;
  readonly onOpen: (night: string, door: string) => void;
  /** A supervisor scans with the device in their own hand. */
  readonly onScanHere: (night: string, door: string) => void;
  readonly onPair: (name: string, door: string) => void;
  /** Leaves the right of this device unused. */
  readonly onForget: () => void;
  readonly onClose: () => void;
  readonly onCamera: (video: HTMLVideoElement) => void;
  readonly onLight: () => void;
  readonly onCode: (typed: Typed) => void;
  readonly onNext: () => void;
  readonly onLetIn: (found: Found) => void;
  readonly onLookUp: () => void;
  readonly onType: (typed: string) => void;
  readonly onAdmit: (guest: Guest, ticket: string) => void;
  readonly onSeen: (ticket: string) => void;
  readonly devicesActs: DevicesActs;
}

export function DoorPage({ state, ...acts }: Acts & { readonly state: DoorState }) {
  const { night, door } = state;
  if (night && door !== undefined) return <OpenDoor state={state} night={night} door={door} {...acts} />;
  return (
    <Frame english="Box office">
      <div class="door-top">
        <h1>{doorWords.title}</h1>
        <SignedInAs who={state.who} onSignOut={acts.onSignOut} />
      </div>
      <BeforeOpen state={state} {...acts} />
    </Frame>
  );
}

function OpenDoor(
  props: Acts & { readonly state: DoorState; readonly night: NonNullable<DoorState['night']>; readonly door: string },
) {
  const { state, night, door, ...acts } = props;
  const { found, conflicts, lookUp, keyboard } = state;
  return (
    <>
      <main id="main" class="door" inert={found !== undefined}>
        <header class="door-head">
          <div>
            <h1 dir="auto">{night.title}</h1>
            <p>
              <time class="door-date" dateTime={new Date(night.startsAt).toISOString()}>
                {longDate(night.startsAt, night.timeZone)}, <b>{timeOfDay(night.startsAt, night.timeZone)}</b>
              </time>
              <span>
                <bdi>{night.venue}</bdi> · <bdi>{door}</bdi>
              </span>
            </p>
          </div>
          <button type="button" class="button button-quiet" aria-label={doorWords.close} onClick={acts.onClose}>
            {doorWords.closeShort}
          </button>
        </header>
        <Evening night={night} now={theatreTime()} />
        <Standing state={state} />
        {keyboard && (
          <p class="door-keyboard" role="status">
            {doorWords.scannerRight(keyboard)}
          </p>
        )}
        {lookUp !== undefined ? (
          <LookUpView
            guests={state.guests}
            list={state.list}
            letIn={(ticket) => doorLog.letIn(night.id, ticket)}
            typed={lookUp}
            timeZone={night.timeZone}
            onType={acts.onType}
            onAdmit={acts.onAdmit}
          />
        ) : (
          <ScanView state={state} {...acts} />
        )}
        <button type="button" class="button button-quiet door-find" onClick={acts.onLookUp}>
          {lookUp === undefined ? doorWords.find : doorWords.findClose}
        </button>
        {conflicts.length > 0 && <Conflicts conflicts={conflicts} timeZone={night.timeZone} onSeen={acts.onSeen} />}
      </main>
      {found && (
        <AnswerView
          key={state.answers}
          nights={state.nights ?? []}
          found={found}
          timeZone={night.timeZone}
          late={state.contact === 'too-long'}
          takesPayments={mayNow(state.who, 'change-orders')}
          checking={state.checking}
          missed={state.missed}
          onNext={acts.onNext}
          onLetIn={acts.onLetIn}
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
    if (said.state === 'used') return doorWords.conflictUsed(timeOfDay(said.usedAt, timeZone), isolated(said.door));
    if (said.state === 'unpaid')
      return doorWords.conflictUnpaid(money(said.owed.amount, said.owed.currency), said.owed.reference);
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
