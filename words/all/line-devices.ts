import type { Language } from '../../contracts/languages.ts';
import { deviceWords as cy } from '../cy/line-devices.ts';
import { deviceWords as de } from '../de/line-devices.ts';
import { type DeviceWords, deviceWords as en } from '../en/line-devices.ts';
import { deviceWords as es } from '../es/line-devices.ts';
import { deviceWords as fr } from '../fr/line-devices.ts';

export const deviceWords: Readonly<Record<Language, DeviceWords>> = { cy, de, en, es, fr };
