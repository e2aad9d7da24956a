import type { ProofWords } from '../en/line-proof.ts';

export const proofWords = {
  rewritten: 'Mae’r hyn a gyhoeddodd y ciw hwn wedi newid',
  rewrittenDetail:
    'Cadwodd eich porwr yr hyn a ddangosai’r bwrdd o’r blaen, ac nid yw’r hyn a ddengys nawr yn dilyn ohono. Ni ddylai hynny ddigwydd byth. Eich lle chi yw eich lle o hyd. Gwelwch beth sy’n wahanol, a dywedwch wrth y swyddfa docynnau:',
  joinAgain: 'Ymuno eto',
  joinAgainDetail: 'Fe gadwch y dderbynneb hon: mae’n barod ar y dudalen “Gwirio fy lle”.',
} satisfies ProofWords;
