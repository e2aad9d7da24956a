import { keptTypes } from './kept-types.ts';
import type { DeployRefusal } from './refusal.ts';

/**
 * What a stack loses by its next template, told from the two templates alone: a resource with data that is gone or would
 * be replaced, an index that is gone or would be made anew, and what DynamoDB refuses in the middle of an update. A change
 * set does not say of an index more than that the table is modified.
 */
export interface DeployedTemplate {
  readonly Resources?: Readonly<Record<string, DeployedResource>>;
  readonly Outputs?: Readonly<Record<string, DeployedOutput>>;
}

export interface DeployedOutput {
  readonly Value?: unknown;
  readonly Export?: { readonly Name: unknown };
}

export interface DeployedResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export function templateRefusals(
  stack: string,
  deployed: DeployedTemplate,
  next: DeployedTemplate,
): readonly DeployRefusal[] {
  return Object.entries(deployed.Resources ?? {}).flatMap(([id, before]) => {
    const kept = keptTypes[before.Type];
    if (!kept) return [];
    const name = `${stack}/${id}`;
    const after = next.Resources?.[id];
    const says = `${name} (${before.Type})`;
    if (!after) return [{ sentence: `${says} would be removed: ${kept.loses}.`, phrase: `remove ${name}` }];
    if (after.Type !== before.Type)
      return [{ sentence: `${says} would become a ${after.Type}: ${kept.loses}.`, phrase: `replace ${name}` }];
    const changed = kept.fixed.filter((property) => !same(before.Properties?.[property], after.Properties?.[property]));
    if (changed.length > 0)
      return [
        {
          sentence: `${says} would be replaced, because ${changed.join(' and ')} changes: ${kept.loses}.`,
          phrase: `replace ${name}`,
        },
      ];
    return before.Type.startsWith('AWS::DynamoDB::') ? tableRefusals(name, before, after) : [];
  });
}

interface Index {
  readonly IndexName: string;
  readonly KeySchema?: unknown;
  readonly Projection?: unknown;
  readonly WarmThroughput?: unknown;
}

function tableRefusals(name: string, before: DeployedResource, after: DeployedResource): readonly DeployRefusal[] {
  const [old, now] = [before, after].map(indexesOf) as [Map<string, Index>, Map<string, Index>];
  const lost = [...old].flatMap(([index, { KeySchema, Projection }]) => {
    const then = now.get(index);
    const phrase = `drop index ${index} of ${name}`;
    if (!then) return [{ sentence: `The index ${index} of ${name} would be removed: what reads it fails.`, phrase }];
    if (same(KeySchema, then.KeySchema) && same(Projection, then.Projection)) return [];
    return [
      {
        sentence:
          `The index ${index} of ${name} would be made anew, because its keys or what it holds change: what reads it ` +
          'fails until it is filled again. Add an index of another name, and take this one away in a later release.',
        phrase,
      },
    ];
  });
  const added = [...now.keys()].filter((index) => !old.has(index));
  const gone = [...old.keys()].filter((index) => !now.has(index));
  const many =
    added.length + gone.length > 1
      ? [
          {
            sentence:
              `${name} would gain or lose ${added.length + gone.length} indexes (${[...added, ...gone].join(', ')}): ` +
              'DynamoDB does one at a time, and the update would fail.',
            phrase: `change ${added.length + gone.length} indexes of ${name}`,
          },
        ]
      : [];
  return [...lost, ...many, ...lowered(name, before, after, old, now)];
}

/** `Throughput` of the table and of its indexes. */
function lowered(
  name: string,
  before: DeployedResource,
  after: DeployedResource,
  old: ReadonlyMap<string, Index>,
  now: ReadonlyMap<string, Index>,
): readonly DeployRefusal[] {
  const pairs = [
    [name, before.Properties?.WarmThroughput, after.Properties?.WarmThroughput],
    ...[...old].map(([index, { WarmThroughput }]) => [
      `the index ${index} of ${name}`,
      WarmThroughput,
      now.get(index)?.WarmThroughput,
    ]),
  ] as const;
  const units = (of: unknown, what: string) => Number((of as Record<string, unknown> | undefined)?.[what] ?? 0);
  const isLower = (from: unknown, to: unknown) =>
    to !== undefined &&
    ['ReadUnitsPerSecond', 'WriteUnitsPerSecond'].some((what) => units(to, what) < units(from, what));
  return pairs.some(([, from, to]) => isLower(from, to))
    ? [
        {
          sentence: `The warm throughput of ${name} would be lowered: DynamoDB refuses that, and the update would fail.`,
          phrase: `lower ${name}`,
        },
      ]
    : [];
}

function indexesOf({ Properties }: DeployedResource): Map<string, Index> {
  const indexes = (Properties?.GlobalSecondaryIndexes ?? []) as readonly Index[];
  return new Map(indexes.map((index) => [index.IndexName, index]));
}

/** As JSON, whatever the order of its keys. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
