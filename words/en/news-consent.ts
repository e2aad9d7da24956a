/*
 * What a buyer is asked at the checkout about news, word for word. Whoever changes label or detail in any language gives
 * the text a new id in contracts/news-texts.ts: each consent says which text it was given to.
 */
export const newsConsentWords = {
  label: 'Write to me about other shows',
  detail:
    'I may be written to by e-mail about new shows and offers. My order does not depend on it. I can take this back at any time, on the page of my order or at the box office.',
  title: 'News about other shows',
  given: (when: string) => `You allowed us to write to you about new shows and offers, on ${when}.`,
  takeBack: 'Take this back',
  takingBack: 'Taking it back…',
  takenBack: (when: string) => `We write to you about other shows no more. You took this back on ${when}.`,
  still: 'Mails about this order still come.',
};

export type NewsConsentWords = typeof newsConsentWords;
