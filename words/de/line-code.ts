import type { CodeWords } from '../en/line-code.ts';

export const codeWords = {
  title: 'Ein Code von der Kasse',
  detail:
    'Die Kasse sagt ihn Ihnen, wenn das Gerät mit Ihrem Platz verloren oder kaputt ist. Ihr Platz kommt mit seiner Nummer auf dieses Gerät. Die anderen Geräte verlieren ihn.',
  label: 'Der Code',
  hint: 'Acht Buchstaben, zehn Minuten lang gültig.',
  take: 'Meinen Platz hierher holen',
  taking: 'Wird geholt…',
} satisfies CodeWords;
