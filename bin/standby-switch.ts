import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientTimes } from '../contracts/call-times.ts';
import type { FlipNote } from '../lib/failover/flip.ts';
import { switchNotes } from '../lib/failover/switch-objects.ts';

/* The failover switch as S3 has it. A person waits, and the region may be in trouble itself: each call is tried often. */

const times = clientTimes({ connectMs: 3000, tryMs: 10_000, tries: 6 });

export interface StandbySwitch {
  readonly isOn: () => Promise<boolean>;
  readonly turn: (on: boolean) => Promise<void>;
  readonly note: (note: FlipNote) => Promise<void>;
}

export interface SwitchPlace {
  readonly bucket: string;
  readonly region: string;
  /** Of S3 on this machine; AWS's own if left out. */
  readonly endpoint?: string | undefined;
}

export function standbySwitch({ bucket: Bucket, region, endpoint }: SwitchPlace, Key: string): StandbySwitch {
  const s3 = new S3Client({
    ...times,
    region,
    ...(endpoint !== undefined && {
      endpoint,
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  });
  return {
    async isOn() {
      try {
        await s3.send(new HeadObjectCommand({ Bucket, Key }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
    async turn(on) {
      await s3.send(
        on ? new PutObjectCommand({ Bucket, Key, Body: new Uint8Array() }) : new DeleteObjectCommand({ Bucket, Key }),
      );
    },
    async note(note) {
      const at = new Date(note.at).toISOString();
      await s3.send(
        new PutObjectCommand({
          Bucket,
          Key: `${switchNotes}/${at}-${randomUUID()}.json`,
          Body: JSON.stringify({ ...note, at }),
          ContentType: 'application/json',
        }),
      );
    },
  };
}
