import type { BoxOffice } from '../contracts/box-office.ts';

/** The address that dials a number: no spaces, and nothing that is only printed, such as the `(0)` of `+44 (0)20`. */
export function dialled({ telephone }: Pick<BoxOffice, 'telephone'>): string {
  const abroad = telephone.startsWith('+') ? telephone.replace(/\(0\)/g, '') : telephone;
  return `tel:${abroad.replace(/[^\d+]/g, '')}`;
}
