/**
 * Makes every resource of every stack, each after all it refers to. It collects every refusal; it can go on to the end,
 * since making touches nothing. Both the start and the check go through here, so that they say the same.
 */
import { readDynamicReference } from './assembly/dynamic-reference.ts';
import { resolve, type Scope } from './assembly/intrinsics.ts';
import { inOrder } from './assembly/order.ts';
import { referencesOf } from './assembly/references.ts';
import { type Outcome, type Surroundings, stackScope } from './assembly/stack-scope.ts';
import type { Json, Stack, TemplateResource } from './assembly/template.ts';
import type { Cloud, Kind, Made } from './kind.ts';
import { attempt, isConsequence, type Refuse, Refused } from './refused.ts';
import { findParameter } from './secrets/parameter.ts';
import { findSecret } from './secrets/secret.ts';

/** Output values by stack name, then by the output's key. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Refusal {
  readonly stack: string;
  /** Of the resource; `Outputs.<key>` for an output. */
  readonly logicalId: string;
  readonly sentence: string;
}

export interface MadeStacks {
  /** In the order in which they are to be opened. */
  readonly made: readonly Made[];
  readonly outputs: Outputs;
  /** Unless it is empty, nothing is to be opened. */
  readonly refusals: readonly Refusal[];
}

const secretText = (cloud: Cloud, id: string, jsonKey: string | undefined, place: string): string => {
  const secret = findSecret(cloud, id);
  if (secret === undefined) throw new Refused(`${place}: no secret made so far is called "${id}"`);
  const value = secret.value();
  if (jsonKey === undefined) return value;
  let inside: unknown;
  try {
    inside = (JSON.parse(value) as Record<string, unknown> | null)?.[jsonKey];
  } catch {
    throw new Refused(`${place}: the secret "${id}" is no JSON, so it has no key "${jsonKey}"`);
  }
  if (inside === undefined) throw new Refused(`${place}: the secret "${id}" has no key "${jsonKey}"`);
  return String(inside);
};

const surroundings = (cloud: Cloud, exports: ReadonlyMap<string, Json>, outputs: Outputs): Surroundings => ({
  exported: (name) => exports.get(name),
  output: (stack, name) => outputs[stack]?.[name],
  parameter: (region, name) => findParameter(cloud, region, name),
  dynamic: (text, region, place) => {
    const read = readDynamicReference(text);
    if (!read.ok) throw new Refused(`${place}: {{resolve:${text}}}: ${read.problem}`);
    if (read.reference.service === 'secretsmanager') {
      return secretText(cloud, read.reference.secret, read.reference.jsonKey, place);
    }
    const value = findParameter(cloud, region, read.reference.name);
    if (value === undefined) throw new Refused(`${place}: no SSM parameter "${read.reference.name}" in ${region}`);
    return value;
  },
});

/** Says each sentence once, and leaves out those about what another refusal left behind. */
const collector = (refusals: Refusal[]) => {
  const said = new Set<string>();
  return (stack: string, logicalId: string): Refuse =>
    (sentence) => {
      if (isConsequence(sentence) || said.has(sentence)) return;
      said.add(sentence);
      refusals.push({ stack, logicalId, sentence });
    };
};

const isWanted = (condition: string | undefined, scope: Scope, place: string): boolean =>
  condition === undefined || scope.condition(condition, place);

interface Making {
  readonly stack: Stack;
  readonly scope: Scope;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly cloud: Cloud;
}

const makeResource = (
  { stack, scope, kinds, cloud }: Making,
  logicalId: string,
  resource: TemplateResource,
  refuse: Refuse,
): Outcome => {
  const kind = kinds.get(resource.Type);
  if (kind === undefined) {
    refuse(
      `The local cloud does not know the resource type ${resource.Type}, used by ${logicalId} in the stack ${stack.name}.`,
    );
    return 'refused';
  }
  return attempt(refuse, 'refused', () => {
    const resolved = resolve(resource.Properties ?? {}, { ...scope, refuse }, `${stack.name}.${logicalId}`);
    // A function in the place of all properties, which is refused.
    if (typeof resolved !== 'object') return 'refused';
    const properties = resolved as Readonly<Record<string, unknown>>;
    return kind.make(
      { stack: stack.name, logicalId, type: resource.Type, properties, region: stack.region, refuse },
      cloud,
    );
  });
};

export const makeStacks = (stacks: readonly Stack[], kinds: ReadonlyMap<string, Kind>, cloud: Cloud): MadeStacks => {
  const all: Made[] = [];
  const refusals: Refusal[] = [];
  const refuseIn = collector(refusals);
  const exports = new Map<string, Json>();
  const outputs: Record<string, Record<string, string>> = {};
  let isWhole = true;

  for (const stack of stacks) {
    const outcomes = new Map<string, Outcome>();
    const scope = stackScope(stack, outcomes, surroundings(cloud, exports, outputs));
    const resources = new Map(Object.entries(stack.template.Resources ?? {}));
    const order = inOrder(
      [...resources.keys()],
      (id) => {
        const resource = resources.get(id);
        return resource === undefined ? [] : referencesOf(resource);
      },
      `the stack ${stack.name}`,
    );
    for (const logicalId of order) {
      const resource = resources.get(logicalId);
      const refuse = refuseIn(stack.name, logicalId);
      if (resource === undefined) continue;
      // One whose condition is refused is read all the same.
      if (!attempt(refuse, true, () => isWanted(resource.Condition, scope, `${stack.name}.${logicalId}`))) continue;
      const outcome = makeResource({ stack, scope, kinds, cloud }, logicalId, resource, refuse);
      outcomes.set(logicalId, outcome);
      if (outcome === 'refused') isWhole = false;
      else all.push(outcome);
    }

    const values: Record<string, string> = {};
    for (const [name, output] of Object.entries(stack.template.Outputs ?? {})) {
      const place = `${stack.name}.Outputs.${name}`;
      const refuse = refuseIn(stack.name, `Outputs.${name}`);
      const inside = { ...scope, refuse };
      if (!attempt(refuse, true, () => isWanted(output.Condition, scope, place))) continue;
      attempt(refuse, undefined, () => {
        const value = resolve(output.Value, inside, place);
        values[name] = typeof value === 'string' ? value : JSON.stringify(value);
        if (output.Export !== undefined) exports.set(String(resolve(output.Export.Name, inside, place)), value);
      });
    }
    outputs[stack.name] = values;
  }
  if (!isWhole && refusals.length === 0) throw new Error('A resource is not made, and no refusal says why.');
  return { made: all, outputs, refusals };
};
