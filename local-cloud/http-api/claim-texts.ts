/**
 * The claims of a token as an HTTP API hands them to a function: every one a text. A list is in brackets, with a space
 * between its members; an object is in brackets after `map`.
 */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${members.map(([name, member]) => `${name}:${textOf(member)}`).join(' ')}]`;
  }
  return value === null ? '<nil>' : String(value);
};

export const claimTexts = (claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, textOf(value)]));
