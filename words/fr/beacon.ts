export const beaconWords = {
  'stand-in':
    'La source de hasard de cette file est une doublure de répétition, dont n’importe qui peut avoir la clé : le tirage n’est pas prouvé.',
  'not-public':
    'La source de hasard de cette file n’est pas une source publique connue ici : le tirage n’est pas prouvé.',
  none: 'Cette file n’a pas de source publique de hasard : le tirage n’est pas prouvé.',
};
