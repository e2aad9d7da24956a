import type { NewsConsentWords } from '../en/news-consent.ts';

export const newsConsentWords: NewsConsentWords = {
  label: 'Ysgrifennwch ataf am sioeau eraill',
  detail:
    'Ceir e-bostio ataf am sioeau newydd a chynigion. Nid yw fy archeb yn dibynnu ar hynny. Gallaf dynnu hyn yn ôl unrhyw bryd, ar dudalen fy archeb neu yn y swyddfa docynnau.',
  title: 'Newyddion am sioeau eraill',
  given: (when) => `Ar ${when}, rhoesoch ganiatâd i ni ysgrifennu atoch am sioeau newydd a chynigion.`,
  takeBack: 'Tynnu hyn yn ôl',
  takingBack: 'Yn ei dynnu yn ôl…',
  takenBack: (when) => `Nid ydym yn ysgrifennu atoch am sioeau eraill mwyach. Tynnoch hyn yn ôl ar ${when}.`,
  still: 'Bydd e-byst am yr archeb hon yn dal i ddod.',
};
