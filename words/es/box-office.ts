import type { boxOfficeWords as en } from '../en/box-office.ts';

export const boxOfficeWords: typeof en = {
  telephone: 'Taquilla, por teléfono',
};
