import type { Language } from '../../contracts/languages.ts';
import { orderWords as cy } from '../cy/order.ts';
import { orderWords as de } from '../de/order.ts';
import { orderWords as en, type OrderWords } from '../en/order.ts';
import { orderWords as es } from '../es/order.ts';
import { orderWords as fr } from '../fr/order.ts';

export const orderWords: Readonly<Record<Language, OrderWords>> = { cy, de, en, es, fr };
