import { codeOf, type Trouble } from '../api.ts';
import { browser, learnTime, onReturn, theatreTime, timers } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { openPage } from '../page.tsx';
import { keepAsking } from '../poll.ts';
import { shopping } from '../shopping.store.ts';
import { type Camera, openCamera } from './camera.gateway.ts';
import { type Night, readNights } from './door-api.ts';
import { type Conflict, doorLog } from './door-log.store.ts';
import { DoorPage } from './door-view.tsx';
import { type DoorWork, type Found, openDoor } from './door-work.ts';
import { type Contact, contactOf } from './judge.ts';
import { keepShell } from './shell.gateway.ts';
import { look, type Sight } from './sight.ts';
import { allowSound, signal, stayAwake } from './signals.gateway.ts';
import { nothingTyped, type } from './wedge.ts';

export type CameraState = 'off' | 'asking' | 'on' | 'refused' | 'none';

export interface DoorState {
  readonly key: string | undefined;
  readonly trouble?: Trouble | undefined;
  readonly nights?: readonly Night[] | undefined;
  /** Both once the door is open. */
  readonly night?: Night | undefined;
  readonly door?: string | undefined;
  readonly doorWrong: boolean;
  readonly camera: CameraState;
  /** Undefined where the camera has no light. */
  readonly light?: boolean | undefined;
  readonly checking: boolean;
  readonly found?: Found | undefined;
  readonly contact: Contact;
  /** Milliseconds without a word of the platform. */
  readonly silent: number;
  readonly admitted: number;
  readonly waiting: number;
  /** `place`: the seat's name, if it is known. */
  readonly conflicts: readonly (Conflict & { readonly place?: string | undefined })[];
}

const closed = { night: undefined, door: undefined, found: undefined, camera: 'off', light: undefined } as const;
let work: DoorWork | undefined;
let camera: Camera | undefined;
let sight: Sight | undefined;
let typed = nothingTyped;

const page = openPage<DoorState>(
  {
    key: shopping.staffKey(),
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
      }}
      onOpen={open}
      onClose={close}
      onCamera={(video) => void see(video)}
      onLight={() => void light()}
      onCode={(code) => void check(code)}
      onNext={() => page.turn({ found: undefined })}
      onSeen={(ticket) => {
        const { night } = page.state();
        if (night) doorLog.dropConflict(night.id, ticket);
        count();
      }}
    />
  ),
);

/** The page's part of the log: it is read anew, since another tab of this device may have added to it. */
function count(): void {
  const { night } = page.state();
  if (!night || !work) return;
  const log = doorLog.all(night.id);
  const heardAt = work.heardAt();
  const conflicts = doorLog.conflicts(night.id).map((one) => ({ ...one, place: work?.nameOf(one.seat) }));
  page.turn({
    admitted: new Set([...log.map(({ ticket }) => ticket), ...Object.keys(work.list()?.used ?? {})]).size,
    waiting: log.filter(({ code }) => code !== undefined).length,
    conflicts,
    contact: contactOf(heardAt, work.failing(), browser.now()),
    silent: heardAt === undefined ? 0 : browser.now() - heardAt,
  });
}

function open(id: string, door: string): void {
  const { key, nights } = page.state();
  const night = nights?.find((one) => one.id === id);
  if (key === undefined || !night) return;
  if (door === '') {
    page.turn({ doorWrong: true });
    bringToNews();
    return;
  }
  allowSound();
  void stayAwake();
  doorLog.keepDoor(door);
  work = openDoor({ browser, key, performance: night.id, door, theatreTime, onKeyWrong: forgetKey });
  page.turn({ night, door, doorWrong: false, trouble: undefined, found: undefined });
  count();
  poll.wake();
}

function close(): void {
  camera?.stop();
  camera = undefined;
  work = undefined;
  page.turn(closed);
}

function forgetKey(): void {
  shopping.dropStaffKey();
  close();
  page.turn({ key: undefined, trouble: keyWrong });
  bringToNews();
}

const keyWrong: Trouble = {
  kind: 'refused',
  problem: {
    type: '/problems/staff-key-wrong',
    title: 'The staff key is wrong',
    status: 401,
    detail: 'Type it again.',
  },
};

async function see(video: HTMLVideoElement): Promise<void> {
  page.turn({ camera: 'asking' });
  const opened = await openCamera(video, (code) => {
    // A code that comes while another is being checked is looked at afterwards.
    if (page.state().checking) return;
    const seen = look(sight, code, browser.now());
    sight = seen.last;
    if (seen.fresh) void check(code);
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
async function check(code: string): Promise<void> {
  if (!work || page.state().checking || code.trim() === '') return;
  page.turn({ checking: true });
  try {
    const found = await work.scan(code);
    page.turn({ found });
    signal(found.state === 'admitted');
    if (isPlain(found)) timers.set(() => page.state().found === found && page.turn({ found: undefined }), 1_800);
  } finally {
    page.turn({ checking: false });
    count();
  }
}

/** Nothing to read but that they may go in: the camera is free again by itself. */
function isPlain(found: Found): boolean {
  return found.state === 'admitted' && found.said.state === 'admitted' && !found.here && !found.said.concession;
}

const poll = keepAsking(timers, async () => {
  if (!work) return undefined;
  await work.catchUp();
  count();
  return 20_000;
});

window.addEventListener('keydown', (press) => {
  if (!page.state().night || press.ctrlKey || press.metaKey || press.altKey) return;
  const read = type(typed, press.key, browser.now());
  typed = read.typed;
  const field = press.target instanceof HTMLInputElement;
  if (read.scanned === undefined || field) return;
  press.preventDefault();
  void check(read.scanned);
});

async function readChoices(): Promise<void> {
  const nights = await readNights(browser, theatreTime());
  if (!nights.ok) {
    page.turn({ trouble: nights.trouble });
    return;
  }
  learnTime(nights.seen);
  page.turn({ nights: nights.body, ...(codeOf(page.state().trouble) === undefined && { trouble: undefined }) });
}

window.setInterval(count, 1_000);
// Asking at once is how the page notices.
window.addEventListener('offline', () => poll.wake());
onReturn(() => {
  poll.wake();
  if (!page.state().nights) void readChoices();
});
void readChoices().then(keepShell);
