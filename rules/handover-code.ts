/*
 * The code by which a fan takes their place along to another device. The box office says it on the telephone, and the fan
 * types it. It has consonants alone, so that it spells no word; and none that is written or read like another: no I beside
 * L, no O beside Q, no U beside V, no Y. How it is typed does not count: small letters, spaces and hyphens.
 *
 * The sum: 20 letters, eight times, are 25,600,000,000 codes. With fifty that are good at once, somebody who guesses from
 * ten thousand addresses, twenty times each in ten minutes, hits one with a chance of one in 2,500.
 */
export const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ';
export const codeLength = 8;

/** Milliseconds: as long as a call lasts. */
export const codeLastsMs = 600_000;

const isCode = new RegExp(`^[${codeLetters}]{${codeLength}}$`);

/** The code that was typed; undefined if it cannot be one. */
export function codeTyped(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '');
  return isCode.test(text) ? text : undefined;
}

/** As it is read and typed: two groups of four. */
export function codeShown(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code that a number leads to. Of two numbers that are far larger than all codes, each code is as likely as another. */
export function codeOfNumber(number: bigint): string {
  const base = BigInt(codeLetters.length);
  let left = number;
  let code = '';
  for (let at = 0; at < codeLength; at += 1) {
    code += codeLetters[Number(left % base)];
    left /= base;
  }
  return code;
}
