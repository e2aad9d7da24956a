import type { Language } from '../../contracts/languages.ts';
import * as cy from '../cy/written.ts';
import * as de from '../de/written.ts';
import * as en from '../en/written.ts';
import * as es from '../es/written.ts';
import * as fr from '../fr/written.ts';

/** How a language writes dates, times, numbers and amounts. */
export type WrittenForms = typeof en;

export const written: Readonly<Record<Language, WrittenForms>> = { cy, de, en, es, fr };
