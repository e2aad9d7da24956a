import type { Language } from '../../contracts/languages.ts';
import { siteWords as cy } from '../cy/site.ts';
import { siteWords as de } from '../de/site.ts';
import { siteWords as en, type SiteWords } from '../en/site.ts';
import { siteWords as es } from '../es/site.ts';
import { siteWords as fr } from '../fr/site.ts';

export const siteWords: Readonly<Record<Language, SiteWords>> = { cy, de, en, es, fr };
