/* How dates, times and amounts are written, where the browser's own way is not the usual one. */

export const long = (date: string) => date.replace(',', '');
export const short = (date: string) => date.replace(',', '');
export const time = (clock: string) => clock;
export const moment = (date: string, at: string) => `${date}, ${at}`;
export const days = (n: number) => `${n} days`;
export const range = (from: string, to: string) => `${from} to ${to}`;
