import type { Language } from '../../contracts/languages.ts';
import { showWords as cy } from '../cy/show.ts';
import { showWords as de } from '../de/show.ts';
import { showWords as en, type ShowWords } from '../en/show.ts';
import { showWords as es } from '../es/show.ts';
import { showWords as fr } from '../fr/show.ts';

export const showWords: Readonly<Record<Language, ShowWords>> = { cy, de, en, es, fr };
