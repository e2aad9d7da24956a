/**
 * Patterns of policies. `*` is any text and `?` any one character. In an arn they stay within the part between two
 * colons, unless the pattern ends there with `*`.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

export type Matcher = (text: string) => boolean;

const any: Matcher = () => true;

/** Each character that stands for more than itself is given as it is, for a text in which it stands for itself. */
const escaped = (text: string): string => text.replace(/[.+^${}()|[\]\\*?]/g, '\\$&');

/** @param literal parts of the pattern that a variable gave: their `*` and `?` are characters like others. */
export const textMatcher = (pattern: string, literal: readonly string[] = []): Matcher => {
  if (pattern === '*') return any;
  if (literal.length === 0 && !/[*?]/.test(pattern)) return (text) => text === pattern;
  const source = pattern
    .split(hole)
    .map((part) => escaped(part).replaceAll('\\*', '.*').replaceAll('\\?', '.'))
    .reduce((all, part, at) => `${all}${escaped(literal[at - 1] ?? '')}${part}`);
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
};

/** Stands in a pattern where a literal part comes. No policy can hold it. */
export const hole = '\u0000';

const partsOfArn = 6;

/** The parts of an arn; the last is the resource, whole. */
const partsOf = (arn: string): readonly string[] => {
  const parts = arn.split(':');
  return [...parts.slice(0, partsOfArn - 1), parts.slice(partsOfArn - 1).join(':')].slice(0, parts.length);
};

export const arnMatcher = (pattern: string, literal: readonly string[] = []): Matcher => {
  if (pattern === '*') return any;
  if (literal.length === 0 && !/[*?]/.test(pattern)) return (arn) => arn === pattern;
  const wanted = partsOf(pattern);
  let taken = 0;
  const matchers = wanted.map((part) => {
    const holes = part.split(hole).length - 1;
    taken += holes;
    return textMatcher(part, literal.slice(taken - holes, taken));
  });
  // A pattern that ends early with `*` goes on over all that follows.
  const isOpen = wanted.length < partsOfArn && (wanted.at(-1) ?? '').endsWith('*');
  return (arn) => {
    const parts = partsOf(arn);
    if (isOpen ? parts.length < wanted.length : parts.length !== wanted.length) return false;
    const compared = isOpen ? [...parts.slice(0, wanted.length - 1), parts.slice(wanted.length - 1).join(':')] : parts;
    return matchers.every((matches, at) => matches(compared[at] ?? ''));
  };
};

/** Actions have no case. */
export const actionMatcher = (pattern: string): Matcher => {
  const matches = textMatcher(pattern.toLowerCase());
  return (action) => matches(action.toLowerCase());
};
