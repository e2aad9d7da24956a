/*
 * The versions of the question about news that buyers were asked, the newest last. The words stand in
 * words/<language>/news-consent.ts. Apart from the schemas, so that pages take no library along.
 */

export const newsTexts = ['2026-12'] as const;
export type NewsText = (typeof newsTexts)[number];

/** The one that is shown now. */
export const newsTextNow: NewsText = '2026-12';
