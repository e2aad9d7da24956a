import type { boxOfficeWords as en } from '../en/box-office.ts';

export const boxOfficeWords: typeof en = {
  telephone: 'Kartenkasse, telefonisch',
  plainPage: 'Diese Seite geht nicht? Zur einfachen Seite.',
};
