import type { SlowerWords } from '../en/line-slower.ts';

export const slowerWords = {
  slower: 'Está en el carril lento',
  slowerDetail: 'Su número sigue siendo suyo. Entra unos minutos después de que lo llamen.',
  removed: 'Este lugar se ha retirado de la cola',
  removedDetail: 'Con él no se puede entrar.',
  why: {
    'many-from-one-address':
      'Desde su dirección de red se tomaron muchísimos lugares, con algo que no parecía un navegador.',
    'not-a-browser': 'El lugar se tomó con algo que no parecía un navegador.',
    staff: 'Así lo decidió la taquilla.',
  },
  reason: (code) => `Motivo: ${code}`,
  appeal: '¿No es así? Díganoslo y lo mirará una persona.',
  appealHint: 'En una o dos frases; 500 caracteres como máximo.',
  appealSend: 'Enviar',
  appealing: 'Enviando…',
  appealed: 'Tenemos su mensaje',
  appealedDetail: 'Lo mira una persona de la taquilla. Si le da la razón, su lugar vuelve a ser como antes.',
} satisfies SlowerWords;
