import { createHash } from 'node:crypto';
import { hasPlain, plainLetters } from '../../rules/folded.ts';

/*
 * A name as an id: lower-case letters, digits and hyphens, at most 64 characters. Accents fall away (`Élysée` is `elysee`),
 * and Latin letters without an accent to take off are written out (`Łódź` is `lodz`).
 *
 * Letters of other scripts fall away too, and would take with them what tells two names apart: `Ложа 1` and `Балкон 1`
 * would both be `1`. So an id whose name has lost a letter ends in eight digits of the name's hash. It depends on the
 * name alone: another name beside it changes nothing, and the same plan has the same ids for ever.
 */

/** Empty if no letter or digit remains. */
export function plainSlug(name: string): string {
  return slugged(latin(name));
}

/** `kind` stands for a name of which no letter or digit remains, e.g. `section` in `section-1f0c9a3e`. Empty only for a name without any. */
export function slugOf(name: string, kind: string): string {
  const left = latin(name);
  const plain = slugged(left);
  if (!/[\p{L}\p{N}]/u.test(left.replace(/[a-z0-9]/g, ''))) return plain;
  const hash = createHash('sha256').update(name.normalize('NFKC').toLowerCase().trim()).digest('hex').slice(0, 8);
  return `${slugged(plain.slice(0, 55)) || kind}-${hash}`;
}

/** In lower case, without accents where letters have them as marks, Latin ones written out. */
function latin(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(hasPlain, (letter) => plainLetters[letter] ?? letter);
}

function slugged(name: string): string {
  return name
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
}
