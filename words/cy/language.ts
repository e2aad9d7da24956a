/*
 * Welsh: its code in addresses, in HTML and for plurals; and the locale that dates and numbers are asked for in.
 * Chromium knows Welsh plurals but neither dates nor money, which it would write as the phone's own language
 * does; English orders both as Welsh does.
 */
export const language: string = 'cy';
export const locale = 'en-GB';
