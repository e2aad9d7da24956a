import type { ProofWords } from '../en/line-proof.ts';

export const proofWords = {
  rewritten: 'Lo que publicó esta cola ha cambiado',
  rewrittenDetail:
    'Su navegador guardó lo que el tablón mostraba antes, y lo que muestra ahora no se sigue de ello. Eso no debe ocurrir nunca. Su lugar sigue siendo suyo. Vea qué es distinto y dígaselo a la taquilla:',
  joinAgain: 'Volver a entrar en la cola',
  joinAgainDetail: 'Conserva este comprobante: le espera en la página «Comprobar mi lugar».',
} satisfies ProofWords;
