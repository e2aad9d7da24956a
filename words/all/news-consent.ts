import type { Language } from '../../contracts/languages.ts';
import { newsConsentWords as cy } from '../cy/news-consent.ts';
import { newsConsentWords as de } from '../de/news-consent.ts';
import { newsConsentWords as en, type NewsConsentWords } from '../en/news-consent.ts';
import { newsConsentWords as es } from '../es/news-consent.ts';
import { newsConsentWords as fr } from '../fr/news-consent.ts';

export const newsConsentWords: Readonly<Record<Language, NewsConsentWords>> = { cy, de, en, es, fr };
