import type { TicketsWords } from '../en/tickets.ts';
import { count } from './written.ts';

export const ticketsWords = {
  tickets: 'Todas las entradas en PDF',
  calendar: 'Añadir al calendario',
  fetching: 'Descargando…',
  proof: (concession) => `${concession}: traiga un justificante`,
  price: (price) => `Precio ${price}, sin recargos`,
  free: 'Gratis: la casa no pidió dinero',
  unpaid: 'sin pagar cuando se emitió',
  limit: (seats) => `límite de ${count(seats)} por persona`,
} satisfies TicketsWords;
