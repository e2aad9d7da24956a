import { describe, expect, test } from '@jest/globals';
import type { NoteStore } from '../../../../lambdas/waiting-room/levers/note-store.ts';

/** The duties of every store of notes. */
export function noteStoreContract(name: string, store: () => NoteStore): void {
  describe(`note store: ${name}`, () => {
    const note = (key: string, text = 'The first coach has arrived') => ({
      ...{ key, at: 5, person: 'ada@example.org', text },
    });

    test('a note is written once, whoever sends it again', async () => {
      const notes = store();
      await notes.add('notes-1', note('key-of-note-1'));
      await notes.add('notes-1', { ...note('key-of-note-1', 'another text'), at: 9 });
      await notes.add('notes-1', note('key-of-note-2'));
      const all = await notes.all('notes-1');
      expect([...all].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([note('key-of-note-1'), note('key-of-note-2')]);
    });

    test('each line has its own', async () => {
      expect(await store().all('notes-of-no-line')).toEqual([]);
    });
  });
}
