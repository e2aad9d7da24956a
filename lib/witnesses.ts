import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * The witnesses of a stage's lines: others, who cosign the log of a line's heads (C2SP's `tlog-witness`). Each is named by
 * its key as it gives it, a vkey of signature type 0x04 (Ed25519). docs/deploy.md says what they must be told.
 */
const key = z
  .string()
  .refine(
    isWitnessKey,
    'must be the key of a witness, as it gives it: <name>+<8 digits of hex>+<base64 of an Ed25519 key>',
  );

const witness = z.strictObject({
  key,
  /** What `/add-checkpoint` comes behind. Left out, somebody else brings the checkpoints to this witness. */
  url: z.url({ protocol: /^https?$/, error: 'must be the address at which the witness takes checkpoints' }).optional(),
});

export const witnessesSetting = z
  .strictObject({
    /** So many of them must have cosigned before a checkpoint counts as witnessed. */
    quorum: z
      .number('must be a number: how many of them must have cosigned')
      .int('must be a whole number')
      .min(1, 'must be at least 1'),
    of: z.array(witness).min(1, 'must name at least one witness').max(8, 'must name at most 8 witnesses'),
  })
  .refine(({ quorum, of }) => of.length === 0 || quorum <= of.length, {
    error: 'must not exceed the number of witnesses',
    path: ['quorum'],
  })
  .refine(({ of }) => new Set(of.map((one) => one.key)).size === of.length, {
    error: 'must name every witness once',
    path: ['of'],
  })
  .optional();
export type WitnessesSetting = z.infer<typeof witnessesSetting>;

function isWitnessKey(text: string): boolean {
  const [, name = '', id, encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const hash = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex');
  return bytes.length === 33 && bytes[0] === 4 && hash.slice(0, 8) === id;
}

/** As `readLogSetting` reads it. Every line of a stage keeps the log; without witnesses nobody is asked. */
export function witnessesConfig(host: string, witnesses: WitnessesSetting): string {
  return JSON.stringify({ host, quorum: witnesses?.quorum ?? 0, witnesses: witnesses?.of ?? [] });
}
