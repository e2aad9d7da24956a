import { z } from 'zod';
import { quicknetChain, quicknetHash, standInPublicKey } from '../contracts/public-beacons.ts';

/**
 * The public beacon of randomness that decides the draws of a stage. It is drand's quicknet unless the stage's file says
 * otherwise. The numbers are those of https://api.drand.sh/<chain hash>/info. The chain cannot be chosen afresh once a
 * line is open: the line has promised it.
 */
export const quicknet: BeaconChainSetting = {
  // Of two operators in turn, so that one that is down costs a tick one relay's patience.
  urls: ['https://api.drand.sh', 'https://drand.cloudflare.com', 'https://api2.drand.sh'].map(
    (relay) => `${relay}/${quicknetHash}`,
  ),
  ...quicknetChain,
  scheme: 'bls-unchained-g1-rfc9380',
};

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
