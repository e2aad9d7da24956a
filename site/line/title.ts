import { countdown } from '../format.ts';
import { lineWords } from '../words/line.ts';
import { type LineState, standingOf } from './line-state.ts';

/** What the tab says, for somebody whose eyes are in another one. */
export function titleOf(state: LineState): string {
  const name = state.line?.title ?? state.listed?.title ?? lineWords.doorsOpen;
  const stand = standingOf(state);
  switch (stand?.at) {
    case 'called':
    case 'shopping':
      return `${lineWords.titleCalled} · ${name}`;
    case 'waiting':
      return lineWords.titleNumber(stand.position, stand.ahead);
    case 'lobby':
      return state.line ? `${countdown(state.line.opensAt - state.now)} · ${name}` : name;
    default:
      return name;
  }
}
