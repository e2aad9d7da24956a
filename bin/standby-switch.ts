import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientTimes } from '../contracts/call-times.ts';
import { type SwitchNote, switchNotes } from '../contracts/switch.ts';
import { StageProblem } from './stage.ts';

/* The failover switch as S3 has it. A person waits, and the region may be in trouble itself: each call is tried often. */

const times = clientTimes({ connectMs: 3000, tryMs: 10_000, tries: 6 });

export interface StandbySwitch {
  /** When it was turned on, in milliseconds since 1970; undefined while it is off. */
  readonly onSince: () => Promise<number | undefined>;
  readonly turn: (on: boolean) => Promise<void>;
  readonly note: (note: SwitchNote) => Promise<void>;
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
    // A network may have IPv6 alone.
    ...(endpoint === undefined && { useDualstackEndpoint: true }),
    ...(endpoint !== undefined && {
      endpoint,
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  });
  // A person with a morning to save reads it: a sentence, and what to look at.
  const said = (what: string, error: Error) =>
    new StageProblem(
      `The switch was not ${what}: ${error.name}: ${error.message}. Look at the credentials (the switch's own may), at the bucket ${Bucket} and the region ${region}.`,
      { cause: error },
    );
  return {
    async onSince() {
      // By a list: of an object alone one cannot tell whether it is not there, or its bucket.
      const { Contents = [] } = await s3
        .send(new ListObjectsV2Command({ Bucket, Prefix: Key }))
        .catch((error: Error) => {
          throw said('read', error);
        });
      return Contents.find((one) => one.Key === Key)?.LastModified?.getTime();
    },
    async turn(on) {
      const call = on
        ? s3.send(new PutObjectCommand({ Bucket, Key, Body: new Uint8Array() }))
        : s3.send(new DeleteObjectCommand({ Bucket, Key }));
      await call.catch((error: Error) => {
        throw said('turned', error);
      });
    },
    async note(note) {
      const at = new Date(note.at).toISOString();
      const written = s3.send(
        new PutObjectCommand({
          Bucket,
          Key: `${switchNotes}/${at}-${randomUUID()}.json`,
          Body: JSON.stringify({ ...note, at }),
          ContentType: 'application/json',
        }),
      );
      await written.catch((error: Error) => {
        throw said('turned, since no note could be written', error);
      });
    },
  };
}
