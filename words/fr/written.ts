/* How dates, times and amounts are written, where the browser's own way is not the usual one. */

export const long = (date: string) => date;
export const short = (date: string) => date;
/** `19h30`, as on every ticket. */
export const time = (clock: string) => clock.replace(':', 'h');
export const moment = (date: string, at: string) => `${date} à ${at}`;
export const days = (n: number) => `${n} jours`;
export const range = (from: string, to: string) => `de ${from} à ${to}`;
