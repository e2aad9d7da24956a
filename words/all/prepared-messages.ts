import type { Language } from '../../contracts/languages.ts';
import { preparedWords as cy } from '../cy/prepared-messages.ts';
import { preparedWords as de } from '../de/prepared-messages.ts';
import { preparedWords as en, type PreparedWords } from '../en/prepared-messages.ts';
import { preparedWords as es } from '../es/prepared-messages.ts';
import { preparedWords as fr } from '../fr/prepared-messages.ts';

export const preparedWords: Readonly<Record<Language, PreparedWords>> = { cy, de, en, es, fr };
