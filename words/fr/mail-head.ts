import type { MailHeadWords } from '../en/mail-head.ts';

export const mailHeadWords = {
  keep: 'Gardez cet e-mail : il montre ce que la file avait publié au moment de l’envoi, si jamais quelque chose est changé plus tard.',
  look: 'Vérifier',
} satisfies MailHeadWords;
