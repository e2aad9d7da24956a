import type { CosignedNote } from '../../../contracts/head-log.ts';
import { noteOf, readCheckpoint, readNote, readVkey, signatureLine, signaturesBy } from '../../../rules/checkpoint.ts';

/**
 * Which cosigned checkpoints stay published. The newest does, since it is of most. And the first after each lobby was
 * committed to does for ever: it was cosigned within seconds, and shows that the roll was there before its beacon. First
 * is the first that has a quorum; until one has, the newest of them.
 */
export function keptNotes(
  all: readonly CosignedNote[],
  log: string,
  { witnesses, quorum }: { readonly witnesses: readonly string[]; readonly quorum: number },
): readonly CosignedNote[] {
  const notes = joined(all, [log, ...witnesses]);
  const firsts = new Map<number, (typeof notes)[number]>();
  for (const one of notes) {
    const first = firsts.get(one.lobbies);
    if (!first || first.count - 1 < Math.max(1, quorum)) firsts.set(one.lobbies, one);
  }
  const last = notes.at(-1);
  return notes
    .filter((one) => one === last || firsts.get(one.lobbies) === one)
    .map(({ lobbies, note }) => ({ lobbies, note }));
}

/** Notes of one text become one, with the signatures of known keys from all of them, once each. In order of size. */
function joined(all: readonly CosignedNote[], vkeys: readonly string[]) {
  const keys = vkeys.flatMap((vkey) => readVkey(vkey) ?? []);
  const texts = new Map<string, { lobbies: number; lines: Map<string, string>; size: number }>();
  for (const { lobbies, note } of all) {
    const read = readNote(note);
    const checkpoint = read && readCheckpoint(read.text);
    if (!read || !checkpoint) continue;
    const same = texts.get(read.text) ?? { lobbies, lines: new Map(), size: checkpoint.size };
    texts.set(read.text, same);
    for (const key of keys) {
      const [signature] = signaturesBy(key, read.signatures);
      if (signature && !same.lines.has(key.id)) same.lines.set(key.id, signatureLine(key, signature.bytes));
    }
  }
  return [...texts]
    .map(([text, { lobbies, lines, size }]) => {
      const inOrder = keys.flatMap(({ id }) => lines.get(id) ?? []);
      return { lobbies, size, note: noteOf(text, inOrder), count: inOrder.length };
    })
    .sort((a, b) => a.size - b.size);
}
