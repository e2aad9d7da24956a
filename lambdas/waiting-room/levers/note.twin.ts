import type { Note, NoteStore } from './note-store.ts';

/** The notes in memory. */
export function noteTwin(): NoteStore {
  const lines = new Map<string, Map<string, Note>>();
  return {
    async add(onSale, note) {
      const notes = lines.get(onSale) ?? new Map<string, Note>();
      lines.set(onSale, notes);
      if (!notes.has(note.key)) notes.set(note.key, { ...note });
    },
    async all(onSale) {
      return [...(lines.get(onSale)?.values() ?? [])];
    },
  };
}
