import type { Language } from '../../contracts/languages.ts';
import { codeWords as cy } from '../cy/line-code.ts';
import { codeWords as de } from '../de/line-code.ts';
import { type CodeWords, codeWords as en } from '../en/line-code.ts';
import { codeWords as es } from '../es/line-code.ts';
import { codeWords as fr } from '../fr/line-code.ts';

export const codeWords: Readonly<Record<Language, CodeWords>> = { cy, de, en, es, fr };
