export const beaconWords = {
  'stand-in':
    'La fuente de azar de esta cola es un sustituto para ensayos, cuya clave puede tener cualquiera: el sorteo no está probado.',
  'not-public': 'La fuente de azar de esta cola no es una pública que aquí se conozca: el sorteo no está probado.',
  none: 'Esta cola no tiene una fuente pública de azar: el sorteo no está probado.',
};
