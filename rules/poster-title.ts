/**
 * How large the title of a poster is, in hundredths of the poster's width: as large as its widest word allows, a letter
 * being half its size.
 */
export function posterLetters(title: string): number {
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length));
  return Math.round(100 * Math.min(largest, lineWidth / longest)) / 100;
}

const largest = 17.5;
const lineWidth = 160;
