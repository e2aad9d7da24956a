import type { Language } from '../../contracts/languages.ts';
import { plainWords as cy } from '../cy/plain.ts';
import { plainWords as de } from '../de/plain.ts';
import { plainWords as en, type PlainWords } from '../en/plain.ts';
import { plainWords as es } from '../es/plain.ts';
import { plainWords as fr } from '../fr/plain.ts';

export const plainWords: Readonly<Record<Language, PlainWords>> = { cy, de, en, es, fr };
