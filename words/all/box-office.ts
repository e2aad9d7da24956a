import type { Language } from '../../contracts/languages.ts';
import { boxOfficeWords as cy } from '../cy/box-office.ts';
import { boxOfficeWords as de } from '../de/box-office.ts';
import { boxOfficeWords as en } from '../en/box-office.ts';
import { boxOfficeWords as es } from '../es/box-office.ts';
import { boxOfficeWords as fr } from '../fr/box-office.ts';

export const boxOfficeWords: Readonly<Record<Language, typeof en>> = { cy, de, en, es, fr };
