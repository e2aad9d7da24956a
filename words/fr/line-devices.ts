import type { DeviceWords } from '../en/line-devices.ts';

export const deviceWords = {
  alone: 'Votre place n’est que sur cet appareil',
  many: 'Votre place est sur plusieurs appareils',
  detail:
    'Qui sait avec quoi vous êtes entré dans la file a aussi votre place. L’un d’eux n’est pas à vous ? Retirez-le. Au bout d’une demi-minute au plus, il ne commence plus rien. Un appareil peut retirer ceux qui sont venus après lui.',
  kind: (browser, system) =>
    `${browser === 'other' ? 'autre navigateur' : browser} sur ${system === 'other' ? 'un autre système' : system}`,
  here: 'Celui-ci.',
  behind: 'Passe après les autres.',
  end: 'Retirer',
} satisfies DeviceWords;
