import LineBreaker from 'linebreak';

/*
 * Where a line may end: Unicode's rules (UAX 14), as browsers have them. Thai, Lao, Khmer and Burmese put no spaces between
 * words; there a dictionary finds the words.
 */

const spaceless = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
let words: Intl.Segmenter | undefined;

/** Code units that a new line may begin with, in ascending order, and the end of the text. */
export function breaksOf(text: string): readonly number[] {
  const breaks = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position);
  if (spaceless.test(text)) {
    words ??= new Intl.Segmenter('th', { granularity: 'word' });
    for (const { segment, index, isWordLike } of words.segment(text))
      if (isWordLike && spaceless.test(segment) && spaceless.test(text.charAt(index - 1))) breaks.add(index);
  }
  breaks.add(text.length);
  return [...breaks].sort((a, b) => a - b);
}
