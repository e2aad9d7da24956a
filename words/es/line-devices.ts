import type { DeviceWords } from '../en/line-devices.ts';

export const deviceWords = {
  alone: 'Su lugar está solo en este dispositivo',
  many: 'Su lugar está en varios dispositivos',
  detail:
    'Quien sabe con qué entró usted en la cola tiene también su lugar. ¿Alguno no es suyo? Quítelo: en medio minuto como mucho no empieza nada más. Un dispositivo puede quitar los que llegaron después.',
  kind: (browser, system) =>
    `${browser === 'other' ? 'otro navegador' : browser} en ${system === 'other' ? 'otro sistema' : system}`,
  here: 'Este.',
  behind: 'Va después de los demás.',
  end: 'Quitar',
} satisfies DeviceWords;
