import type { VoucherWords } from '../en/voucher.ts';

export const voucherWords = {
  title: 'Cewch ddod yn syth yn ôl i mewn',
  detail:
    'Aeth rhywbeth o’n heiddo ni o’i le. Mae’n ddrwg gennym: os daw eich amser i brynu i ben, cewch ddod i mewn eto heb aros.',
  back: 'Mynd yn ôl i mewn heb aros',
} satisfies VoucherWords;
