import type { z } from 'zod';

/** Values that are wrong almost everywhere. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e99,
  '',
  ' ',
  '\u200b',
  'x'.repeat(9000),
  '🎭',
  [],
  [1],
  [null],
  {},
  { unknown: 1 },
  Array.from({ length: 200 }, () => 'x'),
];

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
}

/** The errors that a form may be sent with: each field of each of its branches with everything that is wrong, one at a time. */
export function wrongFor(schema: z.ZodType, depth = 4): readonly unknown[] {
  const def = schema.def as unknown as Def;
  if (depth === 0) return wrong;
  const inside = def.innerType ?? def.in;
  if (inside) return wrongFor(inside, depth);
  if (def.options) return [...wrong, ...def.options.flatMap((option) => wrongFor(option, depth))];
  if (def.element) return [...wrong, ...wrongFor(def.element, depth - 1).map((one) => [one])];
  if (!def.shape) return wrong;
  const { shape } = def;
  const said = Object.fromEntries(
    Object.entries(shape).flatMap(([field, one]) => {
      const { type, values } = one.def as unknown as Def;
      return type === 'literal' ? [[field, values?.[0]]] : [];
    }),
  );
  const fields = Object.entries(shape).flatMap(([field, one]) =>
    wrongFor(one, depth - 1).map((value) => ({ ...said, [field]: value })),
  );
  return [...wrong, { ...said, unknown: 1 }, ...fields];
}
