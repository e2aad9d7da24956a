import type { Language } from '../../contracts/languages.ts';
import { slowerWords as cy } from '../cy/line-slower.ts';
import { slowerWords as de } from '../de/line-slower.ts';
import { slowerWords as en, type SlowerWords } from '../en/line-slower.ts';
import { slowerWords as es } from '../es/line-slower.ts';
import { slowerWords as fr } from '../fr/line-slower.ts';

export const slowerWords: Readonly<Record<Language, SlowerWords>> = { cy, de, en, es, fr };
