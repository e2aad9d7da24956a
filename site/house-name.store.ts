import type { BoxOffice } from '../contracts/box-office.ts';
import { long } from './box.store.ts';

/* The name over the door, as this browser read it last: it is the same on every page from the first moment on. */

const name = 'stampede.house';
const reached = 'stampede.box-office';

export const houseName = (): string | undefined => long.get(name);

export const keepHouseName = (venue: string): void => long.put(name, venue);

/** How the box office is reached, as this browser read it last; undefined where the venue does not say. */
export const boxOffice = (): BoxOffice | undefined => long.read(reached);

export const keepBoxOffice = (read: BoxOffice | undefined): void =>
  read ? long.put(reached, JSON.stringify(read)) : long.drop(reached);
