import type { ConsentPage } from '../contracts/news-consent.ts';

/*
 * Whom the venue may write to about other shows: one row an address, though it may have many orders. What its buyer did
 * last counts: whoever took their consent back on one order is written to no more, until they say yes again. An order
 * without a tick says nothing.
 */

type OneConsent = ConsentPage['consents'][number];

const lastActAt = ({ givenAt, takenBackAt = givenAt }: OneConsent): number => Math.max(givenAt, takenBackAt);

/** The last that each address did. Addresses are compared as people mean them. */
export function consentsNow(all: readonly OneConsent[]): readonly OneConsent[] {
  const last = new Map<string, OneConsent>();
  for (const one of all) {
    const address = one.email.toLowerCase();
    const before = last.get(address);
    if (!before || lastActAt(before) <= lastActAt(one)) last.set(address, one);
  }
  return [...last.values()].sort((a, b) => a.givenAt - b.givenAt);
}

/** As a file for a spreadsheet, with those who took it back, so that they can be taken off a list. */
export function consentSheet(all: readonly OneConsent[]): readonly (readonly string[])[] {
  const moment = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
  return [
    ['email', 'name', 'may_be_written_to', 'given', 'taken_back', 'text', 'language', 'order'],
    ...consentsNow(all).map(({ email, name, givenAt, takenBackAt, text, language, reference }) => [
      ...[email, name, takenBackAt === undefined ? 'yes' : 'no'],
      ...[moment(givenAt), moment(takenBackAt), text, language, reference],
    ]),
  ];
}
