import type { Language } from '../../contracts/languages.ts';
import { answersWords as cy } from '../cy/answers.ts';
import { answersWords as de } from '../de/answers.ts';
import { type AnswersWords, answersWords as en } from '../en/answers.ts';
import { answersWords as es } from '../es/answers.ts';
import { answersWords as fr } from '../fr/answers.ts';

export const answersWords: Readonly<Record<Language, AnswersWords>> = { cy, de, en, es, fr };
