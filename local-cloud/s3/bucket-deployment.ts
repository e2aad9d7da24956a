/**
 * `Custom::CDKBucketDeployment` does the work of the CDK's BucketDeployment at the end of a deployment. It takes the
 * files of its sources and puts values in the place of markers. It writes the changed ones to the bucket, and with
 * `Prune` removes those that are gone. Then it empties the CDN's cache of the paths.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Cloud, Kind } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { attempt } from '../refused.ts';
import { contentTypeOf } from './content-type.ts';
import { isDeployed } from './deployment-filter.ts';
import { type MarkersConfig, replaceMarkers } from './deployment-markers.ts';
import { isBucket, type ObjectHeaders, type ObjectServer, objectServerOf, type StoredObject } from './object-server.ts';
import { zipEntries } from './zip-entries.ts';

interface Deployment {
  readonly SourceObjectKeys: readonly string[];
  readonly SourceMarkers?: readonly Readonly<Record<string, unknown>>[];
  readonly SourceMarkersConfig?: readonly MarkersConfig[];
  readonly DestinationBucketName: string;
  readonly DestinationBucketArn?: string;
  readonly DestinationBucketKeyPrefix?: string;
  readonly Extract?: unknown;
  readonly Prune?: unknown;
  readonly Exclude?: readonly string[];
  readonly Include?: readonly string[];
  readonly SystemMetadata?: Readonly<Record<string, string>>;
  readonly UserMetadata?: Readonly<Record<string, string>>;
  readonly DistributionId?: string;
  readonly DistributionPaths?: readonly string[];
}

export const bucketDeployment: Kind = {
  type: 'Custom::CDKBucketDeployment',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    properties.text('DestinationBucketName');
    const deployment = resource.properties as unknown as Deployment;
    const sources = properties
      .texts('SourceObjectKeys')
      .map((key, index) => sourceOf(deployment, key, index, properties, cloud));
    return {
      ref: `aws.cdk.s3deployment.${stableId(resource, 32)}`,
      attributes: {
        DestinationBucketArn: deployment.DestinationBucketArn,
        SourceObjectKeys: deployment.SourceObjectKeys,
      },
      open: async () => {
        const server = await objectServerOf(cloud);
        const prefix = prefixOf(deployment);
        // A later source wins over an earlier one. They are taken out, so that their files are not held in memory for as
        // long as the cloud runs.
        const wanted = new Map(sources.splice(0).flatMap((source) => [...source(server)]));
        const written = deploy(deployment, prefix, wanted, server);
        invalidate(deployment, prefix, cloud);
        cloud.log(
          's3',
          `${deployment.DestinationBucketName}: ${written} of ${wanted.size} objects written (${resource.logicalId})`,
        );
      },
    };
  },
};

/** Content by path. */
type Files = ReadonlyMap<string, Buffer>;

/**
 * One source. A source in a bucket of this cloud is there once that bucket is open. Any other source is an asset of the
 * assembly, unpacked as a folder or packed as a file. It is read at once, so that its faults are known.
 */
function sourceOf(
  deployment: Deployment,
  key: string,
  index: number,
  properties: Properties,
  cloud: Cloud,
): (server: ObjectServer) => Files {
  const markers = deployment.SourceMarkers?.[index] ?? {};
  const config = deployment.SourceMarkersConfig?.[index] ?? {};
  const extract = isTrue(deployment.Extract ?? true);
  const filled = (files: Files): Files =>
    new Map([...files].map(([path, body]) => [path, replaceMarkers(body, markers, config)]));
  const unpacked = (archive: Buffer): Files =>
    extract ? filled(zipEntries(archive)) : new Map([[basename(key), archive]]);

  const bucket = properties.texts('SourceBucketNames')[index] ?? '';
  if (isBucket(cloud, bucket)) {
    return (server) => {
      const stored = server.read(bucket, key);
      if (!stored) throw new Error(`The bucket ${bucket} holds no ${key}, which is to be deployed from there.`);
      return unpacked(stored.body);
    };
  }
  const hash = hashOf(key);
  const path = cloud.assetPath(hash) ?? properties.fail(`the assembly has no asset ${hash}`);
  if (!existsSync(path)) properties.fail(`its asset is not there: ${path}`);
  const files = attempt(
    (problem) => properties.fail(problem),
    new Map<string, Buffer>(),
    () => (extract && statSync(path).isDirectory() ? filled(filesIn(path)) : unpacked(readFileSync(path))),
  );
  return () => files;
}

function filesIn(folder: string): Files {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(folder, file).split(sep).join('/'), readFileSync(file));
  }
  return files;
}

function deploy(
  deployment: Deployment,
  prefix: string,
  wanted: ReadonlyMap<string, Buffer>,
  server: ObjectServer,
): number {
  const bucket = deployment.DestinationBucketName;
  const taken = (path: string) => isDeployed(path, deployment.Exclude ?? [], deployment.Include ?? []);
  const keep = new Set<string>();
  let written = 0;
  for (const [path, body] of wanted) {
    if (!taken(path)) continue;
    const headers = headersOf(path, deployment);
    keep.add(prefix + path);
    if (isSame(server.read(bucket, prefix + path), body, headers)) continue;
    server.write(bucket, prefix + path, body, headers);
    written += 1;
  }
  if (isTrue(deployment.Prune ?? true)) {
    for (const key of server.keys(bucket, prefix)) {
      if (!keep.has(key) && taken(key.slice(prefix.length))) server.remove(bucket, key);
    }
  }
  return written;
}

function hashOf(key: string): string {
  return basename(key).replace(/\.[a-z0-9]+$/i, '');
}

function prefixOf(deployment: Deployment): string {
  const prefix = (deployment.DestinationBucketKeyPrefix ?? '').replace(/^\/+|\/+$/g, '');
  return prefix === '' ? '' : `${prefix}/`;
}

function headersOf(path: string, deployment: Deployment): ObjectHeaders {
  const system = new Map(
    Object.entries(deployment.SystemMetadata ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const optional = {
    cacheControl: system.get('cache-control'),
    contentEncoding: system.get('content-encoding'),
    contentDisposition: system.get('content-disposition'),
    contentLanguage: system.get('content-language'),
  };
  return {
    contentType: system.get('content-type') ?? contentTypeOf(path),
    metadata: Object.fromEntries(
      Object.entries(deployment.UserMetadata ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<ObjectHeaders>),
  };
}

/** An unchanged file keeps its date, so that a restart does not send every browser for new files. */
function isSame(stored: StoredObject | undefined, body: Buffer, headers: ObjectHeaders): boolean {
  if (!stored) return false;
  return (
    stored.body.equals(body) &&
    stored.contentType === headers.contentType &&
    stored.cacheControl === headers.cacheControl &&
    stored.contentEncoding === headers.contentEncoding &&
    stored.contentDisposition === headers.contentDisposition &&
    stored.contentLanguage === headers.contentLanguage &&
    JSON.stringify(stored.metadata) === JSON.stringify(headers.metadata ?? {})
  );
}

/** The distribution is looked up by what it promises, not by its class: an S3 deployment need not know the CDN. */
function invalidate(deployment: Deployment, prefix: string, cloud: Cloud): void {
  if (!deployment.DistributionId) return;
  const distribution = cloud.registry.get(`cloudfront:distribution:${deployment.DistributionId}`) as
    | { readonly invalidate: (paths: readonly string[]) => void }
    | undefined;
  distribution?.invalidate(deployment.DistributionPaths ?? [`/${prefix}*`]);
}

function isTrue(value: unknown): boolean {
  return String(value).toLowerCase() === 'true';
}
