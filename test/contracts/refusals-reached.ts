import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/*
 * Reads from the source the codes that a function can refuse with. These are the codes that it names in `refuse('…')`,
 * and those of every function of ours that it names. Answers of a store or a gateway are not followed; they refuse
 * nothing.
 */

const home = join(import.meta.dirname, '../..');

/** A file's top-level pieces by name, and where each imported name comes from. */
interface Pieces {
  readonly bodies: ReadonlyMap<string, string>;
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

const read = new Map<string, Pieces>();

function piecesOf(file: string): Pieces {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(join(home, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const imports = new Map<string, { readonly file: string; readonly name: string }>();
  for (const [, names = '', from = ''] of text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)';/gm)) {
    for (const one of names.split(',').map((name) => name.trim())) {
      const [name = '', as = name] = one.split(' as ');
      if (name !== '' && !name.startsWith('type ')) {
        imports.set(as, { file: normalize(join(dirname(file), from)), name });
      }
    }
  }
  const bodies = new Map<string, string>();
  const starts = [...text.matchAll(/^(?:export )?(?:async )?(?:function|const|class) (\w+)/gm)];
  starts.forEach((start, index) => {
    bodies.set(start[1] ?? '', text.slice(start.index, starts[index + 1]?.index));
  });
  const pieces = { bodies, imports };
  read.set(file, pieces);
  return pieces;
}

/** The codes, in the order of the alphabet. */
export function refusalsReached(file: string, name: string): readonly string[] {
  const codes = new Set<string>();
  const seen = new Set<string>();
  const visit = (where: string, what: string): void => {
    if (seen.has(`${where} ${what}`) || !where.startsWith('lambdas/') || !existsSync(join(home, where))) return;
    seen.add(`${where} ${what}`);
    const { bodies, imports } = piecesOf(where);
    const body = bodies.get(what);
    if (body === undefined) return;
    for (const [, code = ''] of body.matchAll(/\brefuse\(\s*'([a-z-]+)'/g)) codes.add(code);
    for (const word of new Set(body.match(/\b[A-Za-z_]\w*\b/g))) {
      if (word !== what && bodies.has(word)) visit(where, word);
      const imported = imports.get(word);
      // The form of a request is refused alike for all: see `formRefusals`.
      if (imported && imported.file !== 'lambdas/foundation/api-route.ts') visit(imported.file, imported.name);
    }
  };
  visit(file, name);
  return [...codes].sort();
}
