import type { Language } from '../../../contracts/languages.ts';
import { answersWords } from '../../../words/all/answers.ts';
import { beaconWords } from '../../../words/all/beacon.ts';
import { boxOfficeWords } from '../../../words/all/box-office.ts';
import { hallWords } from '../../../words/all/hall.ts';
import { lineWords } from '../../../words/all/line.ts';
import { codeWords } from '../../../words/all/line-code.ts';
import { deviceWords } from '../../../words/all/line-devices.ts';
import { insideWords } from '../../../words/all/line-inside.ts';
import { joiningWords } from '../../../words/all/line-joining.ts';
import { laterWords } from '../../../words/all/line-later.ts';
import { slowerWords } from '../../../words/all/line-slower.ts';
import { newsConsentWords } from '../../../words/all/news-consent.ts';
import { orderWords } from '../../../words/all/order.ts';
import { plainWords } from '../../../words/all/plain.ts';
import { plainShopWords } from '../../../words/all/plain-shop.ts';
import { preparedWords } from '../../../words/all/prepared-messages.ts';
import { refusalWords } from '../../../words/all/refusals.ts';
import { seatWords } from '../../../words/all/seats.ts';
import { siteWords } from '../../../words/all/site.ts';
import { written } from '../../../words/all/written.ts';

/** The words of the page without JavaScript, in one language: words of its own, and those of the line page. */
export function plainWordsIn(language: Language) {
  return {
    ...plainWords[language],
    line: lineWords[language],
    inside: insideWords[language],
    later: { ...laterWords[language], ...slowerWords[language] },
    code: codeWords[language],
    joining: joiningWords[language],
    devices: deviceWords[language],
    answers: answersWords[language],
    beacon: beaconWords[language],
    boxOffice: boxOfficeWords[language],
    prepared: preparedWords[language],
    shop: plainShopWords[language],
    hall: hallWords[language],
    news: newsConsentWords[language],
    order: orderWords[language],
    seat: seatWords[language],
    trace: siteWords[language].trace,
    refusals: refusalWords[language],
    written: written[language],
  };
}

export type PlainPageWords = ReturnType<typeof plainWordsIn>;
