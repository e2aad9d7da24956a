/**
 * A name as an id: lower-case letters, digits and hyphens, at most 64 characters. Accents fall away
 * (`Élysée` is `elysee`). Empty if the name has no letter or digit that remains.
 */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
}
