import type { Board, Place } from '../contracts/line.ts';

/** Whether the board says that staff let this fan in before their turn. */
export function isAdmitted({ admits = '' }: Pick<Board, 'admits'>, { mark }: Pick<Place, 'mark'>): boolean {
  for (let at = 0; at < admits.length; at += admitLetters)
    if (mark.startsWith(admits.slice(at, at + admitLetters))) return true;
  return false;
}

/** Of a mark. One page in 16 million takes another's for its own, and its claim is answered that it is not its turn. */
export const admitLetters = 4;
