import type { Language } from '../../contracts/languages.ts';
import { insideWords as cy } from '../cy/line-inside.ts';
import { insideWords as de } from '../de/line-inside.ts';
import { insideWords as en, type InsideWords } from '../en/line-inside.ts';
import { insideWords as es } from '../es/line-inside.ts';
import { insideWords as fr } from '../fr/line-inside.ts';

export const insideWords: Readonly<Record<Language, InsideWords>> = { cy, de, en, es, fr };
