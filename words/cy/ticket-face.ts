import type { FaceWords } from '../en/ticket-face.ts';
import { count } from './written.ts';

export const faceWords = {
  row: 'Rhes',
  seat: 'Sedd',
  standing: 'Sefyll',
  unreserved: 'Eisteddwch lle mynnwch',
  proof: 'Dewch â phrawf',
  number: (n, of) => `Tocyn ${count(n)} o ${count(of)}`,
  reference: (reference) => `Cyfeirnod ${reference}`,
  title: (reference) => `Tocynnau ${reference}`,
  terms:
    'Mae pob cod yn agor y drws unwaith, i’r cyntaf sy’n ei ddangos: peidiwch â’i rannu. Nid yw’n werth dim wedi i’r archeb gael ei chanslo neu’r sedd gael ei chyfnewid.',
} satisfies FaceWords;
