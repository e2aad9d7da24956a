import type { ProofWords } from '../en/line-proof.ts';

export const proofWords = {
  rewritten: 'Ce que cette file a publié a changé',
  rewrittenDetail:
    'Votre navigateur a gardé ce que le tableau montrait auparavant, et ce qu’il montre maintenant n’en découle pas. Cela ne doit jamais arriver. Votre place reste la vôtre. Regardez ce qui diffère, et dites-le à la billetterie :',
  joinAgain: 'Entrer de nouveau dans la file',
  joinAgainDetail: 'Vous gardez ce reçu : il vous attend sur la page « Vérifier ma place ».',
} satisfies ProofWords;
