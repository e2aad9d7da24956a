import type { SeasonWords } from '../en/season.ts';
import { count, plural } from './written.ts';

export const seasonWords = {
  loading: 'Der Vorhang geht auf…',
  cancelled: 'Abgesagt',
  empty: 'Noch steht nichts auf dem Spielplan',
  emptyDetail: 'Die Spielzeit wird vorbereitet. Bitte kommen Sie bald wieder.',
  findOrder: 'Meine Bestellung finden',
  shows: 'Auf der Bühne',
  onSales: 'Vorverkauf',
  performances: (n) => plural(n, { one: '1 Vorstellung', other: `${count(n)} Vorstellungen` }),
  whoFor: (audience) => `Für ${audience}`,

  opensIn: 'Die Türen öffnen in',
  opensOn: (when) => `Die Türen öffnen: ${when}`,
  doorsOpen: 'Die Türen sind offen',
  until: (when) => `Bis ${when}`,
  joinLobby: 'Ins Foyer',
  joinLine: 'In die Warteschlange',
  toPlace: 'Zu Ihrem Platz in der Schlange',
  shopNow: 'Sie sind drin: Wählen Sie ein Stück',
  shopDetail: (audience) => `Ihre Zeit zum Einkaufen läuft (${audience}). Wählen Sie ein Stück und dann einen Termin.`,
  limit: (seats) => plural(seats, { one: '1 Platz pro Person', other: `bis zu ${count(seats)} Plätze pro Person` }),
} satisfies SeasonWords;
