import type { Language } from '../../contracts/languages.ts';
import { refusalWords as cy } from '../cy/refusals.ts';
import { refusalWords as de } from '../de/refusals.ts';
import { refusalWords as en, type RefusalWords } from '../en/refusals.ts';
import { refusalWords as es } from '../es/refusals.ts';
import { refusalWords as fr } from '../fr/refusals.ts';

export const refusalWords: Readonly<Record<Language, Partial<RefusalWords>>> = { cy, de, en, es, fr };
