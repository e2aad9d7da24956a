import { z } from 'zod';

/**
 * The public beacon of randomness that decides the draws of a stage. It is drand's quicknet unless the stage's file says
 * otherwise. The numbers are those of https://api.drand.sh/<chain hash>/info. The chain cannot be chosen afresh once a
 * line is open: the line has promised it.
 */
const quicknetHash = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

export const quicknet: BeaconChainSetting = {
  // Of two operators in turn, so that one that is down costs a tick one relay's patience.
  urls: ['https://api.drand.sh', 'https://drand.cloudflare.com', 'https://api2.drand.sh'].map(
    (relay) => `${relay}/${quicknetHash}`,
  ),
  chainHash: quicknetHash,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  scheme: 'bls-unchained-g1-rfc9380',
  genesis: 1_692_803_367,
  period: 3,
};

/** Of the stand-in that laptops have. Its secret key is in this repository, so anybody can sign as it. */
export const standInPublicKey =
  '95a0dc6c9070d23b73d39a71c85073e43fe85dd5887981b0cf573c0fed74ac3fc1d3a9a88919a52c108b167a844d1dd303bcf9ce6eb62c7879a38645d2efcb64a134427e61824023823ba38e01e4c2b0d8796f6d22fed787b0d8e07f749e9428';

const seconds = (least: number, most: number, what: string) =>
  z.number(what).int(what).min(least, what).max(most, what);

const chain = z.strictObject(
  {
    /** Relays of the chain, tried in this order. */
    urls: z
      .array(z.url({ protocol: /^https?$/, error: 'must be the address of a relay, up to and with the chain hash' }))
      .min(1, 'must name at least one relay')
      .max(3, 'must name at most 3 relays: each may take 1.5 s'),
    chainHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of the chain: 64 digits of hex'),
    publicKey: z
      .string()
      .regex(/^[0-9a-f]{192}$/, 'must be the public key of the chain: 192 digits of hex')
      .refine((key) => key !== standInPublicKey, 'must not be the stand-in’s: anybody can sign as it'),
    scheme: z.literal('bls-unchained-g1-rfc9380', 'must be "bls-unchained-g1-rfc9380", as quicknet has it'),
    genesis: seconds(1, 10_000_000_000, 'must be the second since 1970 at which the beacon’s round 1 came out'),
    period: seconds(1, 30, 'must be the seconds between two rounds of the beacon, at most 30'),
  },
  'must be a chain of drand, or "none", or be left out: then it is drand’s quicknet',
);
export type BeaconChainSetting = z.infer<typeof chain>;

/** `none`: the stage's lines are *trusted*. Whoever holds a line's secret could know its draws beforehand. */
export const beaconSetting = z
  .unknown()
  .transform((given, { issues }): BeaconChainSetting | 'none' => {
    if (given === 'none') return given;
    // Not a union, whose faults would not say which field is wrong.
    const read = chain.safeParse(given, { error: missing });
    if (read.success) return read.data;
    issues.push(...read.error.issues.map((issue) => ({ ...issue, input: given }) as z.core.$ZodRawIssue));
    return z.NEVER;
  })
  .default(quicknet);

/** Says that a field is absent, in place of the wrong type that it otherwise counts as. */
export function missing(issue: { readonly code?: string; readonly input?: unknown }): string | undefined {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'is missing: add it' : undefined;
}

/** What is to be said aloud of a stage whose lines do not have the usual beacon; undefined where they have it. */
export function wordOfBeacon(beacon: BeaconChainSetting | 'none'): string | undefined {
  if (beacon === 'none')
    return 'beacon: none: lines opened on this stage are trusted, not proved. Whoever holds their secret could know their draws beforehand, and pages say so';
  if (beacon.chainHash === quicknet.chainHash && beacon.publicKey === quicknet.publicKey) return undefined;
  return `beacon: lines opened on this stage are drawn by the chain ${beacon.chainHash.slice(0, 12)}…, not by drand’s quicknet: their draws prove as much as those who hold its key are independent of you`;
}
