import type { Admission, DoorList } from '../../contracts/door.ts';
import { type Browser, codeOf, type Trouble } from '../api.ts';
import { nextBatch, readDoorList, readSeatNames, type SeatNames, sendScans } from './door-api.ts';
import { doorLog, type Logged } from './door-log.store.ts';
import { judge } from './judge.ts';
import { openVerifier, type Verify } from './signature.gateway.ts';
import { readTicketCode } from './ticket-code.ts';

/*
 * One open door. A ticket that this device cannot turn away by itself is written down first and then sent, alone and
 * with little patience: somebody is standing there. Without an answer they are let in, which is the lesser harm for ten
 * minutes, and the scan waits in the log. Every so often, and whenever the network comes back, the waiting scans are
 * sent and the list is read anew. The platform may then say otherwise of somebody who was let in. That is a conflict,
 * and is shown.
 */

/** `place`: the seat's name, if it is known. `here`: by this device alone. `blind`: no list was ever had, so no signature can be checked. */
export type Found =
  | {
      readonly state: Admission['state'];
      readonly said: Admission;
      readonly place?: string | undefined;
      readonly here: boolean;
    }
  | { readonly state: 'blind' };

export interface DoorWork {
  scan(text: string): Promise<Found>;
  /** Sends what waits and reads the list. */
  catchUp(): Promise<void>;
  list(): DoorList | undefined;
  /** As it stands on the ticket; undefined before the plan of the house was read. Its id is nobody's word for it. */
  nameOf(seat: string): string | undefined;
  /** Milliseconds since the epoch by this device: when the platform last answered. */
  heardAt(): number | undefined;
  /** The last thing asked was not answered. */
  failing(): boolean;
}

export interface DoorDeps {
  readonly browser: Browser;
  readonly key: string;
  readonly performance: string;
  readonly door: string;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly theatreTime: () => number;
  readonly onKeyWrong: () => void;
}

const patienceMs = 2_500;

export function openDoor({ browser, key, performance, door, theatreTime, onKeyWrong }: DoorDeps): DoorWork {
  let kept = doorLog.list(performance);
  let verify: { readonly publicKey: string; readonly by: Promise<Verify> } | undefined;
  let catching: Promise<void> | undefined;
  let failing = false;
  let names: SeatNames | undefined;

  const heard = () => {
    failing = false;
    if (!kept) return;
    kept = { ...kept, heardAt: browser.now() };
    doorLog.keepList(performance, kept);
  };
  const unheard = (trouble: Trouble): void => {
    failing = true;
    if (codeOf(trouble) === 'staff-key-wrong') onKeyWrong();
  };
  /** Also fetches what an old browser needs for it, while there is a network. */
  const verifierOf = (publicKey: string): Promise<Verify> => {
    if (verify?.publicKey !== publicKey) verify = { publicKey, by: openVerifier(publicKey) };
    return verify.by;
  };

  /** The platform's word for one who is waiting; undefined if it cannot be had soon. */
  const asked = async (entry: Logged): Promise<Admission | undefined> => {
    const answer = await sendScans(browser, key, performance, [entry], patienceMs);
    if (answer.ok) {
      heard();
      return answer.body.admissions[0];
    }
    unheard(answer.trouble);
    return undefined;
  };

  const sendWaiting = async (): Promise<void> => {
    for (;;) {
      const batch = nextBatch(doorLog.all(performance).filter(({ code }) => code !== undefined));
      if (batch.length === 0) return;
      const answer = await sendScans(browser, key, performance, batch, 8_000);
      if (!answer.ok) return unheard(answer.trouble);
      heard();
      batch.forEach((entry, index) => {
        const said = answer.body.admissions[index];
        if (said) settle(entry, said);
      });
    }
  };
  const settle = (entry: Logged, said: Admission) => {
    const { code: _, ...rest } = entry;
    doorLog.keep(performance, rest);
    if (said.state === 'used') doorLog.keepConflict(performance, { ...rest, said });
    else if (said.state !== 'admitted') doorLog.keepConflict(performance, { ...rest, said: { state: said.state } });
  };

  const nameOf = (seat: string) => names?.get(seat);
  const foundOf = (said: Admission, here: boolean): Found => {
    const place = said.state === 'admitted' ? said.label : 'seat' in said ? nameOf(said.seat) : undefined;
    return { state: said.state, said, here, ...(place !== undefined && place !== '' && { place }) };
  };

  return {
    nameOf,
    async scan(text) {
      if (!kept) return { state: 'blind' };
      const read = readTicketCode(text);
      const { list } = kept;
      const verified = await verifierOf(list.publicKey);
      const code = read && (await verified(read.signed, read.signature)) ? read : undefined;
      const judged = judge(code, { performance, list, letIn: (ticket) => doorLog.letIn(performance, ticket) });
      if (judged.state !== 'open') return foundOf(judged, true);
      if (!code) throw new Error('A code that nobody signed was not turned away');
      const { ticket, seat } = code;
      const entry: Logged = { ticket, seat, door, usedAt: Math.round(theatreTime()), code: text.trim() };
      doorLog.keep(performance, entry);
      const said = await asked(entry);
      if (!said) return foundOf({ state: 'admitted', ticket, seat, label: nameOf(seat) ?? '' }, true);
      // Turned away, so not let in: nothing to keep.
      if (said.state === 'admitted') settle(entry, said);
      else doorLog.drop(performance, ticket);
      return foundOf(said, false);
    },
    catchUp() {
      catching ??= (async () => {
        await sendWaiting();
        const answer = await readDoorList(browser, key, performance);
        if (answer.ok) {
          kept = { list: answer.body, heardAt: browser.now() };
          failing = false;
          doorLog.keepList(performance, kept);
          await verifierOf(answer.body.publicKey);
        } else unheard(answer.trouble);
        names ??= await readSeatNames(browser, performance);
      })().finally(() => {
        catching = undefined;
      });
      return catching;
    },
    list: () => kept?.list,
    heardAt: () => kept?.heardAt,
    failing: () => failing,
  };
}
