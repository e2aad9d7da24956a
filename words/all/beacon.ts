import type { Language } from '../../contracts/languages.ts';
import { beaconWords as cy } from '../cy/beacon.ts';
import { beaconWords as de } from '../de/beacon.ts';
import { beaconWords as en } from '../en/beacon.ts';
import { beaconWords as es } from '../es/beacon.ts';
import { beaconWords as fr } from '../fr/beacon.ts';

export const beaconWords: Readonly<Record<Language, typeof en>> = { cy, de, en, es, fr };
