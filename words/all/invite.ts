import type { Language } from '../../contracts/languages.ts';
import { inviteWords as cy } from '../cy/invite.ts';
import { inviteWords as de } from '../de/invite.ts';
import { inviteWords as en, type InviteWords } from '../en/invite.ts';
import { inviteWords as es } from '../es/invite.ts';
import { inviteWords as fr } from '../fr/invite.ts';

export const inviteWords: Readonly<Record<Language, InviteWords>> = { cy, de, en, es, fr };
