import type { SeasonWords } from '../en/season.ts';
import { count, plural } from './written.ts';

export const seasonWords = {
  cancelled: 'Abgesagt',
  empty: 'Noch steht nichts auf dem Spielplan',
  emptyDetail: 'Die Spielzeit wird vorbereitet. Bitte kommen Sie bald wieder.',
  plainPage: 'Ohne Skript? Zur einfachen Seite der Warteschlange',
  findOrder: 'Meine Bestellung finden',
  shows: 'Auf der Bühne',
  onSales: 'Vorverkauf',
  performances: (n) => plural(n, { one: '1 Vorstellung', other: `${count(n)} Vorstellungen` }),
  whoFor: (audience) => `Für ${audience}`,

  opensIn: 'Die Türen öffnen in',
  opens: 'Die Türen öffnen',
  doorsOpen: 'Die Türen sind offen',
  until: (when) => `Bis ${when}`,
  joinLobby: 'Ins Foyer',
  joinLine: 'In die Warteschlange',
  toPlace: 'Zu Ihrem Platz in der Schlange',
  shopNow: 'Sie sind drin: Wählen Sie ein Stück',
  limit: (seats) => plural(seats, { one: '1 Platz pro Person', other: `bis zu ${count(seats)} Plätze pro Person` }),
} satisfies SeasonWords;
