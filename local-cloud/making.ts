/**
 * Makes every resource of every stack, each after all it refers to. A type that no kind knows stops
 * everything before the first resource is made.
 */
import { readDynamicReference } from './assembly/dynamic-reference.ts';
import { resolve } from './assembly/intrinsics.ts';
import { inOrder } from './assembly/order.ts';
import { referencesOf } from './assembly/references.ts';
import { type Surroundings, stackScope } from './assembly/stack-scope.ts';
import type { Json, Stack } from './assembly/template.ts';
import type { Cloud, Kind, Made } from './kind.ts';
import { findParameter } from './secrets/parameter.ts';
import { findSecret } from './secrets/secret.ts';

/** Output values by stack name, then by the output's key. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

const refuseUnknownTypes = (stacks: readonly Stack[], kinds: ReadonlyMap<string, Kind>): void => {
  const unknown = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {})
      .filter(([, resource]) => !kinds.has(resource.Type))
      .map(
        ([logicalId, resource]) =>
          `The local cloud does not know the resource type ${resource.Type}, used by ${logicalId} in the stack ${stack.name}.`,
      ),
  );
  if (unknown.length > 0) throw new Error(unknown.join('\n'));
};

const secretText = (cloud: Cloud, id: string, jsonKey: string | undefined, place: string): string => {
  const secret = findSecret(cloud, id);
  if (secret === undefined) throw new Error(`${place}: no secret made so far is called "${id}"`);
  const value = secret.value();
  if (jsonKey === undefined) return value;
  const inside = (JSON.parse(value) as Record<string, unknown>)[jsonKey];
  if (inside === undefined) throw new Error(`${place}: the secret "${id}" has no key "${jsonKey}"`);
  return String(inside);
};

const surroundings = (cloud: Cloud, exports: ReadonlyMap<string, Json>, outputs: Outputs): Surroundings => ({
  exported: (name) => exports.get(name),
  output: (stack, name) => outputs[stack]?.[name],
  parameter: (region, name) => findParameter(cloud, region, name),
  dynamic: (text, region, place) => {
    const read = readDynamicReference(text);
    if (!read.ok) throw new Error(`${place}: {{resolve:${text}}}: ${read.problem}`);
    if (read.reference.service === 'secretsmanager') {
      return secretText(cloud, read.reference.secret, read.reference.jsonKey, place);
    }
    const value = findParameter(cloud, region, read.reference.name);
    if (value === undefined) throw new Error(`${place}: no SSM parameter "${read.reference.name}" in ${region}`);
    return value;
  },
});

/** Makes all, and calls `keep` with each as soon as it is made, so that a failed start can stop what it began. */
export const makeStacks = async (
  stacks: readonly Stack[],
  kinds: ReadonlyMap<string, Kind>,
  cloud: Cloud,
  keep: (made: Made) => void,
): Promise<Outputs> => {
  refuseUnknownTypes(stacks, kinds);
  const exports = new Map<string, Json>();
  const outputs: Record<string, Record<string, string>> = {};

  for (const stack of stacks) {
    const made = new Map<string, Made>();
    const scope = stackScope(stack, made, surroundings(cloud, exports, outputs));
    const resources = new Map(Object.entries(stack.template.Resources ?? {}));
    const wanted = (condition: string | undefined, place: string): boolean =>
      condition === undefined || scope.condition(condition, place);

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
      const place = `${stack.name}.${logicalId}`;
      if (resource === undefined || !wanted(resource.Condition, place)) continue;
      const properties = resolve(resource.Properties ?? {}, scope, place) as Readonly<Record<string, unknown>>;
      const one = await kinds
        .get(resource.Type)
        ?.make({ stack: stack.name, logicalId, type: resource.Type, properties, region: stack.region }, cloud);
      if (one === undefined) continue;
      made.set(logicalId, one);
      keep(one);
    }

    const values: Record<string, string> = {};
    for (const [name, output] of Object.entries(stack.template.Outputs ?? {})) {
      const place = `${stack.name}.Outputs.${name}`;
      if (!wanted(output.Condition, place)) continue;
      const value = resolve(output.Value, scope, place);
      values[name] = typeof value === 'string' ? value : JSON.stringify(value);
      if (output.Export !== undefined) exports.set(String(resolve(output.Export.Name, scope, place)), value);
    }
    outputs[stack.name] = values;
  }
  return outputs;
};
