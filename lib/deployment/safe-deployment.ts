import type { FreezeFile } from '../../contracts/freeze.ts';
import { changeRefusals, type StackChange } from './change-set.ts';
import { freezeRefusals } from './frozen.ts';
import { type LinesSeen, lineRefusals, type Read } from './live-lines.ts';
import { type ExportingStack, exportRefusals } from './lost-exports.ts';
import { type DeployRefusal, judge, refusalText } from './refusal.ts';
import { roleRefusals } from './shared-role.ts';
import { type DeployedTemplate, templateRefusals } from './template-change.ts';

/**
 * A deployment that looks before each step. First at all stacks, from outside: is a line live, is the house frozen, and what do the templates
 * take away? Nothing was touched until then. Then at each stack in turn: at lines and freeze again, since all stacks take longer
 * than the hour before doors, and at CloudFormation's own change set, which can only be made when the stacks before it
 * are there. A stack that is new has nothing to lose.
 *
 *   lines, templates of all ──▶ for each stack: lines, change set ──▶ deploy ──▶ … ──▶ once more all, for outputs and protection
 *          └─ refused                   └─ refused: what is deployed stays
 */
export interface DeployDoors {
  /** The template that is deployed; undefined if the stack is not there. */
  deployed(stack: StackToDeploy): Promise<DeployedTemplate | undefined>;
  /** The changes that CloudFormation would make, all pages of them. */
  changes(stack: StackToDeploy): Promise<readonly StackChange[]>;
  /** Deploys one stack and not those that it needs. */
  deploy(stack: StackToDeploy): Promise<void>;
  /** The time, in milliseconds since 1970. */
  now(): number;
  /** What anyone may read of lines at that time. */
  linesSeen(now: number): Promise<LinesSeen>;
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
}

export type Deployed = { readonly ok: true } | { readonly ok: false; readonly why: string };

export async function deploySafely(
  cloud: DeployDoors,
  plan: SafeDeployment,
  say: (line: string) => void,
): Promise<Deployed> {
  const { stage, stacks, firstTime, although } = plan;
  const there = stacks.filter(({ name }) => !firstTime.has(name));
  const typed = new Set<string>();
  const refusedBy = (refusals: readonly DeployRefusal[]): string | undefined => {
    const { standing } = judge(refusals, although);
    for (const { phrase } of refusals) if (although.includes(phrase)) typed.add(phrase);
    return standing.length > 0 ? refusalText(standing) : undefined;
  };

  // Before the first way in is there, nobody can be in a line.
  const hasWayIn = there.some(({ name }) => name.endsWith('-Edge'));
  const fromOutside = async (): Promise<readonly DeployRefusal[]> => {
    if (!hasWayIn) return [];
    const now = cloud.now();
    return [
      ...lineRefusals(stage, await cloud.linesSeen(now), now),
      ...freezeRefusals(stage, await cloud.freezeSeen(), now),
    ];
  };

  const refusals = [...(await fromOutside())];
  const exporting: ExportingStack[] = [];
  for (const { name, template, ...stack } of stacks) {
    const before = firstTime.has(name) ? undefined : await cloud.deployed({ name, template, ...stack });
    exporting.push({ name, before, next: template });
    if (before) {
      refusals.push(...templateRefusals(name, before, template));
      refusals.push(...roleRefusals(name, before, template));
    }
  }
  const why = refusedBy([...refusals, ...exportRefusals(exporting)]);
  if (why !== undefined) return { ok: false, why };

  for (const [at, stack] of stacks.entries()) {
    const found = [...(await fromOutside())];
    if (!firstTime.has(stack.name)) {
      say(`${stack.name}: asking CloudFormation what would change`);
      found.push(...changeRefusals(stack.name, await cloud.changes(stack)));
    }
    const refused = refusedBy(found);
    if (refused !== undefined) return { ok: false, why: `${refused}${wayOn(stacks, at)}` };
    await cloud.deploy(stack);
  }
  // Nothing that anybody calls is left: this writes outputs, and protects what is new.
  await cloud.finish(firstTime.size > 0);
  for (const phrase of although.filter((each) => !typed.has(each)))
    say(`--although "${phrase}" was of no use: nothing asked for it.`);
  return { ok: true };
}

/** @param at the stack that was refused. */
function wayOn(stacks: readonly StackToDeploy[], at: number): string {
  if (at === 0) return '';
  const names = (some: readonly StackToDeploy[]) => some.map(({ name }) => name).join(', ');
  return [
    '',
    `Deployed before that: ${names(stacks.slice(0, at))}. They stay.`,
    `Not deployed: ${names(stacks.slice(at))}.`,
    'To go on, give the same command again when nothing speaks against it: it passes over what is deployed already.',
  ].join('\n');
}
