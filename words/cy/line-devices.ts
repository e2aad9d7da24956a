import type { DeviceWords } from '../en/line-devices.ts';

export const deviceWords = {
  alone: 'Ar y ddyfais hon yn unig y mae eich lle',
  many: 'Mae eich lle ar sawl dyfais',
  detail:
    'Mae gan bwy bynnag a ŵyr sut y gwnaethoch ymuno eich lle hefyd. Onid eich un chi yw un ohonynt? Tynnwch hi i ffwrdd: o fewn hanner munud ni all ddechrau dim mwy. Gall dyfais dynnu’r rhai a ddaeth ar ei hôl.',
  kind: (browser, system) =>
    `${browser === 'other' ? 'porwr arall' : browser} ar ${system === 'other' ? 'system arall' : system}`,
  here: 'Hon.',
  behind: 'Daw ar ôl y lleill.',
  end: 'Tynnu i ffwrdd',
} satisfies DeviceWords;
