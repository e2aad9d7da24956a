import type { boxOfficeWords as en } from '../en/box-office.ts';

export const boxOfficeWords: typeof en = {
  telephone: 'Taquilla, por teléfono',
  plainPage: '¿No funciona esta página? Vaya a la página sencilla.',
};
