import type { FreezeFile } from '../../contracts/freeze.ts';
import { changeRefusals, type StackChange } from './change-set.ts';
import { freezeRefusals } from './frozen.ts';
import { type LinesSeen, lineRefusals, type Read } from './live-lines.ts';
import { type DeployRefusal, judge, refusalText } from './refusal.ts';
import { roleRefusals } from './shared-role.ts';
import { type DeployedTemplate, templateRefusals } from './template-change.ts';

/**
 * A deployment that looks before each step. First at all stacks, from outside: is a line live, is the house frozen, and what do the templates
 * take away? Nothing was touched until then. Then at each stack in turn, with CloudFormation's own change set, which can
 * only be made when the stacks before it are there. A stack that is new has nothing to lose.
 *
 *   lines, templates of all ──▶ for each stack: change set ──▶ deploy ──▶ … ──▶ once more all, for outputs and protection
 *          └─ refused                   └─ refused
 */
export interface DeployDoors {
  /** The template that is deployed; undefined if the stack is not there. */
  deployed(stack: StackToDeploy): Promise<DeployedTemplate | undefined>;
  /** The changes that CloudFormation would make, all pages of them. */
  changes(stack: StackToDeploy): Promise<readonly StackChange[]>;
  /** Deploys one stack and not those that it needs. */
  deploy(stack: StackToDeploy): Promise<void>;
  /** What anyone may read of lines. */
  linesSeen(): Promise<LinesSeen>;
  /** When the house is frozen, as anyone may read it. */
  freezeSeen(): Promise<Read<FreezeFile>>;
  /** Deploys what is left, and writes outputs. @param protect whether templates are to be made anew, without first times. */
  finish(protect: boolean): Promise<void>;
}

export interface StackToDeploy {
  readonly name: string;
  readonly region: string;
  readonly template: DeployedTemplate;
}

export interface SafeDeployment {
  readonly stage: string;
  /** In the order of their dependencies. */
  readonly stacks: readonly StackToDeploy[];
  /** Names of those that are not there yet. */
  readonly firstTime: ReadonlySet<string>;
  /** Phrases that were typed. */
  readonly although: readonly string[];
  readonly now: number;
}

export type Deployed = { readonly ok: true } | { readonly ok: false; readonly why: string };

export async function deploySafely(
  cloud: DeployDoors,
  plan: SafeDeployment,
  say: (line: string) => void,
): Promise<Deployed> {
  const { stage, stacks, firstTime, although, now } = plan;
  const there = stacks.filter(({ name }) => !firstTime.has(name));
  const typed = new Set<string>();
  const refusedBy = (refusals: readonly DeployRefusal[]): string | undefined => {
    const { standing } = judge(refusals, although);
    for (const { phrase } of refusals) if (although.includes(phrase)) typed.add(phrase);
    return standing.length > 0 ? refusalText(standing) : undefined;
  };

  // Before the first way in is there, nobody can be in a line.
  const hasWayIn = there.some(({ name }) => name.endsWith('-Edge'));
  const refusals: DeployRefusal[] = hasWayIn
    ? [...lineRefusals(stage, await cloud.linesSeen(), now), ...freezeRefusals(stage, await cloud.freezeSeen(), now)]
    : [];
  for (const stack of there) {
    const before = await cloud.deployed(stack);
    if (before) {
      refusals.push(...templateRefusals(stack.name, before, stack.template));
      refusals.push(...roleRefusals(stack.name, before, stack.template));
    }
  }
  const why = refusedBy(refusals);
  if (why !== undefined) return { ok: false, why };

  for (const stack of stacks) {
    if (!firstTime.has(stack.name)) {
      say(`${stack.name}: asking CloudFormation what would change`);
      const refused = refusedBy(changeRefusals(stack.name, await cloud.changes(stack)));
      if (refused !== undefined) return { ok: false, why: refused };
    }
    await cloud.deploy(stack);
  }
  await cloud.finish(firstTime.size > 0);
  for (const phrase of although.filter((each) => !typed.has(each)))
    say(`--although "${phrase}" was of no use: nothing asked for it.`);
  return { ok: true };
}
