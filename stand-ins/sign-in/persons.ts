import { createHash } from 'node:crypto';

/** Somebody of the house, as the stand-in signs them in. There is one for each role. */
export interface Person {
  /** Names them for ever, as an issuer does. */
  readonly subject: string;
  readonly role: string;
  /** What they do there, in a few words. */
  readonly does: string;
  readonly name: string;
  readonly email: string;
}

const house: readonly (readonly [role: string, name: string, does: string])[] = [
  ['owner', 'Ruth Okafor', 'decides who may do what'],
  ['programmer', 'Tomás Herrera', 'puts shows and dates on'],
  ['marketing', 'Amélie Laurent', 'words, pictures, announcements'],
  ['box-office', 'Dafydd Pryce', 'sells and changes orders'],
  ['box-office-supervisor', 'Ingrid Vogel', 'refunds, and the evening’s devices'],
  ['steward', 'Samuel Adeyemi', 'scans tickets at the door'],
  ['ops', 'Mei-Ling Tan', 'runs the line on the morning'],
  ['partner', 'Olivia Brandt', 'a sponsor’s own seats'],
  ['auditor', 'Henry Ashworth', 'reads what was done, changes nothing'],
];

/** As an issuer makes subjects: a UUID. The same for a person after every start. */
const subjectOf = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const addressOf = (name: string) =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')}@example.org`;

export const persons: readonly Person[] = house.map(([role, name, does]) => ({
  subject: subjectOf(name),
  role,
  does,
  name,
  email: addressOf(name),
}));

export const personOf = (subject: string | undefined): Person | undefined =>
  persons.find((person) => person.subject === subject);
