import type { MailHeadWords } from '../en/mail-head.ts';

export const mailHeadWords = {
  keep: 'Cadwch yr e-bost hwn: mae’n dangos beth oedd wedi’i gyhoeddi am y ciw pan anfonwyd ef, pe bai rhywbeth yn cael ei newid wedyn.',
  look: 'Ei wirio',
} satisfies MailHeadWords;
