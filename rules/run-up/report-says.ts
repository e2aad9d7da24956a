/** Characters: the longest that a report of a check may say. */
export const reportLongest = 300;

/** What was found as a report says it: in one line, and cut where it is too long. */
export function reportSays(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > reportLongest ? `${line.slice(0, reportLongest - 1)}…` : line;
}
