/** Values of functions' variables that whoever starts the cloud gives in place of those of the templates. */
import type { Stack } from '../assembly/template.ts';

const variableNames = ({ template }: Stack): readonly string[] =>
  Object.values(template.Resources ?? {})
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .flatMap(({ Properties }) => {
      const { Variables = {} } = (Properties?.Environment ?? {}) as { readonly Variables?: object };
      return Object.keys(Variables);
    });

/** The sentence for names that no function has, so that a misspelt one is not skipped; undefined if there are none. */
export const unknownVariables = (
  stacks: readonly Stack[],
  given: Readonly<Record<string, string>>,
): string | undefined => {
  const known = new Set(stacks.flatMap(variableNames));
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  return unknown.length > 0 ? `No function has a variable ${unknown.join(', ')} that could be given.` : undefined;
};
