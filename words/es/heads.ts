import type { Heads } from '../en/heads.ts';

export const heads = {
  every: {
    noscript: 'Esta página necesita JavaScript.',
    home: 'Taquilla',
    plainPage: 'La página sencilla de la cola funciona sin él',
  },
  index: { title: 'Temporada', description: 'Qué hay en cartel y cuándo se abren las puertas.' },
  show: { title: 'Espectáculo', description: 'Funciones y precios.' },
  line: {
    title: 'La cola',
    plain: '¿Aún nada? Vaya a la página sencilla.',
  },
  hall: { title: 'Elija sus asientos', description: 'Elija sus asientos.' },
  checkout: { title: 'Finalizar la compra', description: 'Su pedido.' },
  order: { title: 'Su pedido', description: 'Su pedido y sus entradas.' },
  check: { title: 'Comprobar mi lugar', description: 'Calcule usted su lugar a partir de los archivos publicados.' },
  ledger: { title: 'El registro', description: 'Cada acto sobre la cola, y la prueba de que ninguno se ha cambiado.' },
  staff: { title: 'Para la casa', description: 'Donde el personal de la casa inicia sesión.' },
  '404': {
    title: 'No está en cartel',
    heading: 'Esto no está en cartel',
    detail: 'No hay nada en esta dirección. Puede que se haya retirado, o que la dirección tenga una errata.',
    toSeason: 'Ver toda la temporada',
  },
} satisfies Heads;
