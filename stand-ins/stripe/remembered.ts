/*
 * Idempotency keys: the first answer under a key is its answer, a fault of Stripe's own included, and a key that was
 * used for something else is refused (docs.stripe.com, "Idempotent requests").
 */

export interface RememberedAnswer {
  readonly status: number;
  readonly body: object;
}

export interface Remembered {
  /** Runs the first time; later gives that answer again. */
  once(
    key: string,
    asked: string,
    act: () => RememberedAnswer,
  ): { readonly answer: RememberedAnswer; readonly replayed: boolean };
  /** As after a day. */
  forget(): void;
}

const reused: RememberedAnswer = {
  status: 400,
  body: {
    error: {
      type: 'idempotency_error',
      message:
        'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than the one you used for this request.',
    },
  },
};

export function rememberAnswers(): Remembered {
  const kept = new Map<string, { readonly asked: string; readonly answer: RememberedAnswer }>();
  return {
    once(key, asked, act) {
      const before = kept.get(key);
      if (before && before.asked !== asked) return { answer: reused, replayed: false };
      if (before) return { answer: before.answer, replayed: true };
      const answer = act();
      kept.set(key, { asked, answer });
      return { answer, replayed: false };
    },
    forget: () => kept.clear(),
  };
}
