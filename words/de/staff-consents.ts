import type { StaffConsentsWords } from '../en/staff-consents.ts';

export const staffConsentsWords: StaffConsentsWords = {
  lead: 'Käuferinnen und Käufer, die uns Nachrichten über andere Vorstellungen erlaubt haben, und solche, die das zurückgenommen haben. Eine Zeile je Adresse: was zuletzt geschah, zählt.',
  rule: 'Schreiben Sie denen, in deren Zeile „may_be_written_to“ „yes“ ist, und niemandem sonst. Holen Sie die Datei vor jedem Versand neu. Jede Datei wird im Protokoll festgehalten.',
  get: 'Datei holen',
  reading: (n) => `Wird gelesen … bisher ${n}`,
  done: (n, m) => `Adressen in der Datei: ${n}. Angeschrieben werden dürfen: ${m}.`,
  none: 'Noch niemand hat es erlaubt',
};
