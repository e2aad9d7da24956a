/**
 * What somebody brought, inside a sentence of ours: a name in Hebrew or Arabic keeps its own direction and does not turn
 * the words beside it. In text alone that is said by two signs that nobody sees (Unicode FSI and PDI), as `<bdi>` says it
 * in HTML. Other names stay as they are.
 */
export function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/.test(text)
    ? `\u2068${text}\u2069`
    : text;
}
