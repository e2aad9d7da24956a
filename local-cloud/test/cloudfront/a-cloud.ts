import { awsApis } from '../../http/aws-apis.ts';
import { iamOf } from '../../iam/iam.ts';
import type { Cloud, HostRequest, HostResponse, Kind, Made } from '../../kind.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export interface TestCloud extends Cloud {
  readonly logged: string[];
}

/** A cloud of nothing yet; listeners take any free port. Its folder goes with `removeTemporaryFolders`. */
export function aCloud(assets: Readonly<Record<string, string>> = {}): TestCloud {
  const folder = temporaryFolder();
  const logged: string[] = [];
  const account = '111122223333';
  const iam = iamOf('enforce', account, (line) => logged.push(`iam: ${line}`));
  return {
    assembly: folder,
    state: folder,
    account,
    hosts: new Map(),
    registry: new Map(),
    addresses: [],
    endpoints: new Map(),
    apis: awsApis(iam.gate, (line) => logged.push(`apis: ${line}`)),
    iam,
    assetPath: (hash) => assets[hash],
    portFor: async () => 0,
    log: (source, line) => logged.push(`${source}: ${line}`),
    logged,
  };
}

/** Makes and opens one resource of the kinds given. Rejects with all that is refused of it. */
export async function make(
  kinds: readonly Kind[],
  cloud: Cloud,
  type: string,
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<Made> {
  const kind = kinds.find((one) => one.type === type);
  if (!kind) throw new Error(`no kind ${type}`);
  const refused: string[] = [];
  const refuse = (sentence: string) => void refused.push(sentence);
  const made = kind.make({ stack: 'Stack', logicalId, type, properties, region: 'eu-west-2', refuse }, cloud);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  await made.open?.();
  return made;
}

export function aRequest(path: string, more: Partial<HostRequest> = {}): HostRequest {
  const [bare = '', query = ''] = path.split('?');
  return { method: 'GET', path: bare, query, headers: {}, body: Buffer.alloc(0), clientIp: '192.0.2.7', ...more };
}

export function aResponse(status: number, headers: Record<string, string> = {}, body = ''): HostResponse {
  return { status, headers, body: Buffer.from(body) };
}
