import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/* A process of its own: a table of which every read finds the same item, so that nobody else's work is in the figures. */

const { PK = '' } = process.env;
const numbers = Array.from({ length: 20 }, (_, at) => ({ N: `${at}` }));
const item = {
  pk: { S: PK },
  sk: { S: 'LINE' },
  version: { N: '12' },
  opensAt: { N: '1800000000000' },
  dials: { M: { shopping: { N: '600' }, perMinute: { N: '100' }, paused: { BOOL: false } } },
  shards: { L: numbers },
};
const body = JSON.stringify({ Item: item });
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port });
process.once('disconnect', () => process.exit(0));
