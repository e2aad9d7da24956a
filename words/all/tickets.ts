import type { Language } from '../../contracts/languages.ts';
import { ticketsWords as cy } from '../cy/tickets.ts';
import { ticketsWords as de } from '../de/tickets.ts';
import { ticketsWords as en, type TicketsWords } from '../en/tickets.ts';
import { ticketsWords as es } from '../es/tickets.ts';
import { ticketsWords as fr } from '../fr/tickets.ts';

export const ticketsWords: Readonly<Record<Language, TicketsWords>> = { cy, de, en, es, fr };
