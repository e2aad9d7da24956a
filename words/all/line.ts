import type { Language } from '../../contracts/languages.ts';
import { lineWords as cy } from '../cy/line.ts';
import { lineWords as de } from '../de/line.ts';
import { lineWords as en, type LineWords } from '../en/line.ts';
import { lineWords as es } from '../es/line.ts';
import { lineWords as fr } from '../fr/line.ts';

export const lineWords: Readonly<Record<Language, LineWords>> = { cy, de, en, es, fr };
