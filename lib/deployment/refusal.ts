/**
 * What a deployment would do and must not do by accident. Each refusal has a phrase of its own, which names the stage or
 * the resource. Whoever means it types the phrase after `--although`.
 */
export interface DeployRefusal {
  readonly sentence: string;
  /** E.g. `replace Stampede-north-Ordering/OrderBookOrdersTable110F9F1F`. */
  readonly phrase: string;
}

export interface Judged {
  /** Those that nobody typed the phrase of. */
  readonly standing: readonly DeployRefusal[];
  /** Phrases that were typed and belong to none of these refusals. */
  readonly ofNone: readonly string[];
}

/** @param although phrases as they were typed: the whole phrase, letter by letter. */
export function judge(refusals: readonly DeployRefusal[], although: readonly string[]): Judged {
  const phrases = new Set(refusals.map(({ phrase }) => phrase));
  return {
    standing: refusals.filter(({ phrase }) => !although.includes(phrase)),
    ofNone: although.filter((typed) => !phrases.has(typed)),
  };
}

/** The text for a person. */
export function refusalText(refusals: readonly DeployRefusal[]): string {
  return [
    'Nothing more was deployed:',
    ...refusals.flatMap(({ sentence, phrase }) => [`  - ${sentence}`, `      If you mean it: --although "${phrase}"`]),
  ].join('\n');
}
