import type { MailHeadWords } from '../en/mail-head.ts';

export const mailHeadWords = {
  keep: 'Heben Sie diese E-Mail auf: Sie zeigt, was von der Warteschlange veröffentlicht war, als sie abging, falls später etwas geändert wird.',
  look: 'Nachprüfen',
} satisfies MailHeadWords;
