import type { TicketsWords } from '../en/tickets.ts';
import { count } from './written.ts';

export const ticketsWords = {
  tickets: 'Tous les billets en PDF',
  calendar: 'Ajouter à l’agenda',
  fetching: 'Chargement…',
  proof: (concession) => `${concession} : justificatif à présenter`,
  price: (price) => `Prix ${price}, sans aucun supplément`,
  free: 'Gratuit : la maison n’a pas demandé d’argent',
  unpaid: 'pas encore payé à l’émission',
  limit: (seats) => `${count(seats)} au plus par personne`,
} satisfies TicketsWords;
