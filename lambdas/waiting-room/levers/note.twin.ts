import type { MorningNote, NoteStore } from './note-store.ts';

/** The notes in memory. */
export function noteTwin(): NoteStore {
  const lines = new Map<string, Map<string, MorningNote>>();
  return {
    async add(onSale, note) {
      const notes = lines.get(onSale) ?? new Map<string, MorningNote>();
      lines.set(onSale, notes);
      if (!notes.has(note.key)) notes.set(note.key, { ...note });
    },
    async all(onSale) {
      return [...(lines.get(onSale)?.values() ?? [])];
    },
  };
}
