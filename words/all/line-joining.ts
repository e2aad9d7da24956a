import type { Language } from '../../contracts/languages.ts';
import { joiningWords as cy } from '../cy/line-joining.ts';
import { joiningWords as de } from '../de/line-joining.ts';
import { joiningWords as en, type JoiningWords } from '../en/line-joining.ts';
import { joiningWords as es } from '../es/line-joining.ts';
import { joiningWords as fr } from '../fr/line-joining.ts';

export const joiningWords: Readonly<Record<Language, JoiningWords>> = { cy, de, en, es, fr };
