import type { BeaconChain } from './line.ts';

/**
 * The public beacons that this project knows by name. drand's quicknet is the only one: the key of its chain is shared
 * among many independent organisations, and drand's other public chains sign by schemes that no line takes. All facts of
 * a chain count. One with the same key and another genesis or period would have rounds out before their time.
 */
export const quicknetHash = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

export const quicknetChain: BeaconChain = {
  chainHash: quicknetHash,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  scheme: 'bls-unchained-g1-rfc9380',
  genesis: 1_692_803_367,
  period: 3,
};

/** Of the stand-in that laptops have. Its secret key follows from a text in this repository, so anybody can sign as it. */
export const standInPublicKey =
  '95a0dc6c9070d23b73d39a71c85073e43fe85dd5887981b0cf573c0fed74ac3fc1d3a9a88919a52c108b167a844d1dd303bcf9ce6eb62c7879a38645d2efcb64a134427e61824023823ba38e01e4c2b0d8796f6d22fed787b0d8e07f749e9428';
