import type { Language } from '../../contracts/languages.ts';
import { laterWords as cy } from '../cy/line-later.ts';
import { laterWords as de } from '../de/line-later.ts';
import { laterWords as en, type LaterWords } from '../en/line-later.ts';
import { laterWords as es } from '../es/line-later.ts';
import { laterWords as fr } from '../fr/line-later.ts';

export const laterWords: Readonly<Record<Language, LaterWords>> = { cy, de, en, es, fr };
