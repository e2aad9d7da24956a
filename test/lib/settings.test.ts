import { describe, expect, test } from '@jest/globals';
import { quicknetClient } from 'drand-client';
import { readLogSetting } from '../../lambdas/waiting-room/log/log-setting.ts';
import { quicknet, wordOfBeacon } from '../../lib/beacon.ts';
import { readSettings } from '../../lib/settings.ts';
import { witnessesConfig } from '../../lib/witnesses.ts';
import { usualChain } from '../../stand-ins/beacon/chain.ts';
import { isBeaconOf } from '../../verify/src/beacon.ts';
import fc from '../properties.ts';
import { WitnessStandIn } from '../witness-stand-in.ts';
import { stageFile } from './synthesize.ts';

const source = 'stages/example.json';
const faultsOf = (changes: object): readonly string[] => {
  const read = readSettings(JSON.stringify(stageFile(changes)), source);
  return read.ok ? [] : read.faults;
};

const standIn = 'beacon.publicKey: must not be the stand-in’s: anybody can sign as it';
const aWitness = new WitnessStandIn('one.example/w').vkey;
const noWitness =
  'witnesses.of.0.key: must be the key of a witness, as it gives it: <name>+<8 digits of hex>+<base64 of an Ed25519 key>';
const noBeacon = 'beacon: must be a chain of drand, or "none", or be left out: then it is drand’s quicknet';
const round42 = '95a9f9f5b231b7714de1553105d8ffdf3dcda24cfdb1e689319bccf79a9c8ce430a91b811fbfaf763900bc998b5d686a';
const beaconUrl = 'beacon.urls.0: must be the address of a relay, up to and with the chain hash';

describe('a stage file', () => {
  test('of the example is accepted, with the default for log retention', () => {
    const read = readSettings(JSON.stringify(stageFile()), source);
    expect(read).toMatchObject({ ok: true, settings: { stage: 'example', logRetentionDays: 30, retainData: true } });
  });

  test.each<[object, string]>([
    [
      { domainName: 'tickets.elsewhere.org' },
      "domainName: must end with .stampede.example.org, the hosted zone's name",
    ],
    [
      { domainName: 'stampede.example.org' },
      "domainName: must lie below the zone's apex, such as tickets.stampede.example.org",
    ],
    [
      { domainName: 'https://tickets.stampede.example.org/' },
      'domainName: must be a host name in lower case such as tickets.example.org, without https:// and without a path',
    ],
    [{ domainName: undefined }, 'domainName: is missing: add it'],
    [
      { fallback: { hostName: 'old.tickets.stampede.example.org' } },
      'fallback.hostName: must be a site that does not depend on tickets.stampede.example.org',
    ],
    [
      { regions: { home: 'eu-west-2', standby: 'eu-west-2' } },
      'regions.standby: must differ from regions.home (eu-west-2): the switch must outlive it',
    ],
    [{ regions: { home: 'London', standby: 'eu-west-1' } }, 'regions.home: must be an AWS region such as eu-west-2'],
    [
      { hostedZone: { id: 'example', name: 'stampede.example.org' } },
      'hostedZone.id: must be the id of a Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ',
    ],
    [{ owners: undefined }, 'owners: must name the people who own this stage, by their e-mail addresses'],
    [{ owners: [] }, 'owners: must name at least one person who owns this stage'],
    [{ owners: ['ruth'] }, 'owners.0: must be an e-mail address such as owner@example.org'],
    [{ account: '12345' }, 'account: must be the 12 digits of an AWS account, in quotes, or be left out'],
    [{ audienceSize: 0 }, 'audienceSize: must be at least 1: how many fans the largest on-sale may bring'],
    [{ audienceSize: '40000' }, 'audienceSize: must be a number: how many fans the largest on-sale may bring'],
    [{ originSecrets: [] }, 'originSecrets: must name at least one secret, such as "a"'],
    [{ originSecrets: ['a', 'a'] }, 'originSecrets: must name every secret once'],
    [{ originSecrets: ['A key'] }, 'originSecrets.0: must be 1 to 32 small letters, digits and hyphens'],
    [{ passKeys: ['a'] }, 'passKeys: is not a setting: take it out, or check its spelling'],
    [{ payment: { methods: ['cheque'] } }, 'payment.methods.0: must be "box-office", "stripe" or "sandbox-card"'],
    [{ beacon: { ...quicknet, urls: ['api.drand.sh'] } }, beaconUrl],
    [
      { beacon: { ...quicknet, publicKey: '83cf' } },
      'beacon.publicKey: must be the public key of the chain: 192 digits of hex',
    ],
    [{ beacon: { ...quicknet, publicKey: usualChain().chain.publicKey } }, standIn],
    [{ beacon: { ...quicknet, publicKey: undefined } }, 'beacon.publicKey: is missing: add it'],
    [{ beacon: { ...quicknet, urls: [] } }, 'beacon.urls: must name at least one relay'],
    [{ beacon: { ...quicknet, url: '' } }, 'beacon.url: is not a setting: take it out, or check its spelling'],
    [{ witnesses: { quorum: 1, of: [{ key: 'one.example/w' }] } }, noWitness],
    [{ witnesses: { quorum: 1, of: [{ key: aWitness.replace('one.', 'two.') }] } }, noWitness],
    [
      { witnesses: { quorum: 2, of: [{ key: aWitness }] } },
      'witnesses.quorum: must not exceed the number of witnesses',
    ],
    [
      { witnesses: { quorum: 1, of: [{ key: aWitness }, { key: aWitness }] } },
      'witnesses.of: must name every witness once',
    ],
    [{ witnesses: { quorum: 1, of: [] } }, 'witnesses.of: must name at least one witness'],
    [
      { witnesses: { quorum: 1, of: [{ key: aWitness, url: 'one.example' }] } },
      'witnesses.of.0.url: must be the address at which the witness takes checkpoints',
    ],
    [{ beacon: 'quicknet' }, noBeacon],
    [{ beacon: null }, noBeacon],
    [
      { beacon: { ...quicknet, scheme: 'pedersen-bls-chained' } },
      'beacon.scheme: must be "bls-unchained-g1-rfc9380", as quicknet has it',
    ],
    [{ alarmEmail: 'ops' }, 'alarmEmail: must be an e-mail address such as ops@example.org, or be left out'],
    [{ mail: { sender: 'tickets' } }, 'mail.sender: must be an e-mail address such as tickets@example.org'],
    [
      { mail: { sender: 'tickets@notstampede.example.org' } },
      "mail.sender: must be an address at stampede.example.org, the hosted zone's name, or below it",
    ],
    [
      { signIn: { issuer: 'http://login.example.org', clientId: 'a' } },
      'signIn.issuer: must be an address that begins with https://',
    ],
    [
      { signIn: { issuer: 'https://login.example.org/?a=b', clientId: 'a' } },
      'signIn.issuer: must be the issuer as its tokens name it, without a query',
    ],
    [{ signIn: { issuer: 'https://login.example.org' } }, 'signIn.clientId: is missing: add it'],
    [
      { signIn: { issuer: 'https://login.example.org', clientId: 'a', scope: 'two words' } },
      'signIn.scope: must be one scope, without a blank, or be left out',
    ],
    [
      { signIn: { issuer: 'https://login.example.org', clientId: 'a', alsoAt: ['https://a.example/b'] } },
      'signIn.alsoAt.0: must be an origin, without a path',
    ],
    [
      { signIn: { issuer: 'https://login.example.org', clientId: 'a', secret: 'b' } },
      'signIn.secret: is not a setting: take it out, or check its spelling',
    ],
    [{ language: 'it' }, 'language: must be one of en, cy, fr, de, es, or be left out: then it is en'],
    [{ retainData: 'yes' }, 'retainData: must be true or false: whether data outlives the stacks'],
    [
      { restored: { lines: 'Stampede-example-LineLinesTable' } },
      'restored.lines: must begin with Stampede-example-restored-lines- and go on: restore into a table of such a name (docs/restore.md), or take it out',
    ],
    [
      { restored: { lines: 'Stampede-example-restored-orders-a' } },
      'restored.lines: must begin with Stampede-example-restored-lines- and go on: restore into a table of such a name (docs/restore.md), or take it out',
    ],
    [
      { restored: { lines: 'Stampede-example-restored-lines-' } },
      'restored.lines: must begin with Stampede-example-restored-lines- and go on: restore into a table of such a name (docs/restore.md), or take it out',
    ],
    [
      { restored: { lines: 'arn:aws:dynamodb:eu-west-2:123456789012:table/Stampede-example-restored-lines-a' } },
      'restored.lines: must be the name of a table, not its ARN: letters, digits and _ . - only',
    ],
    [
      { restored: { orders: 'Stampede-example-restored-orders-a' } },
      'restored.houses: must be restored together with orders, to the same moment: sold seats and orders name each other (docs/restore.md)',
    ],
    [
      { restored: { houses: 'Stampede-example-restored-houses-a' } },
      'restored.orders: must be restored together with houses, to the same moment: sold seats and orders name each other (docs/restore.md)',
    ],
    [{ restored: { seats: 'a' } }, 'restored.seats: is not a setting: take it out, or check its spelling'],
    [{ audiencesize: 7 }, 'audiencesize: is not a setting: take it out, or check its spelling'],
    [{ stage: 'live' }, 'stage: must be "example", the name of the file'],
    [
      { logRetentionDays: 31 },
      'logRetentionDays: must be 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365: the spans CloudWatch keeps logs for',
    ],
  ])('with %j is refused by the field', (changes, fault) => {
    expect(faultsOf(changes)).toEqual([`${source}: ${fault}`]);
  });

  const beaconOf = (beacon: unknown) => {
    const read = readSettings(JSON.stringify(stageFile({ beacon })), source);
    return read.ok ? read.settings.beacon : read.faults;
  };

  test('may name witnesses, whom its functions read', () => {
    const of = [{ key: aWitness, url: 'https://one.example/log' }];
    const read = readSettings(JSON.stringify(stageFile({ witnesses: { quorum: 1, of } })), source);
    const given = read.ok ? read.settings.witnesses : undefined;
    expect(readLogSetting(witnessesConfig('tickets.example.org', given))).toEqual({
      host: 'tickets.example.org',
      quorum: 1,
      witnesses: of,
    });
    expect(readLogSetting(witnessesConfig('tickets.example.org', undefined))).toMatchObject({
      quorum: 0,
      witnesses: [],
    });
  });

  test('has drand’s quicknet for a beacon, by three relays, as the library has it', () => {
    const library = quicknetClient().chain().baseUrl;
    expect(beaconOf(undefined)).toEqual(quicknet);
    expect(quicknet.urls).toContain(library);
    expect(new Set(quicknet.urls).size).toBe(3);
    for (const url of quicknet.urls) expect(url.endsWith(`/${quicknet.chainHash}`)).toBe(true);
    // A round of it, as docs.drand.love gives it.
    expect(isBeaconOf(quicknet, { round: 42, randomness: '', signature: round42 })).toBe(true);
  });

  test('may name another chain, or none, and that is said aloud', () => {
    const other = { ...quicknet, chainHash: 'a'.repeat(64), urls: ['http://127.0.0.1:9/a'] };
    expect(beaconOf(other)).toEqual(other);
    expect(beaconOf('none')).toBe('none');
    expect(wordOfBeacon(quicknet)).toBeUndefined();
    expect(wordOfBeacon({ ...quicknet, urls: ['https://drand.example.org'] })).toBeUndefined();
    expect(wordOfBeacon(other)).toContain('not by drand’s quicknet');
    expect(wordOfBeacon('none')).toContain('trusted, not proved');
  });

  test('names every wrong field at once', () => {
    const faults = faultsOf({ audienceSize: -1, retainData: undefined, limits: {} });
    expect(faults.map((fault) => fault.split(': ')[1])).toEqual([
      'audienceSize',
      'limits.joinsPerAddressPer5Min',
      'limits.apiRequestsPerAddressPer5Min',
      'limits.apiRequestsPerSecond',
      'limits.apiBurst',
      'retainData',
    ]);
  });

  test('may not allow an address more joins than requests', () => {
    const limits = { ...(stageFile().limits as object), joinsPerAddressPer5Min: 50, apiRequestsPerAddressPer5Min: 20 };
    expect(faultsOf({ limits })).toEqual([
      `${source}: limits.joinsPerAddressPer5Min: must not exceed limits.apiRequestsPerAddressPer5Min: a join is one`,
    ]);
  });

  test('may send mail as any address of the hosted zone, or not at all', () => {
    for (const sender of ['a@stampede.example.org', 'Tickets@Mail.Stampede.example.org'])
      expect(faultsOf({ mail: { sender } })).toEqual([]);
    expect(faultsOf({ mail: undefined })).toEqual([]);
  });

  test('from before there were limits to challenges and invites is good still', () => {
    const { invitesPerAddressPer5Min: _, ...limits } = stageFile().limits as Record<string, number>;
    expect(readSettings(JSON.stringify(stageFile({ limits })), source)).toMatchObject({
      ok: true,
      settings: { limits: { ...limits, invitesPerAddressPer5Min: 100 } },
    });
  });

  test('that is not JSON is refused, saying so', () => {
    const read = readSettings('{ "stage": }', source);
    expect(read).toMatchObject({ ok: false, faults: [expect.stringMatching(/^stages\/example\.json: is not JSON: /)] });
  });

  test('of any JSON is accepted or refused with reasons, never thrown at', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readSettings(text, source);
        expect(read.ok || read.faults.length > 0).toBe(true);
      }),
    );
  });
});
