import type { SiteWords } from '../en/site.ts';

export const siteWords = {
  timeLeft: 'Tiempo para comprar',
  footer: 'Una cola justa, por sorteo. Nadie puede comprar ni vender un lugar, ni saltarse la cola.',
  languages: 'Idioma',
  tryAgain: 'Volver a intentarlo',
  toSeason: 'Ver toda la temporada',
  missing: 'Esto no está en cartel',
  missingDetail: 'Puede que se haya retirado, o que la dirección tenga una errata.',
  unreachable: 'No podemos comunicar con la taquilla',
  unreachableDetail: 'Puede ser su conexión o la nuestra. No ha perdido nada: espere un momento y vuelva a intentarlo.',
  trace: 'Para nuestro equipo:',
} satisfies SiteWords;
