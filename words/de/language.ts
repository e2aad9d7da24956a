/* German: its code in addresses, in HTML and for plurals; and the locale that dates and numbers are asked for in. */
export const language: string = 'de';
export const locale = 'de-DE';
