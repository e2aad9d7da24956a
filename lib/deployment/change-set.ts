import { keptTypes } from './kept-types.ts';
import type { DeployRefusal } from './refusal.ts';

/**
 * What CloudFormation says that it would do: the changes of one change set, as `DescribeChangeSet` gives them. It is
 * believed where it is worse than the templates: `Conditional` means that it finds out while it deploys, and counts as a
 * replacement.
 */
export interface StackChange {
  readonly ResourceChange?: ResourceChange | undefined;
}

export interface ResourceChange {
  /** `Add`, `Modify`, `Remove`, `Import`, or `Dynamic` if it cannot be told. */
  readonly Action?: string | undefined;
  readonly LogicalResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  /** `True`, `False` or `Conditional`. */
  readonly Replacement?: string | undefined;
  readonly Details?: readonly ChangeDetail[] | undefined;
}

export interface ChangeDetail {
  readonly Target?:
    | {
        readonly Attribute?: string | undefined;
        readonly Name?: string | undefined;
        /** `Never`, `Conditionally` or `Always`. */
        readonly RequiresRecreation?: string | undefined;
      }
    | undefined;
}

export function changeRefusals(stack: string, changes: readonly StackChange[]): readonly DeployRefusal[] {
  return changes.flatMap(({ ResourceChange: change }) => {
    const kept = keptTypes[change?.ResourceType ?? ''];
    if (!change || !kept) return [];
    const name = `${stack}/${change.LogicalResourceId}`;
    const says = `${name} (${change.ResourceType})`;
    if (change.Action === 'Remove')
      return [{ sentence: `${says} would be removed: ${kept.loses}.`, phrase: `remove ${name}` }];
    if (change.Action === 'Dynamic')
      return [{ sentence: `CloudFormation cannot tell what becomes of ${says}.`, phrase: `replace ${name}` }];
    if (change.Action !== 'Modify' || !['True', 'Conditional'].includes(change.Replacement ?? '')) return [];
    const may = change.Replacement === 'True' ? 'would' : 'may';
    const because = namesOf(change.Details ?? []);
    return [
      {
        sentence: `${says} ${may} be replaced${because && `, because ${because} changes`}: ${kept.loses}.`,
        phrase: `replace ${name}`,
      },
    ];
  });
}

/** The properties that ask for it. */
function namesOf(details: readonly ChangeDetail[]): string {
  const names = details.flatMap(({ Target }) =>
    Target && Target.RequiresRecreation !== 'Never' ? [Target.Name ?? Target.Attribute ?? 'something'] : [],
  );
  return [...new Set(names)].join(' and ');
}
