import { z } from 'zod';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { sameText } from '../../foundation/signing.ts';
import type { LineKeys } from '../line/line-keys.ts';

/**
 * The link that shows that an address answers: `e1.<payload>.<mac>`, payload base64url(JSON {o: on-sale, e: keyed hash
 * of the address, x: valid before, seconds}). A fan who has it has read the mailbox. It says nothing of the person and
 * needs no record. So asking for a link writes down only how often someone asked.
 */
export interface Invitation {
  readonly onSale: string;
  /** The keyed hash of the address. */
  readonly mailbox: string;
  /** Milliseconds since the epoch, whole seconds: valid before. */
  readonly expiresAt: number;
}

const kind = 'e1';

export function linkOf(keys: Pick<LineKeys, 'linkSeal'>, { onSale, mailbox, expiresAt }: Invitation): string {
  const payload = Buffer.from(JSON.stringify({ o: onSale, e: mailbox, x: expiresAt / 1000 })).toString('base64url');
  const signed = `${kind}.${payload}`;
  return `${signed}.${keys.linkSeal(signed)}`;
}

const payloadShape = z.object({ o: z.string(), e: z.string().length(43), x: z.number() });

/** The keyed hash of the address that a link of ours for this on-sale was sent to; or what is wrong, and what to do. */
export function openLink(
  keys: Pick<LineKeys, 'linkSeal'>,
  text: string,
  onSale: string,
  now: number,
): { readonly ok: true; readonly mailbox: string } | Refusal {
  const match = /^(e1)\.([A-Za-z0-9_-]{1,500})\.([A-Za-z0-9_-]{43})$/.exec(text);
  const [, , payload = '', seal = ''] = match ?? [];
  if (!match || !sameText(keys.linkSeal(`${kind}.${payload}`), seal)) {
    return wrong(
      'is not one of ours',
      'Open it again from the e-mail, whole, or ask for a new one on the page of the line.',
    );
  }
  const { o, e, x } = payloadShape.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (o !== onSale) return wrong('is for another on-sale', `It was sent for ${o}. Ask for one for this on-sale.`);
  if (now >= x * 1000)
    return wrong('is too old', 'Ask for a new one on the page of the line: it comes within a minute.');
  return { ok: true, mailbox: e };
}

function wrong(message: string, what: string): Refusal {
  return refuse('link-wrong', `This link ${message}. ${what}`, { errors: [{ field: 'body.link', message }] });
}
