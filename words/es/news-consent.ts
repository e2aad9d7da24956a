import type { NewsConsentWords } from '../en/news-consent.ts';

export const newsConsentWords: NewsConsentWords = {
  label: 'Escríbanme sobre otros espectáculos',
  detail:
    'Se me puede escribir por correo electrónico sobre nuevos espectáculos y ofertas. Mi pedido no depende de ello. Puedo retirarlo en cualquier momento, en la página de mi pedido o en la taquilla.',
  title: 'Noticias de otros espectáculos',
  given: (when) => `El ${when} nos permitió escribirle sobre nuevos espectáculos y ofertas.`,
  takeBack: 'Retirar el permiso',
  takingBack: 'Retirando…',
  takenBack: (when) => `Ya no le escribimos sobre otros espectáculos. Retiró el permiso el ${when}.`,
  still: 'Los correos sobre este pedido siguen llegando.',
};
