import { Resolver } from 'node:dns/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import dns from 'dns2';
import type { Made } from '../../kind.ts';
import { stopSharedServices } from '../../once-a-cloud.ts';
import { route53Kinds } from '../../route53/kinds.ts';
import { aCloud, make, type TestCloud } from '../cloudfront/a-cloud.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';

afterAll(removeTemporaryFolders);

let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  stops = [];
});

/** A name that leads to a distribution, or to an old site when an object is there. */
async function aSwitch() {
  const cloud = aCloud();
  const flipped = { is: false };
  const old = createServer((incoming, outgoing) => outgoing.end(`old site, asked as ${incoming.headers.host}`));
  await new Promise<void>((done) => old.listen(0, '127.0.0.1', done));
  const others = { 'old.example.net': `http://127.0.0.1:${(old.address() as AddressInfo).port}` };
  const answer = (status: number, body: string) => ({ status, headers: {}, body: Buffer.from(body) });
  cloud.hosts.set('switch.s3.eu-west-1.amazonaws.com', async () => answer(flipped.is ? 200 : 403, ''));
  cloud.hosts.set('d1.cloudfront.net', async ({ path, headers }) =>
    answer(200, `site ${path}, asked as ${headers.host}`),
  );
  const kinds = route53Kinds({ others });
  const made: Made[] = [];
  const making = async (type: string, id: string, properties: object) => {
    const one = await make(kinds, cloud, type, id, { ...properties });
    made.push(one);
    return one;
  };
  const { ref: HealthCheckId } = await making('AWS::Route53::HealthCheck', 'Switch', {
    HealthCheckConfig: {
      ...{ Type: 'HTTPS', FullyQualifiedDomainName: 'switch.s3.eu-west-1.amazonaws.com', Inverted: true },
      ...{ ResourcePath: '/switch/fallback', FailureThreshold: 1 },
    },
  });
  const pair = { Name: 'tickets.example.org.', Type: 'CNAME', TTL: '60' };
  await making('AWS::Route53::RecordSetGroup', 'Names', {
    HostedZoneId: 'Z1',
    RecordSets: [
      { ...pair, Failover: 'PRIMARY', SetIdentifier: 'p', HealthCheckId, ResourceRecords: ['d1.cloudfront.net'] },
      { ...pair, Failover: 'SECONDARY', SetIdentifier: 's', ResourceRecords: ['old.example.net'] },
      {
        ...{ Name: 'texts.example.org', Type: 'TXT', TTL: '5' },
        ResourceRecords: Array.from({ length: 9 }, (_, at) => `"${`${at}`.repeat(200)}"`),
      },
    ],
  });
  const start = async () => {
    for (const one of made) await one.start?.();
  };
  stops.push(
    async () => stopSharedServices(cloud),
    async () => {
      old.close();
      old.closeAllConnections();
    },
    ...made.map((one) => async () => one.stop?.()),
  );
  return { cloud, flipped, start };
}

const portOf = (cloud: TestCloud, name: string) =>
  Number(new URL(cloud.addresses.find((one) => one.name === name)?.url ?? '').port);

const resolverAt = (cloud: TestCloud): Resolver => {
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${portOf(cloud, 'dns')}`]);
  return resolver;
};

/** Through the proxy, as a browser asks one. */
function through(cloud: TestCloud, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const host = URL.canParse(url) ? new URL(url).host : 'tickets.example.org';
    const outgoing = request(
      { port: portOf(cloud, 'way-in'), path: url, headers: { host }, agent: false },
      (incoming) => {
        let text = `${incoming.statusCode} `;
        incoming.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
      },
    );
    outgoing.on('error', reject).end();
  });
}

describe('the name server', () => {
  test.each([
    [false, 'd1.cloudfront.net'],
    [true, 'old.example.net'],
  ])('answers any client, by what the switch says when it starts: %s', async (isThere, target) => {
    const { cloud, flipped, start } = await aSwitch();
    flipped.is = isThere;
    await start();
    const resolver = resolverAt(cloud);
    expect(await resolver.resolveCname('tickets.example.org')).toEqual([target]);
    expect(await resolver.resolve4('tickets.example.org', { ttl: true })).toEqual([{ address: '127.0.0.1', ttl: 60 }]);
    await expect(resolver.resolve4('nothing.example.org')).rejects.toThrow('ENOTFOUND');
    await expect(resolver.resolve4('example.com')).rejects.toThrow('EREFUSED');
    expect((await resolver.resolveSoa('example.org')).minttl).toBe(86_400);
    expect(await resolver.resolveNs('example.org')).toHaveLength(4);
  });

  test('an answer that is too long for UDP is had by TCP', async () => {
    const { cloud, start } = await aSwitch();
    await start();
    const texts = await resolverAt(cloud).resolveTxt('texts.example.org');
    expect(texts.flat().join('')).toHaveLength(1800);
  });

  test('lets what cannot be read pass by, and says that it changes nothing', async () => {
    const { cloud, start } = await aSwitch();
    await start();
    const port = portOf(cloud, 'dns');
    await new Promise<void>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(Buffer.from([0, 3, 1, 2, 3])));
      socket.on('error', () => {}).on('close', () => done());
    });
    const { Packet } = dns;
    const asks = async (change: (message: InstanceType<typeof Packet>) => unknown) => {
      const message = new Packet();
      Object.assign(message.header, { id: 77, rd: 1 });
      message.questions.push(new Packet.Question('tickets.example.org', Packet.TYPE.A, Packet.CLASS.IN));
      change(message);
      return new Promise<number>((done, fail) => {
        const bytes = message.toBuffer();
        const socket = connect(port, '127.0.0.1', () => {
          const length = Buffer.alloc(2);
          length.writeUInt16BE(bytes.length);
          socket.write(Buffer.concat([length, bytes]));
        });
        socket.on('error', fail).once('data', (data) => {
          socket.destroy();
          done(Packet.parse(data.subarray(2)).header.rcode);
        });
      });
    };
    expect(await asks(() => {})).toBe(Packet.RCODE.NOERROR);
    expect(await asks(({ header }) => Object.assign(header, { opcode: 5 }))).toBe(Packet.RCODE.NOTIMP);
    expect(await asks(({ questions }) => questions.splice(0))).toBe(Packet.RCODE.FORMERR);
    // An answer is not answered: two servers would never end.
    const silent = asks(({ header }) => Object.assign(header, { qr: 1 })).then(() => 'answered');
    expect(await Promise.race([silent, asks(() => {})])).toBe(Packet.RCODE.NOERROR);
    expect(await resolverAt(cloud).resolveCname('tickets.example.org')).toEqual(['d1.cloudfront.net']);
  });
});

describe('the way in', () => {
  test('leads a browser by name to where the name leads, under that name', async () => {
    const { cloud, start } = await aSwitch();
    await start();
    expect(await through(cloud, 'http://tickets.example.org/line?on-sale=a')).toBe(
      '200 site /line, asked as tickets.example.org',
    );
    const after = await aSwitch();
    after.flipped.is = true;
    await after.start();
    expect(await through(after.cloud, 'http://tickets.example.org/line')).toBe(
      '200 old site, asked as tickets.example.org',
    );
  });

  test('outlives a browser that gives up, and passes on to nobody else', async () => {
    const { cloud, flipped, start } = await aSwitch();
    flipped.is = true;
    await start();
    await new Promise<void>((done) => {
      const socket = connect(portOf(cloud, 'way-in'), '127.0.0.1', () => {
        socket.write('CONNECT tickets.example.org:443 HTTP/1.1\r\nhost: tickets.example.org\r\n\r\n');
        socket.resetAndDestroy();
      });
      socket.on('error', () => {}).on('close', () => done());
    });
    const elsewhere = `http://tickets.example.org//127.0.0.1:${portOf(cloud, 'dns')}/line`;
    expect(await through(cloud, elsewhere)).toBe('200 old site, asked as tickets.example.org');
  });

  test('says where a name leads that ends nowhere here', async () => {
    const { cloud, start } = await aSwitch();
    await start();
    expect(await through(cloud, 'http://nothing.example.org/')).toContain('502 nothing.example.org leads to');
    expect(await through(cloud, '/line')).toMatch(/^400 This is a proxy/);
  });
});
