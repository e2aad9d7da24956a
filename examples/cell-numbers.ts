import { withOurDigits } from '../rules/member-number.ts';

/*
 * Numbers as spreadsheets write them. One that took a column for numbers may have saved 412 as `412.0`: it is 412. What
 * stands before three digits is thousands to one spreadsheet and decimals to another, so `412.000` may be two members.
 * Other decimals show that digits were lost, or that the column is another one.
 */

const needed = 'Format the column as text, and bring it in anew';

/** `٫` is what stands before decimals among Arabic digits. */
const mayBeThousands = /^[+-]?\d{1,3}[.,٫]\d{3}$/;
const decimalsOfNothing = /^(\d+)[.,٫]0+$/;
/** A point before four to six digits is no decimal one: 12.3456 is a number that somebody writes with a point. */
const decimals = /^[+-]?(?:\d*[,٫]\d+|\d*\.(?:\d{1,3}|\d{7,}))$/;
/** Between thousands one sign, before decimals another. India also has groups of two. */
const thousandsAndDecimals = /^[+-]?\d{1,3}([.,'’ ])\d{2,3}(?:\1\d{2,3})*(?!\1)[.,]\d+$/;
const moneyOrShare = /[\p{Sc}%‰]/u;

/** The cell, or its number alone if it is plain which one that is. */
export function withoutDecimals(cell: string): string {
  const plain = withOurDigits(cell);
  return (mayBeThousands.test(plain) ? undefined : decimalsOfNothing.exec(plain)?.[1]) ?? cell;
}

/** A card has no sign; a spreadsheet that reckoned 3-415 has. */
const belowNothing = /^[-−]\s?\d+$/;

/** The fault of a number that a spreadsheet has changed, if it has. `plain`: as `withOurDigits` writes it. */
export function numberFault(plain: string): string | undefined {
  if (mayBeThousands.test(plain))
    return 'one spreadsheet writes thousands so, another decimals. Write the digits alone';
  if (belowNothing.test(plain)) return `it is below zero. ${needed}`;
  if (decimals.test(plain) || thousandsAndDecimals.test(plain))
    return `a spreadsheet has put decimals into it. ${needed}`;
  return moneyOrShare.test(plain) ? `a spreadsheet has made money or per cent of it. ${needed}` : undefined;
}
