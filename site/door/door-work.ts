import type { Admission, DoorList, Guest, Owed } from '../../contracts/door.ts';
import { type Keyboard, marksOf, type Typed } from '../../rules/scanner-layouts.ts';
import { type Browser, codeOf, type Sighting, type Trouble } from '../api.ts';
import { nextBatch, readDoorList, readGuests, readSeatNames, type SeatNames, sendScans } from './door-api.ts';
import { doorLog, isWaiting, type KeptGuests, type Logged } from './door-log.store.ts';
import { genuineReading } from './genuine.ts';
import { judge } from './judge.ts';
import { type OtherCode, otherCodeOf } from './other-codes.ts';
import { openVerifier, type Verify } from './signature.gateway.ts';
import type { ReadCode } from './ticket-code.ts';

/*
 * One open door. A ticket that this device cannot turn away by itself is written down first and then sent, alone and
 * with little patience: somebody is standing there. Without an answer they are let in, which is the lesser harm for ten
 * minutes, and the scan waits in the log. Every so often, and whenever the network comes back, the waiting scans are
 * sent and the lists are read anew. The platform may then say otherwise of somebody who was let in. That is a conflict,
 * and is shown.
 *
 * A ticket that is not paid lets nobody in by its scan, with a network or without. It comes back with what is owed, and
 * is let in by `letIn` when the steward says so.
 */

/** `place`: the seat's name, if it is known. `here`: by this device alone. `blind`: no list was ever had, so no signature can be checked. */
export type Found =
  | {
      readonly state: Admission['state'];
      readonly said: Admission;
      readonly place?: string | undefined;
      readonly here: boolean;
      /** Of a ticket that is not paid: to be let in all the same. */
      readonly entry?: Logged;
      /** The keyboard that the code was read through, or that it bears the marks of, unless it is the usual one. */
      readonly keyboard?: Keyboard | undefined;
      /** Of a code that is no ticket of ours: what it is. */
      readonly isOther?: OtherCode;
    }
  | { readonly state: 'blind' };

/** Nothing to read but that they may go in: the camera is free again by itself. */
export function isPlain(found: Found): boolean {
  return (
    found.state === 'admitted' &&
    found.said.state === 'admitted' &&
    !found.here &&
    !found.said.concession &&
    !found.said.owed
  );
}

export interface DoorWork {
  /** Undefined when this device may not scan any more. */
  scan(typed: Typed): Promise<Found | undefined>;
  /** One who was found by reference or name. */
  admit(guest: Guest, ticket: string): Promise<Found | undefined>;
  /** One who has not paid, and whom the steward lets in. */
  letIn(entry: Logged): Promise<Found | undefined>;
  /** Sends what waits and reads the lists. */
  catchUp(): Promise<void>;
  list(): DoorList | undefined;
  guests(): KeptGuests | undefined;
  /** As it stands on the ticket; undefined before the plan of the house was read. Its id is nobody's word for it. */
  nameOf(seat: string): string | undefined;
  /** Milliseconds since the epoch by this device: when the platform last answered. */
  heardAt(): number | undefined;
  /** The last thing asked was not answered. */
  failing(): boolean;
}

export interface DoorDeps {
  readonly browser: Browser;
  /** Of this device. Nobody scans with anything else. */
  readonly right: string;
  readonly performance: string;
  readonly door: string;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly theatreTime: () => number;
  /** Each answer of the platform tells the time. */
  readonly learnTime: (seen: Sighting) => void;
  /** The right has ended, or it is none. */
  readonly onClosed: (trouble: Trouble) => void;
}

const patienceMs = 2_500;
/** The list of guests is long, and changes little: money that was paid, and orders of the last hour. */
const guestsAgainMs = 110_000;

const closing = /^door-right-/;

export function openDoor({ browser, right, performance, door, theatreTime, learnTime, onClosed }: DoorDeps): DoorWork {
  let kept = doorLog.list(performance);
  let guests = doorLog.guests(performance);
  let verify: { readonly publicKey: string; readonly by: Promise<Verify> } | undefined;
  let catching: Promise<void> | undefined;
  let failing = false;
  let names: SeatNames | undefined;

  const heard = (seen: Sighting) => {
    learnTime(seen);
    failing = false;
    if (!kept) return;
    kept = { ...kept, heardAt: browser.now() };
    doorLog.keepList(performance, kept);
  };
  const isClosed = (trouble: Trouble) => closing.test(codeOf(trouble) ?? '');
  const unheard = (trouble: Trouble): void => {
    failing = true;
    if (isClosed(trouble)) onClosed(trouble);
  };
  /** Also fetches what an old browser needs for it, while there is a network. */
  const verifierOf = (publicKey: string): Promise<Verify> => {
    if (verify?.publicKey !== publicKey) verify = { publicKey, by: openVerifier(publicKey) };
    return verify.by;
  };

  /** The platform's word for one who is waiting; `silent` if it cannot be had soon, `closed` if nobody here may ask. */
  const asked = async (entry: Logged, letIn: boolean): Promise<Admission | 'silent' | 'closed'> => {
    const answer = await sendScans(browser, right, performance, { scans: [entry], letIn, timeout: patienceMs });
    if (answer.ok) {
      heard(answer.seen);
      return answer.body.admissions[0] ?? 'silent';
    }
    unheard(answer.trouble);
    return isClosed(answer.trouble) ? 'closed' : 'silent';
  };

  const sendWaiting = async (): Promise<void> => {
    for (;;) {
      const scans = nextBatch(doorLog.all(performance).filter(isWaiting));
      if (scans.length === 0) return;
      const answer = await sendScans(browser, right, performance, { scans, letIn: true, timeout: 8_000 });
      if (!answer.ok) return unheard(answer.trouble);
      heard(answer.seen);
      scans.forEach((entry, index) => {
        const said = answer.body.admissions[index];
        if (said) settle(entry, said);
      });
    }
  };
  const settle = (entry: Logged, said: Admission) => {
    const { code: _, order: __, told, ...rest } = entry;
    doorLog.keep(performance, rest);
    if (said.state === 'used') doorLog.keepConflict(performance, { ...rest, said });
    else if (said.state === 'unpaid' || said.state === 'admitted') {
      const owed: Owed | undefined = said.owed;
      if (owed && !told) doorLog.keepConflict(performance, { ...rest, said: { state: 'unpaid', owed } });
    } else doorLog.keepConflict(performance, { ...rest, said: { state: said.state } });
  };

  const nameOf = (seat: string) => names?.get(seat);
  const foundOf = (said: Admission, here: boolean, more: { readonly entry?: Logged } = {}): Found => {
    const place = 'label' in said ? said.label : 'seat' in said ? nameOf(said.seat) : undefined;
    return { state: said.state, said, here, ...(place !== undefined && place !== '' && { place }), ...more };
  };
  const guestOf = (ticket: string) =>
    guests?.list.guests.find(({ tickets }) => tickets.some((one) => one.ticket === ticket));

  /** One whom this device does not turn away: asked for, and without an answer let in or named as unpaid. */
  const decide = async (entry: Logged, letIn: boolean): Promise<Found | undefined> => {
    const { ticket, seat } = entry;
    doorLog.keep(performance, entry);
    const said = await asked(entry, letIn);
    if (said === 'closed') {
      doorLog.drop(performance, ticket);
      return undefined;
    }
    if (said === 'silent') {
      const guest = guestOf(ticket);
      const known = guest?.tickets.find((one) => one.ticket === ticket);
      const named = {
        ticket,
        seat,
        label: known?.label ?? nameOf(seat) ?? '',
        ...(known?.concession !== undefined && { concession: known.concession }),
      };
      if (!guest?.owed || letIn)
        return foundOf({ state: 'admitted', ...named, ...(guest?.owed && { owed: guest.owed }) }, true);
      doorLog.drop(performance, ticket);
      const may = guests?.list.unpaidAtDoor ?? 'refuse';
      return foundOf({ state: 'unpaid', ...named, owed: guest.owed, may }, true, { entry });
    }
    // Turned away, so not let in: nothing to keep.
    if (said.state === 'admitted') settle({ ...entry, ...(letIn && { told: true }) }, said);
    else doorLog.drop(performance, ticket);
    return foundOf(said, false, said.state === 'unpaid' ? { entry } : {});
  };

  /** Says at once what this device knows for certain, and asks for anything else. */
  const decideOn = async (
    read: Pick<ReadCode, 'ticket' | 'seat' | 'performance'> | undefined,
    entry: () => Logged,
  ): Promise<Found | undefined> => {
    const list = kept?.list ?? { used: {}, void: [] };
    const judged = judge(read, { performance, list, letIn: (ticket) => doorLog.letIn(performance, ticket) });
    return judged.state === 'open' ? decide(entry(), false) : foundOf(judged, true);
  };

  return {
    nameOf,
    async scan(typed) {
      if (!kept) return { state: 'blind' };
      if (otherCodeOf(typed.text) === 'nothing')
        return { ...foundOf({ state: 'forged' }, true), isOther: 'nothing' } as Found;
      const it = await genuineReading(typed, await verifierOf(kept.list.publicKey));
      const found = await decideOn(it?.read, () => {
        if (!it) throw new Error('A code that nobody signed was not turned away');
        const { ticket, seat } = it.read;
        return { ticket, seat, door, usedAt: Math.round(theatreTime()), code: it.code };
      });
      if (!found || found.state === 'blind') return found;
      const isOther = otherCodeOf(typed.text);
      // An address has signs that are typed otherwise on other keyboards: it is told by its form first.
      const isTold = !it && (isOther === 'address' || isOther === 'pairing');
      const keyboard = it ? it.keyboard : isTold ? undefined : marksOf(typed.text);
      return { ...found, ...(keyboard && { keyboard }), ...(!it && { isOther }) };
    },
    admit(guest, ticket) {
      const seat = guest.tickets.find((one) => one.ticket === ticket)?.seat ?? '';
      const usedAt = Math.round(theatreTime());
      return decideOn({ ticket, seat, performance }, () => ({ ticket, seat, door, usedAt, order: guest.order }));
    },
    letIn: (entry) => decide({ ...entry, told: true }, true),
    catchUp() {
      catching ??= (async () => {
        await sendWaiting();
        const answer = await readDoorList(browser, right, performance);
        if (answer.ok) {
          learnTime(answer.seen);
          kept = { list: answer.body, heardAt: browser.now() };
          failing = false;
          doorLog.keepList(performance, kept);
          await verifierOf(answer.body.publicKey);
        } else unheard(answer.trouble);
        names ??= await readSeatNames(browser, performance);
        if (!answer.ok || (guests && Math.abs(browser.now() - guests.heardAt) < guestsAgainMs)) return;
        const read = await readGuests(browser, right, performance);
        if (!read.ok) return;
        guests = { list: read.body, heardAt: browser.now() };
        doorLog.keepGuests(performance, guests);
      })().finally(() => {
        catching = undefined;
      });
      return catching;
    },
    list: () => kept?.list,
    guests: () => guests,
    heardAt: () => kept?.heardAt,
    failing: () => failing,
  };
}
