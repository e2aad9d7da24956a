import type { TicketsWords } from '../en/tickets.ts';

export const ticketsWords = {
  tickets: 'Tous les billets en PDF',
  calendar: 'Ajouter à l’agenda',
  fetching: 'Chargement…',
  proof: (concession) => `${concession} : justificatif à présenter`,
} satisfies TicketsWords;
