import { expect, test } from '@jest/globals';
import { quicknetChain } from '../../contracts/public-beacons.ts';
import { whoseBeacon } from '../../rules/whose-beacon.ts';
import { usualChain } from '../../stand-ins/beacon/chain.ts';
import { SampleBeacon } from '../verify/sample-line.ts';

const { chain } = new SampleBeacon('mine');

test.each([
  ['quicknet', quicknetChain, 'public'],
  ['the stand-in of this repository', usualChain().chain, 'stand-in'],
  ['the stand-in by another name', { ...usualChain().chain, chainHash: 'ab'.repeat(32) }, 'stand-in'],
  ['a chain that nobody knows', chain, 'not-public'],
  ['none', undefined, 'none'],
  ['quicknet’s name and another key', { ...chain, chainHash: quicknetChain.chainHash }, 'impostor'],
  // Its rounds would be out long before the times that the line says.
  ['quicknet’s key and a later genesis', { ...quicknetChain, genesis: quicknetChain.genesis + 3600 }, 'impostor'],
  ['quicknet at another pace', { ...quicknetChain, period: 30 }, 'impostor'],
] as const)('%s', (_, given, whose) => {
  expect(whoseBeacon(given)).toBe(whose);
});

test('a chain that somebody accepts is that chain in all its facts', () => {
  expect(whoseBeacon(chain, [chain])).toBe('accepted');
  expect(whoseBeacon({ ...chain, period: 30 }, [chain])).toBe('impostor');
  expect(whoseBeacon(usualChain().chain, [usualChain().chain])).toBe('accepted');
});
