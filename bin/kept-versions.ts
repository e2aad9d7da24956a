import { randomUUID } from 'node:crypto';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  S3Client,
} from '@aws-sdk/client-s3';
import { clientTimes } from '../contracts/call-times.ts';
import type { PutBackDoors } from '../lib/put-back/put-back.ts';
import type { FileVersion } from '../lib/put-back/versions-at.ts';

/* The versions of a bucket, as S3 has them, and the copies that a CDN has of it. */

const times = clientTimes({ connectMs: 5000, tryMs: 30_000, tries: 5 });

export interface KeptBucket {
  readonly bucket: string;
  readonly region: string;
  /** Ids of all that have copies of it. */
  readonly distributions: readonly string[];
  /** Of the services on this machine; AWS's own if left out. */
  readonly endpoints?: { readonly s3: string; readonly cloudFront: string } | undefined;
}

export function keptVersions(kept: KeptBucket): Pick<PutBackDoors, 'versions' | 'carryOut' | 'forget'> {
  const { bucket: Bucket, region, endpoints } = kept;
  const here = (endpoint: string | undefined) =>
    endpoint === undefined ? {} : { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const s3 = new S3Client({ ...times, region, forcePathStyle: endpoints !== undefined, ...here(endpoints?.s3) });
  const cloudFront = new CloudFrontClient({ ...times, region, ...here(endpoints?.cloudFront) });
  return {
    async *versions(under) {
      let after: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } = {};
      do {
        const page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: under, ...after }));
        for (const one of page.Versions ?? []) yield fileVersion(one, false);
        for (const one of page.DeleteMarkers ?? []) yield fileVersion(one, true);
        after = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      } while (after.KeyMarker !== undefined);
    },
    async carryOut(act) {
      const { key: Key } = act;
      if (act.does === 'goes-away') {
        await s3.send(new DeleteObjectCommand({ Bucket, Key }));
        return;
      }
      const path = [Bucket, ...Key.split('/')].map(encodeURIComponent).join('/');
      await s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${path}?versionId=${act.version}` }));
    },
    async forget() {
      const Paths = { Quantity: 1, Items: ['/*'] };
      for (const DistributionId of kept.distributions)
        await cloudFront.send(
          new CreateInvalidationCommand({
            DistributionId,
            InvalidationBatch: { CallerReference: randomUUID(), Paths },
          }),
        );
    },
  };
}

type Listed = Pick<ObjectVersion, 'Key' | 'VersionId' | 'LastModified' | 'IsLatest' | 'ETag'>;

function fileVersion({ Key, VersionId, LastModified, IsLatest, ETag }: Listed, isDeletion: boolean): FileVersion {
  if (Key === undefined || VersionId === undefined || LastModified === undefined)
    throw new Error(`S3 listed a version without its name or time: ${Key} ${VersionId}`);
  return {
    ...{ key: Key, id: VersionId, at: LastModified.getTime(), isDeletion, isLatest: IsLatest === true },
    ...(ETag !== undefined && { etag: ETag }),
  };
}
