import type { OnSaleDraft, SeasonDraft } from '../../../contracts/catalogue.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { memberIdentity } from '../../../lambdas/waiting-room/line/line-keys.ts';
import { StageServer } from '../../../simulation/stage/http/stage-server.ts';
import { LineAtHand } from '../../../simulation/stage/line-at-hand.ts';
import { OtherFans } from '../../../simulation/stage/other-fans.ts';
import { keys, staffKey } from '../../../simulation/stage/platform.ts';
import { RealTime } from '../../../simulation/stage/real-time.ts';
import { Stage } from '../../../simulation/stage/stage.ts';
import { theatrePlan } from './plans.ts';
import { onSaleOf, seasonOf } from './season.ts';

/*
 * A small theatre on a stage, for the pages: its season is published, its lines and houses are open, one Friend is on
 * the roster. All that a page asks for is answered by the real rules (simulation/stage).
 */

export interface TheatreOf {
  /** Folder of the built site. */
  readonly site: string;
  /** Minutes until the doors of both lines open. */
  readonly opensIn?: number;
  /** Of both lines; takes the place of `opensIn`. Milliseconds since the epoch. */
  readonly opensAt?: number;
  readonly plan?: Plan;
  readonly friends?: Partial<OnSaleDraft>;
  readonly public?: Partial<OnSaleDraft>;
}

const minute = 60_000;

/** The Friend of the tests. */
export const friend = { member: 'A1001', postcode: 'PO19 6AP' };

export interface Theatre {
  readonly base: string;
  readonly stage: Stage;
  readonly time: RealTime;
  readonly server: StageServer;
  readonly season: SeasonDraft;
  readonly plan: Plan;
  readonly friends: LineAtHand;
  readonly public: LineAtHand;
  readonly others: OtherFans;
  readonly staffKey: string;
  /** Of the Friend of the tests, within the Friends' line. */
  readonly fan: string;
  close(): Promise<void>;
}

export async function openTheatre(of: TheatreOf): Promise<Theatre> {
  const { site, opensIn = 10, plan = theatrePlan() } = of;
  const time = new RealTime();
  const stage = new Stage({ time });
  const { operators } = stage;
  const opensAt = of.opensAt ?? time.now + opensIn * minute;
  const firstNight = Date.UTC(2027, 5, 4, 18, 30);
  const onSales = [
    onSaleOf({
      id: 'friends',
      title: 'Friends’ priority booking',
      audienceName: 'Friends of the theatre',
      entry: 'members',
      roster: 'friends',
      opensAt,
      ...of.friends,
    }),
    onSaleOf({
      id: 'public',
      title: 'General booking',
      audienceName: 'everyone',
      entry: 'open',
      opensAt,
      ...of.public,
    }),
  ];
  const season = seasonOf(onSales, firstNight, plan.id);
  await operators.publish(season, [plan]);
  await operators.enrol({ roster: 'friends', members: [friend] });
  await operators.openLinesOf(season);
  await operators.openHouses(season.shows.flatMap(({ performances }) => performances.map(({ id }) => id)));
  const server = new StageServer({ stage, site });
  return {
    base: await server.open(),
    stage,
    time,
    server,
    season,
    plan,
    friends: new LineAtHand('friends', stage, time),
    public: new LineAtHand('public', stage, time),
    others: new OtherFans(stage),
    staffKey,
    fan: keys.line.fanKey('friends', memberIdentity(['friends'], friend.member)),
    close: async () => {
      time.stop();
      await server.close();
    },
  };
}
