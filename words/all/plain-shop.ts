import type { Language } from '../../contracts/languages.ts';
import { plainShopWords as cy } from '../cy/plain-shop.ts';
import { plainShopWords as de } from '../de/plain-shop.ts';
import { plainShopWords as en, type PlainShopWords } from '../en/plain-shop.ts';
import { plainShopWords as es } from '../es/plain-shop.ts';
import { plainShopWords as fr } from '../fr/plain-shop.ts';

export const plainShopWords: Readonly<Record<Language, PlainShopWords>> = { cy, de, en, es, fr };
