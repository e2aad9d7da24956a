import type { Cloud, HostRequest, HostResponse, Kind, Made } from '../../kind.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export interface TestCloud extends Cloud {
  readonly logged: string[];
}

/** A cloud of nothing yet; listeners take any free port. Its folder goes with `removeTemporaryFolders`. */
export function aCloud(assets: Readonly<Record<string, string>> = {}): TestCloud {
  const folder = temporaryFolder();
  const logged: string[] = [];
  return {
    assembly: folder,
    state: folder,
    account: '111122223333',
    hosts: new Map(),
    registry: new Map(),
    addresses: [],
    endpoints: new Map(),
    assetPath: (hash) => {
      const path = assets[hash];
      if (path === undefined) throw new Error(`no asset ${hash}`);
      return path;
    },
    portFor: async () => 0,
    log: (source, line) => logged.push(`${source}: ${line}`),
    logged,
  };
}

/** Makes one resource of the kinds given. */
export function make(
  kinds: readonly Kind[],
  cloud: Cloud,
  type: string,
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<Made> {
  const kind = kinds.find((one) => one.type === type);
  if (!kind) throw new Error(`no kind ${type}`);
  return kind.make({ stack: 'Stack', logicalId, type, properties, region: 'eu-west-2' }, cloud);
}

export function aRequest(path: string, more: Partial<HostRequest> = {}): HostRequest {
  const [bare = '', query = ''] = path.split('?');
  return { method: 'GET', path: bare, query, headers: {}, body: Buffer.alloc(0), clientIp: '192.0.2.7', ...more };
}

export function aResponse(status: number, headers: Record<string, string> = {}, body = ''): HostResponse {
  return { status, headers, body: Buffer.from(body) };
}
