import type { VoucherWords } from '../en/voucher.ts';

export const voucherWords = {
  title: 'Vous pouvez revenir tout de suite',
  detail:
    'Une erreur s’est produite de notre côté. Pardon : si votre temps pour acheter s’écoule, vous rentrez de nouveau sans attendre.',
  back: 'Revenir sans attendre',
} satisfies VoucherWords;
