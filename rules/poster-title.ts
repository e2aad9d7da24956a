/**
 * How large the title of a poster is, in hundredths of the poster's width: as large as its widest word allows, so that no
 * word is broken. Letters are as wide as in the widest faces that phones have for it, bold and set tight.
 */
export function posterLetters(title: string): number {
  const widest = Math.max(...title.split(/\s+/).map(widthOf));
  return Math.round(100 * Math.min(largest, lineWidth / widest)) / 100;
}

const largest = 17.5;
/** The words have seven hundredths on either side; the rest is for letters that are wider than was thought. */
const lineWidth = 82;

/** Of the size of the letters. */
function widthOf(word: string): number {
  const sum = [...word].reduce((width, letter) => width + widthOfLetter(letter), 0);
  return Math.max(sum, 1);
}

function widthOfLetter(letter: string): number {
  if (/[MWmw]/.test(letter)) return 0.97;
  if (/[iljtfI.,:;!'’‘()|-]/.test(letter)) return 0.42;
  return letter === letter.toLowerCase() ? 0.62 : 0.78;
}
