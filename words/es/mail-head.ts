import type { MailHeadWords } from '../en/mail-head.ts';

export const mailHeadWords = {
  keep: 'Guarde este correo: muestra lo que la cola había publicado al enviarlo, por si algo se cambia después.',
  look: 'Comprobarlo',
} satisfies MailHeadWords;
