import type { Board, Claimed, DrawSheet, Joined, JoinRequest, LineFile } from '../../contracts/line.ts';
import { header, published } from '../../contracts/paths.ts';
import { type Answer, ask, type World } from '../api.ts';

/** What the line page asks. Boards and sheets come from the live address, acts go to the API. */

export function readLine(world: World, onSale: string): Promise<Answer<LineFile>> {
  return ask(world, { url: published.line(onSale) });
}

/** Always asks the network: a browser would otherwise serve the board before last. */
export function readBoard(world: World, live: string, onSale: string): Promise<Answer<Board>> {
  return ask(world, { url: `${live}${published.board(onSale)}`, cache: 'no-cache', tries: 1, timeout: 6_000 });
}

export function readSheet(world: World, live: string, onSale: string, round: number): Promise<Answer<DrawSheet>> {
  return ask(world, { url: `${live}${published.drawSheet(onSale, round)}`, tries: 1, timeout: 6_000 });
}

export function join(world: World, onSale: string, body: JoinRequest): Promise<Answer<Joined>> {
  return ask(world, { method: 'POST', url: `/api/lines/${onSale}/join`, body });
}

export function claim(world: World, onSale: string, receipt: string): Promise<Answer<Claimed>> {
  return ask(world, {
    method: 'POST',
    url: `/api/lines/${onSale}/claim`,
    headers: { [header.receipt]: receipt },
  });
}

export function leave(world: World, onSale: string, receipt: string): Promise<Answer<undefined>> {
  return ask(world, {
    method: 'POST',
    url: `/api/lines/${onSale}/leave`,
    headers: { [header.receipt]: receipt },
  });
}
