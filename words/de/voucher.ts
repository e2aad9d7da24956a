import type { VoucherWords } from '../en/voucher.ts';

export const voucherWords = {
  title: 'Sie können gleich wieder hereinkommen',
  detail:
    'Bei uns ist etwas schiefgegangen. Das tut uns leid: Läuft Ihre Zeit zum Kaufen ab, kommen Sie ohne Warten wieder herein.',
  back: 'Ohne Warten wieder hereinkommen',
} satisfies VoucherWords;
