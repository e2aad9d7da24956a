import { beforeAll, describe, expect, test } from '@jest/globals';
import { forAMillion, withoutCanary } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

let kept: Synthesized;
let letGo: Synthesized;
let firstTime: Synthesized;
beforeAll(async () => {
  [kept, letGo, firstTime] = await Promise.all([synthesize(), synthesize(forAMillion), synthesize(withoutCanary)]);
});

const withData = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SecretsManager::Secret'];
const data = ({ resources }: Synthesized): readonly Resource[] =>
  resources.filter(({ Type }) => withData.includes(Type));

describe('data', () => {
  test('of a real stage outlives its stack and a replacement', () => {
    expect(new Set(data(kept).map(({ Type }) => Type)).size).toBe(withData.length);
    for (const resource of data(kept))
      expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  test('of a stage for trying goes with it', () => {
    for (const resource of data(letGo))
      expect(resource).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });

  test('of a deployment that failed is never left behind without a stack', () => {
    const orphans = [...kept.resources, ...letGo.resources].filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');
    expect(orphans.map(({ id }) => id)).toEqual([]);
  });

  test('in a table that a deployment makes can be rolled back: it is protected by the next', () => {
    const isProtected = (of: Synthesized) =>
      Object.fromEntries(
        of.resources
          .filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')
          .map(({ stack, Properties }) => [stack, Properties.Replicas[0].DeletionProtectionEnabled]),
      );
    expect(isProtected(kept)).toEqual({ Foundation: true, WaitingRoom: true, Seating: true, Ordering: true });
    expect(isProtected(firstTime)).toEqual({ Foundation: true, WaitingRoom: true, Seating: true, Ordering: false });
  });
});

describe('messages', () => {
  test('wait for a week, and among the dead letters for two', () => {
    const days = kept.resources
      .filter(({ Type }) => Type === 'AWS::SQS::Queue')
      .map(({ id, Properties }) => [/DeadLetters/.test(id), Properties.MessageRetentionPeriod / 86_400]);
    expect(days).toHaveLength(6);
    for (const [isDead, retained] of days) expect(retained).toBe(isDead ? 14 : 7);
  });
});

describe('references between stacks', () => {
  const references = (key: string) =>
    kept.resources.flatMap(({ stack, Properties }) =>
      [...JSON.stringify(Properties ?? {}).matchAll(new RegExp(`"${key}":(\\{[^{}]*\\}|"[^"]*")`, 'g'))].map(
        ([, to]) => ({ from: stack, to: to ?? '' }),
      ),
    );

  test('to what holds data or is called are exports, which cannot change while somebody has them', () => {
    const exported = references('Fn::ImportValue').map(({ to }) => to);
    for (const what of [
      'ApiHttpApi',
      'HouseAsksQueue',
      'HouseOutcomesQueue',
      'PublishedFilesBucket',
      'SitePagesBucket',
      'PassKeysRingSecret',
      'PassKeysAtTheEdge',
      'SlipKeysSecret',
      'VoucherKeysSecret',
      'MonitoringAlarms',
    ])
      expect([what, exported.some((to) => to.includes(what))]).toEqual([what, true]);
  });

  test('that are weak go to another region, to a policy, or to what a stage’s file takes away', () => {
    const weak = references('Fn::GetStackOutput').map(({ to }) => JSON.parse(to));
    const names = new Set(weak.map(({ OutputName }) => OutputName.replace(/^PublishOutput(Ref|FnGetAtt)/, '')));
    // CloudWatch is asked by the names of functions: nothing calls them by these.
    const measured =
      /^(JoinLineApiJoinLine|ClaimPassApiClaimPass|HoldSeatsApiHoldSeats|AllocateSeats|PlaceOrderApiPlaceOrder|SettleOrder)Function\w{16}$/;
    const allowed =
      /^(Published(GuardTurns|GuardOrders|Read|HearEnded|Publish|OpenHouses|OpenTrial|Pace|TurnFreeze|TurnSale)|Readings(Look|HandKeys|Read|Write|KeepPlatform)|OriginSecrets|SignInPeople|Mail|Certificate|AddressGuard|SwitchBucket|SiteDistribution|LiveDistribution)/;
    expect([...names].filter((name) => !allowed.test(name) && !measured.test(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(5);
  });

  test('to the people who sign in are weak, and the exports stay for stages that were deployed while they were not', () => {
    const exported = Object.keys(kept.outputs).filter((name) => /^ExportsOutput.*SignInPeople/.test(name));
    expect(exported.map((name) => name.slice(0, -8)).sort()).toEqual([
      'ExportsOutputFnGetAttSignInPeople26B168CCProviderURL',
      'ExportsOutputRefSignInPeopleSite668A9FCA',
    ]);
    expect(references('Fn::ImportValue').filter(({ to }) => to.includes('SignIn'))).toEqual([]);
  });
});
