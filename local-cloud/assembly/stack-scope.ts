/**
 * The meaning of names inside one stack: its parameters (by their defaults), the pseudo parameters, conditions and
 * mappings of its template, and the resources that are made so far.
 */
import type { Made } from '../kind.ts';
import { Refused, unmade } from '../refused.ts';
import { resolve, type Scope } from './intrinsics.ts';
import type { Json, Stack } from './template.ts';

/** The part of the world outside that a stack sees. */
export interface Surroundings {
  readonly exported: (name: string) => Json | undefined;
  /** An output of a stack made before. */
  readonly output: (stack: string, name: string) => Json | undefined;
  /** The value of a parameter in SSM's parameter store. */
  readonly parameter: (region: string, name: string) => string | undefined;
  readonly dynamic: (reference: string, region: string, place: string) => string;
}

/** CDK templates ask for the version of the bootstrap stack, which a laptop has not; any recent number does. */
const bootstrapVersion = '30';

const pseudoParameters = (stack: Stack): Readonly<Record<string, Json>> => ({
  'AWS::AccountId': stack.account,
  'AWS::Region': stack.region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack.name,
  'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`,
  'AWS::NotificationARNs': [],
});

/** The result for a resource whose turn has come. A refused one has a stand-in for its name and every attribute. */
export type Outcome = Made | 'refused';

export const stackScope = (stack: Stack, outcomes: ReadonlyMap<string, Outcome>, around: Surroundings): Scope => {
  const pseudo = pseudoParameters(stack);
  const conditions = new Map<string, boolean | 'asked'>();

  const parameter = (name: string): Json | undefined => {
    const declared = stack.template.Parameters?.[name];
    if (declared === undefined) return undefined;
    if (declared.Default === undefined) {
      throw new Refused(
        `${stack.name}: the parameter "${name}" has no default, and the local cloud is given no values.`,
      );
    }
    if (!declared.Type.startsWith('AWS::SSM::Parameter::Value')) return declared.Default;
    const path = String(declared.Default);
    const stored = around.parameter(stack.region, path);
    if (stored !== undefined) return stored;
    if (path.startsWith('/cdk-bootstrap/')) return bootstrapVersion;
    throw new Refused(
      `${stack.name}: no stack made so far has the SSM parameter "${path}" of the parameter "${name}".`,
    );
  };

  const scope: Scope = {
    ref: (name) => {
      const outcome = outcomes.get(name);
      return outcome === 'refused' ? unmade : (outcome?.ref ?? pseudo[name] ?? parameter(name));
    },
    attribute: (logicalId, attribute) => {
      const outcome = outcomes.get(logicalId);
      return outcome === 'refused' ? unmade : (outcome?.attributes[attribute] as Json | undefined);
    },
    exported: around.exported,
    output: around.output,
    mapping: (map, key, attribute) => stack.template.Mappings?.[map]?.[key]?.[attribute],
    condition: (name, place) => {
      const known = conditions.get(name);
      if (known === 'asked') throw new Refused(`${place}: the condition "${name}" depends on itself`);
      if (known !== undefined) return known;
      const declared = stack.template.Conditions?.[name];
      if (declared === undefined) throw new Refused(`${place}: no condition is called "${name}"`);
      conditions.set(name, 'asked');
      try {
        const value = resolve(declared, scope, `${stack.name}.Conditions.${name}`);
        conditions.set(name, value === true);
        return value === true;
      } catch (error) {
        // The next one to ask hears the same.
        conditions.delete(name);
        throw error;
      }
    },
    zones: (region) => ['a', 'b', 'c'].map((zone) => `${region}${zone}`),
    dynamic: (reference, place) => around.dynamic(reference, stack.region, place),
  };
  return scope;
};
