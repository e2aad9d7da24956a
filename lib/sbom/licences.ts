import type { Sbom } from './sbom.ts';

/**
 * Licences under which a package may be delivered: they ask to be named, and nothing of what is delivered with them. Those of
 * typefaces ask that a typeface is not sold by itself. Another one is a decision: write it here with what it asks.
 */
export const licencesAllowed: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
];

/** Packages whose `package.json` is silent: what their own file LICENSE says. Of that version alone. */
export const licencesRead: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' };

/** `name: licence` of each package under another one. Of `A OR B` one is enough, of `A AND B` both are needed. */
export function licencesNotAllowed({ components }: Sbom): readonly string[] {
  return components.flatMap(({ name, licenses = [] }) =>
    licenses
      .map((each) => ('license' in each ? each.license.id : each.expression))
      .filter((spdx) => !isAllowed(spdx))
      .map((spdx) => `${name}: ${spdx}`),
  );
}

const isAllowed = (spdx: string): boolean =>
  spdx
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((either) => either.split(' AND ').every((each) => licencesAllowed.includes(each)));
