import { utf8ToBytes } from '@noble/hashes/utils.js';
import { api } from '../../contracts/api.ts';
import { priceSaid, type SaidOfPrice } from '../../rules/ticket-price.ts';
import { money } from '../../words/en/written.ts';
import { fromBase64Url, parseJson } from './bytes.ts';
import type { CliDeps, Status } from './cli.ts';
import { isSignedBy } from './signature.ts';

/** A ticket that somebody is offered: whether its house signed it, and what it says of its price. Its key comes from the site, or is given. */
export async function checkTicket(
  [code = '', from = '']: readonly string[],
  { site, say }: Pick<CliDeps, 'site' | 'say'>,
): Promise<Status> {
  const [, payload = '', seal = ''] = /^t1\.([A-Za-z0-9_-]{1,4096})\.([A-Za-z0-9_-]{86})$/.exec(code.trim()) ?? [];
  const [json, signature] = [fromBase64Url(payload), fromBase64Url(seal)];
  const said = json && (parseJson(new TextDecoder().decode(json)) as SaidOnTicket | undefined);
  if (!signature || !said || from === '') {
    say('Give the code of a ticket and its site: stampede-verify ticket t1.… https://tickets.example.org');
    return 2;
  }
  const key = fromBase64Url(/^https?:\/\//.test(from) ? await keyOf(from, site) : from);
  if (key?.length !== 32) {
    say(`✗ ${from} is neither a key nor a site that gives one.`);
    return 2;
  }
  if (!isSignedBy(key, utf8ToBytes(`t1.${payload}`), signature)) {
    say('✗ This house did not sign this ticket.');
    return 1;
  }
  say(`✓ The house signed it: seat ${said.s} of ${said.p}, order ${said.o}`);
  const price = priceSaid(said);
  if (!price) say('– It is of a version that said no price');
  else sayPrice(price, say);
  say('– Whether it was given back or used since, only the house knows');
  return 0;
}

interface SaidOnTicket extends SaidOfPrice {
  readonly p: string;
  readonly s: string;
  readonly o: string;
}

function sayPrice(
  { price, currency, unpaid, limit, onSale }: NonNullable<ReturnType<typeof priceSaid>>,
  say: CliDeps['say'],
): void {
  const asked =
    price === 0 ? 'the house asked for no money' : `the house asked for ${money(price, currency)}, nothing added`;
  say(`✓ In the on-sale ${onSale} ${asked}${unpaid ? '; it was not paid when the ticket was issued' : ''}`);
  if (limit !== undefined) say(`✓ One person could have ${limit} seats there`);
}

async function keyOf(base: string, site: CliDeps['site']): Promise<string> {
  const text = await site.read(`${base.replace(/\/$/, '')}${api('GET ticket-key').url}`);
  const { publicKey } = (parseJson(text ?? '') ?? {}) as { readonly publicKey?: unknown };
  return typeof publicKey === 'string' ? publicKey : '';
}
