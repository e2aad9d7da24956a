import type { Language } from '../../contracts/languages.ts';
import { hallWords as cy } from '../cy/hall.ts';
import { hallWords as de } from '../de/hall.ts';
import { hallWords as en, type HallWords } from '../en/hall.ts';
import { hallWords as es } from '../es/hall.ts';
import { hallWords as fr } from '../fr/hall.ts';

export const hallWords: Readonly<Record<Language, HallWords>> = { cy, de, en, es, fr };
