import type { Board } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { onSale, SmallStage } from '../small-stage.ts';
import { openForMembers, PlainBrowser } from './plain-browser.ts';

/** A line for members, and a fan with a browser that runs no script. */
export async function aStage(more: object = {}) {
  const stage = new SmallStage();
  await openForMembers(stage, more);
  return { stage, fan: new PlainBrowser(stage) };
}

export const boardOf = (stage: SmallStage) => stage.files.get(published.board(onSale)) as Board;
/** Publishes the board with this in it. */
export const turn = (stage: SmallStage, more: Partial<Board>) =>
  stage.files.set(published.board(onSale), { ...boardOf(stage), writtenAt: stage.now, ...more });
