import { long } from './box.store.ts';

/* The name over the door, as this browser read it last: it is the same on every page from the first moment on. */

const name = 'stampede.house';

export const houseName = (): string | undefined => long.get(name);

export const keepHouseName = (venue: string): void => long.put(name, venue);
