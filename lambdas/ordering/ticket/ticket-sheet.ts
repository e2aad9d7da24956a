import type PDFDocument from 'pdfkit';

/* The paper of a ticket: an A6 page, in points of 1/72 inch, and what is printed on it. */

const millimetre = 72 / 25.4;
export const width = 105 * millimetre;
export const height = 148 * millimetre;
export const side = 24;
export const inner = width - 2 * side;
export const colour = {
  ink: '#12162b',
  soft: '#4a5170',
  rule: '#9aa0b8',
  cloth: '#a0122d',
  onCloth: '#fff4e2',
  brass: '#d79a1e',
};

export type TicketSheet = InstanceType<typeof PDFDocument>;
