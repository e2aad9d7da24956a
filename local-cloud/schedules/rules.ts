/** The rules of one cloud, and the calls of EventBridge that list them and switch them on and off. */
import type { JsonCall, JsonReply } from '../http/aws-apis.ts';
import type { Ask } from '../iam/judge.ts';
import type { Cloud } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly expression: string;
  readonly isOn: () => boolean;
  /** A rule that is off does not start its functions. */
  readonly turn: (on: boolean) => void;
}

/** By arn. */
export type Rules = Map<string, Rule>;

const bus = 'default';
const mostAtOnce = 100;

const refusal = (type: string, message: string): JsonReply => ({ ok: false, type, message });
const accepted = (body: object): JsonReply => ({ ok: true, body });

const shown = ({ name, arn, description, expression, isOn }: Rule): object => ({
  Name: name,
  Arn: arn,
  ...(description !== undefined && { Description: description }),
  ScheduleExpression: expression,
  State: isOn() ? 'ENABLED' : 'DISABLED',
  EventBusName: bus,
});

const byName = (one: Rule, other: Rule): number => (one.name < other.name ? -1 : 1);

const listRules = (rules: readonly Rule[], { NamePrefix = '', Limit = mostAtOnce, NextToken }: JsonCall['input']) => {
  const most = Number(Limit);
  if (!Number.isInteger(most) || most < 1 || most > mostAtOnce)
    return refusal('ValidationException', `Limit must be between 1 and ${mostAtOnce}`);
  const found = rules.filter(({ name }) => name.startsWith(String(NamePrefix))).sort(byName);
  const rest = found.filter(({ name }) => NextToken === undefined || name > String(NextToken));
  const page = rest.slice(0, most);
  const last = rest.length > most ? page.at(-1) : undefined;
  return accepted({ Rules: page.map(shown), ...(last && { NextToken: last.name }) });
};

const onRule = (rule: Rule, action: string, account: string): JsonReply => {
  switch (action) {
    case 'DescribeRule':
      return accepted({ ...shown(rule), CreatedBy: account });
    case 'EnableRule':
      rule.turn(true);
      return accepted({});
    case 'DisableRule':
      rule.turn(false);
      return accepted({});
    default:
      return refusal('UnknownOperationException', `The local cloud does not run ${action} of EventBridge.`);
  }
};

/** A caller sees the rules of the region that it signs for. */
export const answerEvents = (rules: Rules, account: string, { action, input, region }: JsonCall): JsonReply => {
  const ofRegion = [...rules.values()].filter(({ arn }) => arn.startsWith(`arn:aws:events:${region}:`));
  const named = String(input.EventBusName ?? bus).replace(/^.*\//, '');
  if (named !== bus) return refusal('ResourceNotFoundException', `Event bus ${named} does not exist.`);
  if (action === 'ListRules') return listRules(ofRegion, input);
  const rule = ofRegion.find(({ name }) => name === input.Name);
  return rule === undefined
    ? refusal('ResourceNotFoundException', `Rule ${input.Name} does not exist on EventBus ${bus}.`)
    : onRule(rule, action, account);
};

/** A call must be allowed this. */
export const eventsAsks = (account: string, { action, input, region }: JsonCall): readonly Ask[] => {
  const name = action === 'ListRules' ? '*' : String(input.Name);
  return [{ action: `events:${action}`, resource: `arn:aws:events:${region ?? ''}:${account}:rule/${name}` }];
};

export const rulesOf = (cloud: Cloud): Rules =>
  onceACloud(cloud, 'rules', () => {
    const rules: Rules = new Map();
    const { account, apis } = cloud;
    apis.serveJson('AWSEvents', { asks: (call) => eventsAsks(account, call) }, async (call) =>
      answerEvents(rules, account, call),
    );
    cloud.endpoints.set('EVENTBRIDGE', apis.url);
    return rules;
  });
