import type { TicketsWords } from '../en/tickets.ts';

export const ticketsWords = {
  tickets: 'Alle Karten als PDF',
  calendar: 'In den Kalender eintragen',
  fetching: 'Wird geladen…',
  proof: (concession) => `${concession}: bitte Nachweis mitbringen`,
} satisfies TicketsWords;
