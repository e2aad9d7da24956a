import type { Language } from '../../contracts/languages.ts';
import { mailHeadWords as cy } from '../cy/mail-head.ts';
import { mailHeadWords as de } from '../de/mail-head.ts';
import { mailHeadWords as en, type MailHeadWords } from '../en/mail-head.ts';
import { mailHeadWords as es } from '../es/mail-head.ts';
import { mailHeadWords as fr } from '../fr/mail-head.ts';

export const mailHeadWords: Readonly<Record<Language, MailHeadWords>> = { cy, de, en, es, fr };
