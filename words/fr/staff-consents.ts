import type { StaffConsentsWords } from '../en/staff-consents.ts';

export const staffConsentsWords: StaffConsentsWords = {
  lead: 'Les acheteurs qui nous ont permis de leur écrire au sujet d’autres spectacles, et ceux qui ont retiré leur accord. Une ligne par adresse : le dernier choix compte.',
  rule: 'Écrivez à ceux dont la ligne porte « yes » sous « may_be_written_to », et à personne d’autre. Reprenez le fichier avant chaque envoi. Chaque fichier est noté dans le journal.',
  get: 'Prendre le fichier',
  reading: (n) => `Lecture… ${n} jusqu’ici`,
  done: (n, m) => `Adresses dans le fichier : ${n}. On peut écrire à : ${m}.`,
  none: 'Personne ne l’a encore permis',
};
