import type { BasketWords } from '../en/basket.ts';

export const basketWords = {
  left: 'Noch Ihre für',
  more: 'Mehr Zeit',
  asking: 'Mehr Zeit wird erbeten…',
  once: 'Einmal können Sie um mehr Zeit bitten.',
  given: 'Sie haben schon mehr Zeit bekommen: Dies ist der Rest.',
  atZero:
    'Bei 0:00 sind die Plätze für andere frei. Solange Ihre Zeit zum Einkaufen reicht, können Sie noch einmal wählen.',
  soon: (left) => `Noch ${left} für Ihre Plätze.`,
  over: 'Die Zeit für Ihre Plätze ist um',
  overDetail: 'Sie sind wieder frei und vielleicht noch da: Gehen Sie zurück zum Plan und lassen Sie sie neu halten.',
  back: 'Zurück zu den Plätzen',
} satisfies BasketWords;
