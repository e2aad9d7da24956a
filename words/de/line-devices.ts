import type { DeviceWords } from '../en/line-devices.ts';

export const deviceWords = {
  alone: 'Nur dieses Gerät hat Ihren Platz',
  many: 'Mehrere Geräte haben Ihren Platz',
  detail:
    'Wer weiß, womit Sie sich angestellt haben, hat Ihren Platz auch. Ist eines nicht Ihres? Nehmen Sie es heraus: Nach spätestens einer halben Minute fängt es nichts mehr an. Ein Gerät kann die herausnehmen, die nach ihm kamen.',
  kind: (browser, system) =>
    `${browser === 'other' ? 'anderer Browser' : browser} auf ${system === 'other' ? 'anderem System' : system}`,
  here: 'Dieses hier.',
  behind: 'Kommt nach den anderen.',
  end: 'Herausnehmen',
} satisfies DeviceWords;
