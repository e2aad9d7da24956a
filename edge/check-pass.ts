import type { KeyValues } from 'cloudfront';
// biome-ignore lint/style/useNodejsImportProtocol: CloudFront knows the module by this name alone.
import crypto from 'crypto';
import type { PassRefusal } from './refuse.ts';

/**
 * Is this pass ours, and not over? The form is that of `contracts/pass.ts`:
 * `p1.<key id>.<payload>.<mac>`, the mac over everything before its dot. The signature is checked
 * before the payload is so much as parsed, and compared as text, so that each pass has one spelling.
 *
 *     missing ─ no text      forged ─ wrong form, unknown key, wrong mac      expired ─ at or after x
 *
 * The keys are in a store at the edge, by their ids. While it cannot be read, every pass goes on: the function behind
 * checks it again, and a fault of the store must not end a sale.
 */
export async function checkPass(text: string, keys: KeyValues, nowSeconds: number): Promise<PassRefusal | undefined> {
  if (text === '') return 'pass-missing';
  if (text.length > 8192) return 'pass-forged';
  const parts = /^p1\.([A-Za-z0-9-]{1,32})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/.exec(text);
  if (!parts) return 'pass-forged';
  const keyId = parts[1] as string;
  const payload = parts[2] as string;
  const key = await keyNamed(keys, keyId);
  if (key === undefined) return undefined;
  if (key === '') return 'pass-forged';
  const mac = crypto.createHmac('sha256', key).update(`p1.${keyId}.${payload}`).digest('base64url');
  if (!sameText(mac, parts[3] as string)) return 'pass-forged';
  const endsSeconds = expiry(payload);
  if (endsSeconds === undefined) return 'pass-forged';
  return nowSeconds < endsSeconds ? undefined : 'pass-expired';
}

/** Empty if there is no such key; undefined if nobody can say. A key that is not there is an error, as every other is. */
async function keyNamed(keys: KeyValues, id: string): Promise<string | undefined> {
  try {
    return await keys.get(id);
  } catch (_missingOrFault) {
    return await isKnown(keys, id);
  }
}

async function isKnown(keys: KeyValues, id: string): Promise<'' | undefined> {
  try {
    return (await keys.exists(id)) ? undefined : '';
  } catch (_fault) {
    return undefined;
  }
}

/** Takes as long for a near miss as for a far one: the runtime has no `timingSafeEqual`. */
function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) {
    difference |= Number(one.codePointAt(index)) ^ Number(other.codePointAt(index));
  }
  return difference === 0;
}

/** Seconds since the epoch; undefined when the signed text is no pass after all. */
function expiry(payload: string): number | undefined {
  try {
    const pass = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return pass !== null && typeof pass === 'object' && typeof pass.x === 'number' ? pass.x : undefined;
  } catch (_notJson) {
    return undefined;
  }
}
