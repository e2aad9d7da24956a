import type { TicketsWords } from '../en/tickets.ts';
import { count } from './written.ts';

export const ticketsWords = {
  tickets: 'Alle Karten als PDF',
  calendar: 'In den Kalender eintragen',
  fetching: 'Wird geladen…',
  proof: (concession) => `${concession}: bitte Nachweis mitbringen`,
  price: (price) => `Preis ${price}, ohne Aufschlag`,
  free: 'Kostenlos: das Haus hat kein Geld verlangt',
  unpaid: 'bei der Ausgabe noch nicht bezahlt',
  limit: (seats) => `höchstens ${count(seats)} je Person`,
} satisfies TicketsWords;
