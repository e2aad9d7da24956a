import { passName, type RoomStore, roomOf } from './room-store.ts';

/** The room store in memory. */
export function roomTwin(): RoomStore {
  const rooms = new Map<string, Map<number, { inUse: Set<string>; done: Set<string>; late: Set<string> }>>();
  const bunchOf = (onSale: string, expiresAt: number) => {
    const room = rooms.get(onSale) ?? new Map();
    rooms.set(onSale, room);
    const bunch = room.get(expiresAt) ?? { inUse: new Set(), done: new Set(), late: new Set() };
    room.set(expiresAt, bunch);
    return bunch;
  };
  return {
    async count(onSale, pass, late) {
      const bunch = bunchOf(onSale, pass.expiresAt);
      bunch.inUse.add(passName(pass));
      if (late) bunch.late.add(passName(pass));
    },
    async giveBack(onSale, pass) {
      const bunch = bunchOf(onSale, pass.expiresAt);
      bunch.inUse.delete(passName(pass));
      bunch.done.add(passName(pass));
    },
    async withdraw(onSale, pass) {
      const bunch = bunchOf(onSale, pass.expiresAt);
      bunch.inUse.delete(passName(pass));
      bunch.late.delete(passName(pass));
    },
    async read(onSale, now) {
      const bunches = [...(rooms.get(onSale) ?? [])];
      return roomOf(bunches.filter(([expiresAt]) => expiresAt * 1000 > now).map(([, bunch]) => bunch));
    },
  };
}
