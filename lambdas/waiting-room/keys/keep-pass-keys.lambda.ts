import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readEnv } from '../../foundation/env.ts';
import { operator } from '../../foundation/operator.ts';
import { readSecret, writeSecret } from '../../foundation/secrets.gateway.ts';
import { openEdgeKeys } from './edge-keys.gateway.ts';
import { keepPassKeys } from './keep-pass-keys.ts';

const env = readEnv('waiting-room/keys/keep-pass-keys', process.env);
const deps = {
  ring: {
    read: () => readSecret(env.PASS_KEYS_ARN),
    write: (text: string) => writeSecret(env.PASS_KEYS_ARN, text),
  },
  publish: openEdgeKeys(env.EDGE_KEYS_STORE),
  newKey: () => ({ id: randomBytes(6).toString('hex'), secret: randomBytes(48).toString('base64url') }),
  clock: Date.now,
};

/** The clock's event has no `act`, and whatever else is in it says nothing. */
const given = z.object({ act: z.enum(['rotate', 'drop', 'publish']).optional() });

/** Keeps the keys, every minute. Operators give an `act`, and are answered with the keys' ids and moments. */
export const handler = operator(given, async ({ act }) => {
  const kept = await keepPassKeys(deps, act);
  if (kept.ok) return kept;
  const until = kept.until === undefined ? 'within minutes' : `at ${new Date(kept.until).toISOString()}`;
  const detail = `The last change of keys ends ${until}. Rotate after that, or drop all keys if one became known.`;
  return { ok: false, detail, errors: [{ field: 'act', message: 'a change is under way' }] };
});
