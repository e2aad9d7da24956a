/* How dates, times and amounts are written, where the browser's own way is not the usual one. */

export const long = (date: string) => date;
export const short = (date: string) => date;
export const time = (clock: string) => `${clock} Uhr`;
export const moment = (date: string, at: string) => `${date}, ${at}`;
export const days = (n: number) => `${n} Tage`;
export const range = (from: string, to: string) => `${from} bis ${to}`;
