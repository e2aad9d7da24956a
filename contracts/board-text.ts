/**
 * The longest message on a board, in bytes as the board has it: with it every board stays within 600. An accented letter
 * is two, and so is a quotation mark, since JSON writes `\"`.
 */
export const mostTextBytes = 100;

export const textBytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length - 2;
