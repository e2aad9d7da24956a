import {
  DeleteObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { switchKey } from '../../../contracts/switch.ts';
import { openPublishedFiles } from '../../foundation/aws.gateway.ts';
import { inTime } from '../../foundation/clients.gateway.ts';
import { handsFile, type KeptSwitch } from './switch-hands.ts';

/** The switch in its bucket, which lies in another region than the function. */
export function openSwitch(bucket: string, region: string): KeptSwitch {
  const s3 = inTime((config) => new S3Client({ ...config, region }));
  const files = openPublishedFiles(bucket, s3);
  const place = { Bucket: bucket, Key: switchKey };
  return {
    async onSince() {
      try {
        const { LastModified } = await s3.send(new HeadObjectCommand(place));
        return LastModified?.getTime();
      } catch (error) {
        // Everybody may read it: what is forbidden is not there.
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status === 404 || status === 403) return undefined;
        throw error;
      }
    },
    async turn(on) {
      if (on) await s3.send(new PutObjectCommand({ ...place, Body: new Uint8Array() }));
      else await s3.send(new DeleteObjectCommand(place));
    },
    hands: handsFile(files),
  };
}
