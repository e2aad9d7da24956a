import type { ShowWords } from '../en/show.ts';
import { count, plural } from './written.ts';

export const showWords = {
  chooseDate: 'Wählen Sie einen Termin',
  all: 'Alle Termine',
  matinee: 'Nachmittags',
  evening: 'Abends',
  weekend: 'Am Wochenende',
  filter: 'Anzeigen',
  none: 'Keine Vorstellung dieser Art',
  noneDetail: 'Wählen Sie eine andere Art von Termin.',
  found: (n) => plural(n, { one: '1 Vorstellung', other: `${count(n)} Vorstellungen` }),
  from: (price) => `ab ${price}`,
  seats: 'Plätze wählen',
  line: 'Zur Warteschlange',
  lobby: 'Ins Foyer',
  cancelled: 'Abgesagt',
  movedFrom: (when) => `verlegt, vorher ${when}`,
  look: 'Plätze ansehen',
  closed: 'Nicht im Verkauf',
  saleFor: (audience) => `Für ${audience}`,
  opens: (when) => `Die Türen öffnen: ${when}`,
  openNow: 'Die Türen sind offen',
} satisfies ShowWords;
