import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientTimes } from '../contracts/call-times.ts';
import type { StaffRole } from '../contracts/staff.ts';
import type { RunningCloud } from '../local-cloud/local-cloud.ts';
import type { SomeoneOfTheHouse } from './greeting.ts';

/*
 * The people of the stand-in for sign-in, each with the role that they are for, as an owner would have granted them. The
 * owner is one by the stage's settings, and needs no grant. They are written down once: whoever changes grants on this
 * machine finds them changed after the next start.
 */

const book = 'staff/people.json';

export async function moveIn(
  { outputs, endpoints }: RunningCloud,
  persons: readonly SomeoneOfTheHouse[],
  now: number,
): Promise<void> {
  const Bucket = Object.values(outputs).find((stack) => stack.StaffBucket)?.StaffBucket;
  const s3 = new S3Client({
    ...clientTimes({ connectMs: 5000, tryMs: 10_000, tries: 3 }),
    endpoint: `${endpoints.S3}`,
    forcePathStyle: true,
    region: 'local-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    const there = await s3.send(new GetObjectCommand({ Bucket, Key: book })).catch((error: unknown) => {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    });
    if (there) return;
    const by = persons.find(({ role }) => role === 'owner')?.email ?? 'settings';
    const people = persons.map((person, at) => bookedPerson(person, at, { by, now }));
    const Body = JSON.stringify({ people });
    await s3.send(new PutObjectCommand({ Bucket, Key: book, Body, ContentType: 'application/json' }));
  } finally {
    s3.destroy();
  }
}

function bookedPerson(
  { subject, email, name, role }: SomeoneOfTheHouse,
  at: number,
  { by, now }: { readonly by: string; readonly now: number },
) {
  const grant = {
    id: `first-grant-${`${at}`.padStart(2, '0')}`,
    role: role as StaffRole,
    scope: { of: 'everything' },
    grantedAt: now,
    grantedBy: by,
  };
  return { email, subject, name, grants: role === 'owner' ? [] : [grant] };
}
