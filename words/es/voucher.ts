import type { VoucherWords } from '../en/voucher.ts';

export const voucherWords = {
  title: 'Puede volver a entrar ahora mismo',
  detail: 'Algo nuestro ha fallado. Lo sentimos: si se le acaba el tiempo para comprar, vuelve a entrar sin esperar.',
  back: 'Volver a entrar sin esperar',
} satisfies VoucherWords;
