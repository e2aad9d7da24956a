import type { ForgetfulWords } from '../en/forgetful.ts';

export const forgetfulWords: ForgetfulWords = {
  title: 'Nid yw’r porwr hwn yn cadw dim i ni',
  detail:
    'Byddai eich lle yn diflannu cyn gynted ag y caeir y dudalen hon. Gadewch i’r wefan hon gadw data, a llwythwch y dudalen eto. Os yw’ch porwr yn derbyn cwcis, gallwch ymuno ar y dudalen syml hefyd.',
  toPlain: 'I’r dudalen syml',
  inApp: 'Rydych chi ym mhorwr ap',
  inAppDetail:
    'Gall anghofio eich lle cyn gynted ag y caewch ef. Agorwch y dudalen hon ym mhorwr eich ffôn, o ddewislen yr ap, ac ymunwch yno.',
};
