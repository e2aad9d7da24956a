import type { Language } from '../../contracts/languages.ts';
import { orderMailWords as cy } from '../cy/order-mails.ts';
import { orderMailWords as de } from '../de/order-mails.ts';
import { orderMailWords as en, type OrderMailWords } from '../en/order-mails.ts';
import { orderMailWords as es } from '../es/order-mails.ts';
import { orderMailWords as fr } from '../fr/order-mails.ts';

export const orderMailWords: Readonly<Record<Language, OrderMailWords>> = { cy, de, en, es, fr };
