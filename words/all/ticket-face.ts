import type { Language } from '../../contracts/languages.ts';
import { faceWords as cy } from '../cy/ticket-face.ts';
import { faceWords as de } from '../de/ticket-face.ts';
import { faceWords as en, type FaceWords } from '../en/ticket-face.ts';
import { faceWords as es } from '../es/ticket-face.ts';
import { faceWords as fr } from '../fr/ticket-face.ts';

export type { FaceWords };

export const faceWords: Readonly<Record<Language, FaceWords>> = { cy, de, en, es, fr };
