import { lineWords } from '../../words/en/line.ts';
import { countdown } from '../../words/format.ts';
import { doorsOf, haltOf, type LineState, standingOf } from './line-state.ts';

/** What the tab says, for somebody whose eyes are in another one. */
export function titleOf(state: LineState): string {
  const name = state.line?.title ?? state.listed?.title ?? lineWords.doorsOpen;
  const stand = standingOf(state);
  switch (stand?.at) {
    case 'called':
    case 'shopping':
      return `${lineWords.titleCalled} · ${name}`;
    case 'waiting':
      return haltOf(state) === 'sold-out'
        ? `${lineWords.halts['sold-out'][0]} · ${name}`
        : lineWords.titleNumber(stand.position, stand.position - state.shown - 1);
    case 'lobby':
      return `${countdown(doorsOf(state) - state.now)} · ${name}`;
    default:
      return name;
  }
}
