import type { boxOfficeWords as en } from '../en/box-office.ts';

export const boxOfficeWords: typeof en = {
  telephone: 'Billetterie, par téléphone',
  plainPage: 'Cette page ne marche pas ? Prenez la page simple.',
};
