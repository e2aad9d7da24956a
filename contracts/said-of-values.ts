import type { z } from 'zod';

/**
 * The sentence about a field that is not of its form: it says what to send instead, and is short. The library that reads
 * forms has words of its own ("Invalid input: expected string, received number"). They say how a program read the field,
 * and not what a person should write. A form that says better itself is left its own words.
 *
 * A field that is not there is said to be missing, so that of several forms the one that was meant can be told
 * (`lambdas/foundation/fields.ts`).
 */
export function saidOfValue(issue: z.core.$ZodRawIssue): string {
  return issue.input === undefined ? `${missing}${wanted(issue)}` : wanted(issue);
}

export const missing = 'this is missing: ';

function wanted(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return aKind(`${issue.expected}`);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      return `${sizes[`${issue.origin}`]?.verb ?? 'write'} ${bound(issue.minimum, issue.inclusive ? 'at least' : 'more than', issue.origin)}`;
    case 'too_big':
      return `${sizes[`${issue.origin}`]?.verb ?? 'write'} ${bound(issue.maximum, issue.inclusive ? 'at most' : 'less than', issue.origin)}`;
    case 'not_multiple_of':
      return issue.divisor === 1 ? 'write a whole number' : `write a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'write it as the page /developers shows it';
    case 'unrecognized_keys':
      return `leave out ${issue.keys.join(', ')}: not known here`;
    case 'invalid_union':
      return discriminated(issue);
    case 'invalid_key':
      return 'use other names for what is in it: the page /developers has them';
    default:
      return 'send what the page /developers shows for this field';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'write a text, in quotation marks',
  number: 'write a number, without quotation marks',
  int: 'write a whole number, without quotation marks',
  boolean: 'write true or false, without quotation marks',
  array: 'write a list, in square brackets',
  tuple: 'write a list, in square brackets',
  object: 'write an object, in curly brackets',
  record: 'write an object, in curly brackets',
  null: 'write null',
};

const aKind = (expected: string): string =>
  kinds[expected] ?? (expected === 'undefined' || expected === 'never' ? 'leave this out' : 'write another value');

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `write ${shown(values[0])}` : `write one of ${values.map(shown).join(', ')}`;

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

const sizes: Readonly<Record<string, { readonly verb: string; readonly one: string; readonly many: string }>> = {
  string: { verb: 'write', one: 'character', many: 'characters' },
  array: { verb: 'name', one: 'entry', many: 'entries' },
};

function bound(limit: unknown, how: string, origin: unknown): string {
  const unit = sizes[`${origin}`];
  const words = unit === undefined ? '' : ` ${limit === 1 ? unit.one : unit.many}`;
  return `${how} ${String(limit)}${words}`;
}

const formats: Readonly<Record<string, string>> = {
  email: 'write an e-mail address such as ada@example.org',
  url: 'write a whole address that begins with https://',
  datetime: 'write a moment such as 2027-05-01T19:30:00Z',
  date: 'write a day such as 2027-05-01',
  time: 'write a time such as 19:30',
  e164: 'write a telephone number such as +442079460000',
};

/** Of forms that one field tells apart: what that field may say. */
function discriminated({ inst }: z.core.$ZodRawIssue): string {
  const { def, propValues } = (inst as z.core.$ZodType | undefined)?._zod ?? {};
  const by = (def as Partial<z.core.$ZodDiscriminatedUnionDef> | undefined)?.discriminator;
  const values = by === undefined ? undefined : propValues?.[by];
  return values
    ? oneOf([...values].filter((one) => one !== undefined))
    : 'send one of the forms on the page /developers';
}
