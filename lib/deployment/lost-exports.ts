import type { DeployRefusal } from './refusal.ts';
import type { DeployedTemplate } from './template-change.ts';

/**
 * CloudFormation neither deletes nor changes an export while another stack imports it. A stack is updated before those that
 * import of it, so what counts is what their templates of before import: the update would fail, also where the next ones
 * import it no more.
 */
export interface ExportingStack {
  readonly name: string;
  /** Undefined if the stack is not there yet. */
  readonly before: DeployedTemplate | undefined;
  readonly next: DeployedTemplate;
}

/** @param stacks in the order in which they are deployed. */
export function exportRefusals(stacks: readonly ExportingStack[]): readonly DeployRefusal[] {
  return stacks.flatMap(({ name, before, next }, at) => {
    const then = exportsOf(next);
    const gone = [...exportsOf(before)].filter(([key, value]) => then.get(key) !== value).map(([key]) => key);
    return gone.flatMap((key) => {
      const users = stacks.slice(at + 1).filter(({ before }) => before && importsOf(before).has(key));
      if (users.length === 0) return [];
      const says = `The export ${key} of ${name} would ${then.has(key) ? 'change' : 'be lost'}`;
      const sentence = `${says} while ${users.map((user) => user.name).join(' and ')} import it: CloudFormation refuses that, and the update would fail.`;
      return [{ sentence, phrase: `lose the export ${key}` }];
    });
  });
}

/** Names and values, as JSON. */
function exportsOf(template: DeployedTemplate | undefined): ReadonlyMap<string, string> {
  return new Map(
    Object.values(template?.Outputs ?? {}).flatMap(({ Export, Value }) =>
      Export ? [[nameOf(Export.Name), JSON.stringify(Value)] as const] : [],
    ),
  );
}

function importsOf(template: DeployedTemplate): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Fn::ImportValue') found.add(nameOf(inner));
      look(inner);
    }
  };
  look(template);
  return found;
}

const nameOf = (name: unknown): string => (typeof name === 'string' ? name : JSON.stringify(name));
