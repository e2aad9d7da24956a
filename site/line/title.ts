import { haltFor } from '../../rules/line-news.ts';
import { lineWords } from '../../words/en/line.ts';
import { countdown } from '../../words/writing.ts';
import { type LineState, standingOf } from './line-state.ts';

/** The words of the tab, for somebody whose eyes are in another one. */
export function titleOf(state: LineState): string {
  const name = state.line?.title ?? state.listed?.title ?? lineWords.doorsOpen;
  const stand = standingOf(state);
  if (stand.at === 'lobby') return `${countdown(stand.doorsAt - state.now)} · ${name}`;
  if (stand.at === 'shopping' || (stand.at === 'called' && stand.turn !== 'removed')) {
    return `${lineWords.titleCalled} · ${name}`;
  }
  if (stand.at !== 'waiting') return name;
  return haltFor(stand, state.board) === 'sold-out'
    ? `${lineWords.halts['sold-out'][0]} · ${name}`
    : lineWords.titleNumber(stand.position, stand.position - state.shown - 1);
}
