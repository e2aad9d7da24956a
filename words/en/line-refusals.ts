/*
 * What a fan in the line is told, by the code of the refusal (`title|what to do`) or the name of the wrong field. The
 * platform's own words are English: here stands only what is said better to a fan than to whoever writes programs.
 */
export const lineRefusals: Readonly<Record<string, string>> = {
  'work-wrong': 'The check did not succeed|Please try again.',
  'entry-wrong': 'This on-sale is entered another way|Please load this page again and use its form.',
  'receipt-forged': 'This is not one of our places|Please join the line again.',
};
