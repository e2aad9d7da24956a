import type { CodeWords } from '../en/line-code.ts';

export const codeWords = {
  title: 'Un código de la taquilla',
  detail:
    'La taquilla lo dice por teléfono si el dispositivo que tiene su lugar se perdió o se rompió. Su lugar pasa a este dispositivo, con su número. Los demás dispositivos lo pierden.',
  label: 'Código',
  hint: 'Ocho letras, válidas diez minutos.',
  take: 'Traer mi lugar aquí',
  taking: 'Un momento…',
} satisfies CodeWords;
