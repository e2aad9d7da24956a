import { chanceAt } from './random.ts';

/*
 * A made-up roster. A member number is seven digits and a check digit (Luhn, as on bank cards), so that a slip of the
 * finger shows before it is sent. Postcodes look British. Each member is computed from seed and number in the roster
 * alone, so a rehearsal knows its fans without reading a file.
 */

export interface RosterMember {
  readonly member: string;
  readonly postcode: string;
}

export function generateRoster(count: number, seed: number): readonly RosterMember[] {
  return Array.from({ length: count }, (_, n) => memberAt(n, seed));
}

/** The n-th member, from 0. Of one seed no two of the first nine million share a number. */
export function memberAt(n: number, seed: number): RosterMember {
  // 7919 is prime to 9,000,000: n runs over every seven-digit number before one comes again.
  const digits = `${1_000_000 + ((n * 7919 + seed * 104_729) % 9_000_000)}`;
  return { member: digits + checkDigitOf(digits), postcode: postcodeAt(n, seed) };
}

/** Whether the last digit fits the others. */
export function checks(member: string): boolean {
  return /^\d{8}$/.test(member) && checkDigitOf(member.slice(0, -1)) === member.at(-1);
}

function checkDigitOf(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${(10 - (sum % 10)) % 10}`;
}

const areas = 'B BA BN BS CB CF CT DE EX GL GU HP LE LS M NG NR OX PL PO RG RH SE SN SO SW TA TN TQ W'.split(' ');
/** The letters of the second half of a British postcode. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

function postcodeAt(n: number, seed: number): string {
  const one = (from: string | readonly string[], chance: number) =>
    from[Math.floor(chanceAt(seed * 8 + chance, n) * from.length)] ?? '';
  const district = 1 + Math.floor(chanceAt(seed * 8 + 1, n) * 24);
  return `${one(areas, 2)}${district} ${one('0123456789', 3)}${one(letters, 4)}${one(letters, 5)}`;
}
