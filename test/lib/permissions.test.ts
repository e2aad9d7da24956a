import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handlers } from '../../contracts/handlers.ts';
import { constructId } from '../../lib/constructs/foundation/grant.ts';
import { policiesOf } from '../../local-cloud/check.ts';
import { Judge } from '../../local-cloud/iam/judge.ts';
import type { Policy } from '../../local-cloud/iam/policy.ts';
import type { PolicyBook } from '../../local-cloud/iam/policy-book.ts';
import {
  type Granted,
  grantedBy,
  keysOf,
  type Needed,
  neededBy,
  notAllowed,
  notNeeded,
  shortName,
} from './permissions.ts';
import { otherWayRound } from './stages.ts';
import { assemblyOf } from './synthesize.ts';

/*
 * The templates against docs/permissions.md, by plain evaluation. That a call really needs what the file says is seen by
 * the journeys (test/journeys/permissions.journey.ts).
 */

const state = mkdtempSync(join(tmpdir(), 'stampede-permissions-'));
afterAll(() => rmSync(state, { recursive: true }));

let book: PolicyBook;
let granted: readonly Granted[];
let needed: readonly Needed[];
beforeAll(async () => {
  book = policiesOf({ assembly: await assemblyOf({}), state });
  granted = grantedBy(book);
  needed = neededBy();
});

/** Functions that start every minute, and are not traced. */
const clocks = new Set(
  Object.entries(handlers).flatMap(([name, handler]) =>
    'by' in handler && handler.by === 'schedule' ? [constructId(name as keyof typeof handlers)] : [],
  ),
);

/** The policy without one action on one resource; a statement that allows more is taken apart for it. */
const without = (policy: Policy, { action, arn }: Granted): Policy => ({
  ...policy,
  statements: policy.statements.flatMap((statement) => {
    const { actions = [], resources = [] } = statement;
    if (!actions.includes(action) || !resources.includes(arn)) return [statement];
    const others = actions.filter((each) => each !== action);
    const elsewhere = resources.filter((each) => each !== arn);
    return [
      ...(others.length > 0 ? [{ ...statement, actions: others }] : []),
      ...(elsewhere.length > 0 ? [{ ...statement, actions: [action], resources: elsewhere }] : []),
    ];
  }),
});

/** The templates as they would be if one function were not let do one thing. */
const taken = (one: Granted): PolicyBook => {
  const role = book.roles.get(one.role);
  if (role === undefined) throw new Error(`There is no role ${one.role}`);
  const policies = role.policies.map((policy) => without(policy, one));
  return { ...book, roles: new Map([...book.roles, [one.role, { ...role, policies }]]) };
};

describe('what functions may do', () => {
  test('is what docs/permissions.md says that they need', () => {
    expect(needed.length).toBeGreaterThan(250);
    expect(notAllowed(book, needed, granted)).toEqual([]);
    expect(notNeeded(granted, needed)).toEqual([]);
  });

  test('is missed by name, whichever single permission is taken out', () => {
    for (const one of granted) {
      const missed = notAllowed(taken(one), granted, granted);
      expect(missed).toEqual([`${one.name} may ${one.action} on ${one.on}: not granted`]);
    }
  });

  test('is missed too where the role would be allowed and a policy denies', () => {
    const one = granted.find(({ name, action }) => name === 'PlaceOrder' && action === 'dynamodb:PutItem');
    const role = book.roles.get(one?.role ?? '');
    if (one === undefined || role === undefined) throw new Error('PlaceOrder puts orders');
    const deny = { effect: 'Deny', actions: ['dynamodb:Put*'], resources: ['*'], conditions: [] } as const;
    const policies = [...role.policies, { name: 'deny', hasVariables: true, statements: [deny] }];
    const shut = { ...book, roles: new Map([...book.roles, [one.role, { ...role, policies }]]) };
    expect(notAllowed(shut, granted, granted)).toEqual(keysOf([one]).map((key) => `${key}: not granted`));
  });

  test.each([{}, otherWayRound])(
    'is for every function: its own log, its traces if it has any, and nothing on everything (%j)',
    async (stage) => {
      const { functions, roles, ...rest } = policiesOf({ assembly: await assemblyOf(stage), state });
      const judge = new Judge({ functions, roles, ...rest });
      const ours = functions.filter(({ runs }) => runs);
      expect(ours.length).toBeGreaterThan(50);
      for (const { role, name: session, label } of ours) {
        const may = (action: string, resource: string) =>
          judge.decide({ is: 'role', arn: role, session }, { action, resource }, 0).allowed;
        // Its role is held to test/lib/trial.test.ts.
        if (label === 'TrialCanary') continue;
        const traced = ![...clocks].some((name) => shortName(label).endsWith(name));
        expect([label, may('xray:PutTraceSegments', '*'), may('xray:PutTelemetryRecords', '*')]).toEqual([
          label,
          traced,
          traced,
        ]);
        const open = roles
          .get(role)
          ?.policies.flatMap(({ statements }) =>
            statements
              .filter(({ resources = ['*'] }) => resources.includes('*'))
              .flatMap(({ actions = ['*'] }) => actions),
          );
        const traces = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
        // CloudWatch knows no resources of what it measures.
        const metrics = shortName(label) === 'ShowPlatform' ? ['cloudwatch:GetMetricData'] : [];
        expect([label, open]).toEqual([label, [...metrics, ...(traced ? traces : [])]]);
      }
    },
  );
});
