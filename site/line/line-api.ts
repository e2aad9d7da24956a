import { type ApiCall, apiPrefix, type Url } from '../../contracts/api.ts';
import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Claimed } from '../../contracts/line-requests.ts';
import { header, published } from '../../contracts/paths.ts';
import type { Said } from '../../words/en/refusals.ts';
import { type Answer, type Ask, ask, type Browser } from '../api.ts';

/**
 * What the line page asks from its first second on. Boards and sheets come from the live address, acts go to the API.
 * What only who joins asks is in joining-api.ts.
 */

export function readLine(browser: Browser, onSale: string): Promise<Answer<LineFile>> {
  return ask(browser, { url: published.line(onSale), tries: 2 });
}

/** Always asks the network: a browser would otherwise serve the board before last. */
export function readBoard(browser: Browser, live: string, onSale: string): Promise<Answer<Board>> {
  return ask(browser, { url: `${live}${published.board(onSale)}`, cache: 'no-cache', tries: 1, timeout: 6_000 });
}

export function readSheet(
  browser: Browser,
  live: string,
  onSale: string,
  round: number,
  bank: number,
): Promise<Answer<DrawSheet>> {
  return ask(browser, { url: `${live}${published.drawSheet(onSale, round, bank)}`, tries: 1, timeout: 6_000 });
}

/*
 * Addresses are spelled out where `api` would write them: this page has no byte to spare for its code. The types hold
 * them to the table of routes all the same.
 */
export type LineCall = Extract<ApiCall, `${string} lines/{onSale}/${string}`>;
type End<Of extends LineCall = LineCall> = Of extends `${string} lines/{onSale}/${infer Last}` ? Last : never;

/** How an act waits among many, and who is told. */
export type AmongMany = Pick<Ask, 'patient' | 'lasts' | 'spreadMs'>;

/** One act on a line. A refusal comes back in the language of the page. */
export async function act<Body>(
  browser: Browser,
  onSale: string,
  verb: End<Extract<LineCall, `POST ${string}`>>,
  more: Pick<Ask, 'body' | 'headers'> & AmongMany,
): Promise<Answer<Body>> {
  const url: Url<LineCall> = `${apiPrefix}lines/${onSale}/${verb}`;
  return inOwnWords(await ask<Body>(browser, { method: 'POST', url, ...more }));
}

export function claim(browser: Browser, onSale: string, receipt: string, voucher?: string): Promise<Answer<Claimed>> {
  return act(browser, onSale, 'claim', {
    headers: { [header.receipt]: receipt, ...(voucher && { [header.voucher]: voucher }) },
  });
}

export function leave(browser: Browser, onSale: string, receipt: string): Promise<Answer<undefined>> {
  return act(browser, onSale, 'leave', { headers: { [header.receipt]: receipt } });
}

/** By code, and by the name of a field: of codes and fields that the page does not know it has none. */
interface RefusalsSaid {
  readonly refusals: { readonly [code: string]: Said | undefined };
  readonly fields: { readonly [field: string]: string | undefined };
}

/**
 * The platform speaks English, and to whoever writes programs. A fan reads the words of the page's catalogue for the
 * code, or for the field that is wrong. It is loaded only when somebody is refused.
 */
export async function inOwnWords<Body>(answer: Answer<Body>): Promise<Answer<Body>> {
  if (answer.ok || answer.trouble.kind !== 'refused') return answer;
  const { problem } = answer.trouble;
  // Should the words not come, the platform's own are better than nothing.
  const words = await import('../../words/en/refusals.ts').then(
    ({ refusalWords, fieldWords }): RefusalsSaid => ({ refusals: refusalWords, fields: fieldWords }),
    (): RefusalsSaid => ({ refusals: {}, fields: {} }),
  );
  const code = problem.type.replace(/^.*\//, '');
  const errors = problem.errors?.map(({ field, message }) => ({ field, message: words.fields[field] ?? message }));
  const said = {
    ...problem,
    ...words.refusals[code],
    ...(errors && { errors }),
  };
  return { ok: false, trouble: { kind: 'refused', problem: said } };
}
