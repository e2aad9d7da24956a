import type { TicketsWords } from '../en/tickets.ts';

export const ticketsWords = {
  tickets: 'Todas las entradas en PDF',
  calendar: 'Añadir al calendario',
  fetching: 'Descargando…',
  proof: (concession) => `${concession}: traiga un justificante`,
} satisfies TicketsWords;
