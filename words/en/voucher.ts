/* For those whose checkout an error of ours spoilt. */
export const voucherWords = {
  title: 'You may come straight back in',
  detail:
    'Something of ours went wrong. We are sorry: if your time to shop runs out, you come in again without waiting.',
  back: 'Go back in without waiting',
};

export type VoucherWords = typeof voucherWords;
