import { describe, expect, test } from '@jest/globals';
import {
  isOfKnownVersion,
  type MessageKind,
  type MessageVersions,
  messageVersions,
  versioned,
} from '../../contracts/message-versions.ts';

const kinds = Object.entries<MessageVersions>(messageVersions) as [MessageKind, MessageVersions][];

describe.each(kinds)('a message of kind %s', (kind, { reads: [oldest, newest], writes }) => {
  test('is read by the release that writes it, and so is the version before it', () => {
    expect(isOfKnownVersion(kind, versioned(kind, { order: 'o' }))).toBe(true);
    expect(isOfKnownVersion(kind, { v: Math.max(0, writes - 1) })).toBe(true);
    expect(oldest).toBeLessThanOrEqual(Math.max(0, writes - 1));
    expect(newest).toBeGreaterThanOrEqual(writes);
    // A new version is written in the release after the one that reads it: never two ahead.
    expect(newest - writes).toBeLessThanOrEqual(1);
  });

  test('without a version is one of before there were any', () => {
    expect(isOfKnownVersion(kind, { order: 'o' })).toBe(oldest === 0);
  });

  test.each([newest + 1, 99, -1, 1.5, '1', null, {}])('of version %j is not known', (v) => {
    expect(isOfKnownVersion(kind, { v })).toBe(false);
  });
});

test('what is no message is for its reader to say', () => {
  for (const none of [undefined, null, 7, 'text', []]) expect(isOfKnownVersion('ask', none)).toBe(true);
});
