import type { Language } from '../../contracts/languages.ts';
import { seatWords as cy } from '../cy/seats.ts';
import { seatWords as de } from '../de/seats.ts';
import { seatWords as en, type SeatWords } from '../en/seats.ts';
import { seatWords as es } from '../es/seats.ts';
import { seatWords as fr } from '../fr/seats.ts';

export const seatWords: Readonly<Record<Language, SeatWords>> = { cy, de, en, es, fr };
