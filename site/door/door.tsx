import type { Typed } from '../../rules/scanner-layouts.ts';
import { codeOf, type Trouble } from '../api.ts';
import {
  browser,
  learnTime,
  onReturn,
  reopenOnFragment,
  takeFromFragment,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import { followPressesNearby, rememberPlace } from '../elements/nearest-heading.ts';
import { bringToNews } from '../elements/news.ts';
import { openPage } from '../page.tsx';
import { keepAsking } from '../poll.ts';
import { signInOver } from '../sign-in/me-api.ts';
import { mayNow, openSignedIn } from '../sign-in/signed-in.ts';
import { type Camera, openCamera } from './camera.gateway.ts';
import { tendDevices } from './devices.ts';
import { readNights } from './door-api.ts';
import { doorLog, isWaiting } from './door-log.store.ts';
import { closed, type DoorState, untouched } from './door-state.ts';
import { rightOver } from './door-troubles.ts';
import { DoorPage } from './door-view.tsx';
import { type DoorWork, type Found, isPlain, openDoor } from './door-work.ts';
import { onHandScan } from './hand-scanner.gateway.ts';
import { contactOf } from './judge.ts';
import { nightsToPair } from './may-pair.ts';
import { readShown } from './pairing-api.ts';
import { doorRight } from './right.store.ts';
import { keepShell } from './shell.gateway.ts';
import { look, type Sight } from './sight.ts';
import { allowSound, signal, stayAwake } from './signals.gateway.ts';
import { takeRight, takeRightHere } from './take-right.ts';

let work: DoorWork | undefined;
let camera: Camera | undefined;
let sight: Sight | undefined;

const house = openSignedIn({
  page: '/door',
  who: () => page.state().who,
  turn: (who) => {
    const { who: before } = page.state();
    page.turn({ who, ...(!who.me && { devices: undefined }) });
    if (before.at !== 'in' && who.at === 'in') choose();
  },
});

const devicesActs = tendDevices({
  ask: house.ask,
  state: () => page.state().devices,
  turn: (devices) => page.turn({ devices }),
});

const page = openPage<DoorState>(
  {
    ...untouched,
    right: doorRight.read(),
    shown: readShown(takeFromFragment('pair')),
  },
  (state) => (
    <DoorPage
      state={state}
      onSignIn={() => void house.signIn()}
      onSignOut={() => void house.signOut()}
      onAgain={() => void house.look()}
      onChoose={choose}
      onOpen={open}
      onScanHere={(night, door) => void scanHere(night, door)}
      onPair={(name, door) => void pair(name, door)}
      onForget={() => {
        doorRight.drop();
        page.turn({ right: undefined, trouble: undefined });
        choose();
      }}
      onClose={close}
      onCamera={(video) => void see(video)}
      onLight={() => void light()}
      onCode={(code) => void check(code)}
      onNext={putAway}
      onLetIn={(found) => void letIn(found)}
      onLookUp={() => {
        const { lookUp } = page.state();
        // The picture of the camera is not on the page meanwhile.
        stopCamera();
        page.turn({ lookUp: lookUp === undefined ? '' : undefined });
        document.getElementById('guest')?.focus();
      }}
      onType={(lookUp) => page.turn({ lookUp })}
      onAdmit={(guest, ticket) => void answerWith((at) => at.admit(guest, ticket))}
      onSeen={(ticket) => {
        const { night } = page.state();
        if (night) doorLog.dropConflict(night.id, ticket);
        count();
      }}
      devicesActs={devicesActs}
    />
  ),
);

/** A supervisor has this performance before them; the nearest if none is named. */
function choose(id?: string): void {
  const { who, right, devices } = page.state();
  if (!mayNow(who, 'pair-devices')) return;
  const performance =
    id ?? devices?.performance ?? right?.performance ?? nightsToPair(page.state(), theatreTime())[0]?.id;
  if (performance !== undefined) devicesActs.turnTo(performance);
}

/** The page's part of the log: it is read anew, since another tab of this device may have added to it. */
function count(): void {
  const { night } = page.state();
  if (!night || !work) return;
  const log = doorLog.all(night.id);
  const heardAt = work.heardAt();
  const conflicts = doorLog.conflicts(night.id).map((one) => ({ ...one, place: work?.nameOf(one.seat) }));
  page.turn({
    admitted: new Set([...log.map(({ ticket }) => ticket), ...Object.keys(work.list()?.used ?? {})]).size,
    waiting: log.filter(isWaiting).length,
    guests: work.guests(),
    list: work.list(),
    conflicts,
    contact: contactOf(heardAt, work.failing(), browser.now()),
    silent: heardAt === undefined ? 0 : browser.now() - heardAt,
  });
}

function open(id: string, door: string): void {
  const { right, nights } = page.state();
  const night = nights?.find((one) => one.id === id);
  if (!right || !night || !isNamed(door)) return;
  allowSound();
  void stayAwake();
  doorLog.keepDoor(door);
  work = openDoor({ browser, right: right.right, performance: night.id, door, theatreTime, learnTime, onClosed: shut });
  page.turn({ night, door, doorWrong: false, trouble: undefined, found: undefined });
  count();
  poll.wake();
}

/** A door without a name is asked for it. */
function isNamed(door: string): boolean {
  page.turn({ doorWrong: door === '' });
  if (door === '') bringToNews();
  return door !== '';
}

/** Takes the code that this device was opened with, and opens the door with the right it gets. */
async function pair(name: string, door: string): Promise<void> {
  const { shown, busy } = page.state();
  if (!shown || busy || !isNamed(door)) return;
  allowSound();
  page.turn({ busy: true, trouble: undefined });
  const answer = await takeRight(shown, name);
  page.turn({ busy: false });
  if (!answer.ok) return page.turn({ trouble: answer.trouble });
  page.turn({ right: answer.body, shown: undefined });
  if (page.state().nights) open(shown.performance, door);
  else doorLog.keepDoor(door);
}

/** A supervisor scans with the device in their own hand: with a right of its own. */
async function scanHere(performance: string, door: string): Promise<void> {
  const { busy, who } = page.state();
  if (busy || !isNamed(door)) return;
  allowSound();
  page.turn({ busy: true, trouble: undefined });
  const taken = await takeRightHere(devicesActs, performance, who.me);
  page.turn({ busy: false, ...(taken.ok && { right: taken.body }) });
  if (taken.ok) open(performance, door);
  else if (taken.trouble !== signInOver) {
    page.turn({ trouble: taken.trouble });
    bringToNews();
  }
}

function stopCamera(): void {
  camera?.stop();
  camera = undefined;
  page.turn({ camera: 'off', light: undefined });
}

function close(): void {
  stopCamera();
  work = undefined;
  page.turn(closed);
}

/** The right of this device has ended. Scans that wait stay in the log. */
function shut(trouble: Trouble): void {
  const { right } = page.state();
  doorRight.drop();
  if (right) doorLog.dropGuests(right.performance);
  close();
  page.turn({ right: undefined, devices: undefined, trouble });
  choose();
  bringToNews();
}

async function see(video: HTMLVideoElement): Promise<void> {
  page.turn({ camera: 'asking' });
  const opened = await openCamera(video, (code) => {
    // A code that comes while another is being checked is looked at afterwards.
    if (page.state().checking) return;
    const seen = look(sight, code, browser.now());
    sight = seen.last;
    if (seen.fresh) void check({ text: code, keys: '' });
  });
  if (!opened.ok) return page.turn({ camera: opened.why });
  if (!work) return opened.camera.stop();
  camera = opened.camera;
  page.turn({ camera: 'on', light: camera.torch && false });
}

async function light(): Promise<void> {
  const { light: lit } = page.state();
  await camera?.torch?.(!lit);
  page.turn({ light: !lit });
}

/** One at a time: a second code waits in front of the camera until the first is answered. */
const check = (code: Typed): Promise<void> => answerWith((at) => at.scan(code));

/** The steward lets in somebody who has not paid. */
async function letIn(found: Found): Promise<void> {
  const { entry } = found.state === 'blind' ? {} : found;
  if (entry) await answerWith((at) => at.letIn(entry));
}

/** An answer is over the whole page. After it whoever scans or lets in goes on where they were. */
let goBack = () => {};

function putAway(): void {
  page.turn({ found: undefined });
  goBack();
}

async function answerWith(act: (at: DoorWork) => Promise<Found | undefined>): Promise<void> {
  if (!work || page.state().checking) return;
  page.turn({ checking: true, missed: false });
  try {
    const found = await act(work);
    if (!found) return;
    const { found: last, answers } = page.state();
    if (!last) goBack = rememberPlace();
    const { keyboard } = found.state === 'blind' || found.state === 'forged' ? page.state() : found;
    page.turn({ found, answers: answers + 1, keyboard });
    signal(found.state === 'admitted' ? 'in' : found.state === 'unpaid' ? 'ask' : 'stop');
    // A steward who has another ticket before them must see whose answer this is.
    if (isPlain(found) && !page.state().missed) timers.set(() => page.state().found === found && putAway(), 1_800);
  } finally {
    page.turn({ checking: false });
    count();
  }
}

const poll = keepAsking(timers, async () => {
  if (!work) return undefined;
  await work.catchUp();
  count();
  return 20_000;
});

onHandScan(
  browser.now,
  () => page.state().night !== undefined,
  (code) => (page.state().checking ? page.turn({ missed: true }) : void check(code)),
);

async function readChoices(): Promise<void> {
  const nights = await readNights(browser, theatreTime());
  if (!nights.ok) return page.turn({ trouble: nights.trouble });
  page.turn({ nights: nights.body, ...(codeOf(page.state().trouble) === undefined && { trouble: undefined }) });
  choose();
}

/** A right whose evening is over opens nothing; the device says so itself, with a network or without. */
function everySecond(): void {
  const { right, night, devices } = page.state();
  if (right && theatreTime() >= right.endsAt) shut(rightOver);
  else if (night) count();
  // The time that a shown code has left.
  else if (devices?.offer && !devices.offer.taken) page.turn({});
}

followPressesNearby();
doorLog.dropOldGuests(browser.now());
reopenOnFragment();
window.setInterval(everySecond, 1_000);
// Asking at once is how the page notices.
window.addEventListener('offline', () => poll.wake());
onReturn(() => {
  poll.wake();
  if (!page.state().nights) void readChoices();
});
// A door that is paired opens without a sign-in, and without a network.
if (!page.state().shown) void house.look();
void readChoices().then(keepShell);
