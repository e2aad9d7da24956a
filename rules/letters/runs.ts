/*
 * Many code points as a short text: how many are left out, then how many are there, and so on. Each number is in base 128
 * with the lowest digit first, the highest bit set if more follow, and all of it in base64.
 */

/** By turns where a run begins and where it is over. */
export function readRuns(text: string): readonly number[] {
  const edges: number[] = [];
  let [at, number, place] = [0, 0, 1];
  for (const sign of atob(text)) {
    const digit = sign.charCodeAt(0);
    number += (digit & 127) * place;
    place *= 128;
    if (digit > 127) continue;
    at += number;
    edges.push(at);
    [number, place] = [0, 1];
  }
  return edges;
}

/** `codePoints` in ascending order. */
export function writeRuns(codePoints: readonly number[]): string {
  const bytes: number[] = [];
  const put = (number: number) => {
    for (let left = number; ; left = Math.floor(left / 128)) {
      bytes.push(left > 127 ? (left % 128) + 128 : left);
      if (left <= 127) return;
    }
  };
  let over = 0;
  for (let n = 0; n < codePoints.length; ) {
    const first = codePoints[n] ?? 0;
    let end = first;
    while (codePoints[n] === end) {
      end += 1;
      n += 1;
    }
    put(first - over);
    put(end - first);
    over = end;
  }
  return btoa(String.fromCharCode(...bytes));
}
