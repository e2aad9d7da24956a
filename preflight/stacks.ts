import type { Preflight } from './check.ts';
import type { AccountAnswer, AskAccount } from './question.ts';

/** Whether a stack is there, and what it puts out. */
export type Stack =
  | { readonly is: 'there'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly is: 'not deployed' }
  | { readonly is: 'unknown'; readonly answer: Extract<AccountAnswer, { ok: false }> };

export async function stackOf(ask: AskAccount, name: string, region: string): Promise<Stack> {
  const answer = await ask({
    service: 'cloudformation',
    operation: 'DescribeStacks',
    region,
    input: { StackName: name },
  });
  if (!answer.ok) return /does not exist/.test(answer.says) ? { is: 'not deployed' } : { is: 'unknown', answer };
  const outputs: readonly { OutputKey: string; OutputValue: string }[] = answer.value.Stacks?.[0]?.Outputs ?? [];
  return { is: 'there', outputs: Object.fromEntries(outputs.map((one) => [one.OutputKey, one.OutputValue])) };
}

/** A stack of the stage, by its room. */
export const stackNamed = ({ ask, settings, needs }: Preflight, room: string): Promise<Stack> =>
  stackOf(ask, `Stampede-${settings.stage}-${room}`, needs.home);

/** The stack that puts out what a check looks for. */
export const rooms = {
  LinesTable: 'WaitingRoom',
  HousesTable: 'Seating',
  OrdersTable: 'Ordering',
  StripeSecretArn: 'Ordering',
} as const;
