import type { Language } from '../../contracts/languages.ts';
import { seasonWords as cy } from '../cy/season.ts';
import { seasonWords as de } from '../de/season.ts';
import { seasonWords as en, type SeasonWords } from '../en/season.ts';
import { seasonWords as es } from '../es/season.ts';
import { seasonWords as fr } from '../fr/season.ts';

export const seasonWords: Readonly<Record<Language, SeasonWords>> = { cy, de, en, es, fr };
