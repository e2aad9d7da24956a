import type { Typed } from '../../rules/scanner-layouts.ts';
import { codeOf, type Trouble } from '../api.ts';
import {
  browser,
  learnTime,
  newKey,
  onReturn,
  reopenOnFragment,
  takeFromFragment,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { openPage } from '../page.tsx';
import { keepAsking } from '../poll.ts';
import { shopping } from '../shopping.store.ts';
import { type Camera, openCamera } from './camera.gateway.ts';
import { tendDevices } from './devices.ts';
import { readNights } from './door-api.ts';
import { doorLog, isWaiting } from './door-log.store.ts';
import { closed, type DoorState } from './door-state.ts';
import { keyWrong, rightOver } from './door-troubles.ts';
import { DoorPage } from './door-view.tsx';
import { type DoorWork, type Found, openDoor } from './door-work.ts';
import { onHandScan } from './hand-scanner.gateway.ts';
import { contactOf } from './judge.ts';
import { pairDevice, readShown } from './pairing-api.ts';
import { doorRight } from './right.store.ts';
import { keepShell } from './shell.gateway.ts';
import { look, type Sight } from './sight.ts';
import { allowSound, signal, stayAwake } from './signals.gateway.ts';

let work: DoorWork | undefined;
let camera: Camera | undefined;
let sight: Sight | undefined;

const devicesActs = tendDevices({
  key: () => page.state().key,
  state: () => page.state().devices,
  turn: (devices) => page.turn({ devices }),
  onKeyWrong: () => shut(keyWrong),
});

const page = openPage<DoorState>(
  {
    key: shopping.staffKey(),
    right: doorRight.read(),
    shown: readShown(takeFromFragment('pair')),
    busy: false,
    doorWrong: false,
    camera: 'off',
    checking: false,
    contact: 'never',
    silent: 0,
    admitted: 0,
    waiting: 0,
    conflicts: [],
  },
  (state) => (
    <DoorPage
      state={state}
      onKey={(key) => {
        shopping.keepStaffKey(key);
        page.turn({ key, trouble: undefined });
        choose();
      }}
      onChoose={choose}
      onOpen={open}
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
      onNext={() => page.turn({ found: undefined })}
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
  const { key, right, nights } = page.state();
  const performance = id ?? nights?.[0]?.id;
  if (key !== undefined && !right && performance !== undefined) devicesActs.turnTo(performance);
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
  const { key, right, nights } = page.state();
  const night = nights?.find((one) => one.id === id);
  const access = right?.right ?? key;
  if (access === undefined || !night) return;
  if (door === '') {
    page.turn({ doorWrong: true });
    bringToNews();
    return;
  }
  allowSound();
  void stayAwake();
  doorLog.keepDoor(door);
  work = openDoor({ browser, key: access, performance: night.id, door, theatreTime, onClosed: shut });
  page.turn({ night, door, doorWrong: false, trouble: undefined, found: undefined });
  count();
  poll.wake();
}

/** Takes the code that this device was opened with, and opens the door with the right it gets. */
async function pair(name: string, door: string): Promise<void> {
  const { shown, busy } = page.state();
  if (!shown || busy) return;
  if (door === '') {
    page.turn({ doorWrong: true });
    bringToNews();
    return;
  }
  allowSound();
  page.turn({ busy: true, trouble: undefined, doorWrong: false });
  const device = doorRight.device(shown.code, newKey);
  const { performance, code } = shown;
  const answer = await pairDevice(browser, performance, { code, device, ...(name !== '' && { name }) });
  page.turn({ busy: false });
  if (!answer.ok) return page.turn({ trouble: answer.trouble });
  learnTime(answer.seen);
  doorRight.keep(answer.body);
  doorRight.dropDevice(code);
  page.turn({ right: answer.body, shown: undefined });
  if (page.state().nights) open(performance, door);
  else doorLog.keepDoor(door);
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

/** The key opens nothing, or the right of this device has ended. Scans that wait stay in the log. */
function shut(trouble: Trouble): void {
  const { right } = page.state();
  if (codeOf(trouble) === 'staff-key-wrong') shopping.dropStaffKey();
  else doorRight.drop();
  if (right) doorLog.dropGuests(right.performance);
  close();
  page.turn({ key: shopping.staffKey(), right: undefined, devices: undefined, trouble });
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
async function check(code: Typed): Promise<void> {
  await answerWith((at) => at.scan(code));
}

/** The steward lets in somebody who has not paid. */
async function letIn(found: Found): Promise<void> {
  const { entry } = found.state === 'blind' ? {} : found;
  if (entry) await answerWith((at) => at.letIn(entry));
}

async function answerWith(act: (at: DoorWork) => Promise<Found | undefined>): Promise<void> {
  if (!work || page.state().checking) return;
  page.turn({ checking: true });
  try {
    const found = await act(work);
    if (!found) return;
    page.turn({ found, ...(found.state !== 'blind' && found.state !== 'forged' && { keyboard: found.keyboard }) });
    signal(found.state === 'admitted' ? 'in' : found.state === 'unpaid' ? 'ask' : 'stop');
    if (isPlain(found)) timers.set(() => page.state().found === found && page.turn({ found: undefined }), 1_800);
  } finally {
    page.turn({ checking: false });
    count();
  }
}

/** Nothing to read but that they may go in: the camera is free again by itself. */
function isPlain(found: Found): boolean {
  return (
    found.state === 'admitted' &&
    found.said.state === 'admitted' &&
    !found.here &&
    !found.said.concession &&
    !found.said.owed
  );
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
  (code) => void check(code),
);

async function readChoices(): Promise<void> {
  const nights = await readNights(browser, theatreTime());
  if (!nights.ok) {
    page.turn({ trouble: nights.trouble });
    return;
  }
  learnTime(nights.seen);
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

doorLog.dropOldGuests(browser.now());
reopenOnFragment();
window.setInterval(everySecond, 1_000);
// Asking at once is how the page notices.
window.addEventListener('offline', () => poll.wake());
onReturn(() => {
  poll.wake();
  if (!page.state().nights) void readChoices();
});
void readChoices().then(keepShell);
