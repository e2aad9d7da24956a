import { api } from '../../../contracts/api.ts';
import type { OnSaleDraft, SeasonDraft } from '../../../contracts/catalogue.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { SignInOnPages } from '../../../contracts/site-config.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import { mailboxIdentity, memberIdentity } from '../../../lambdas/waiting-room/line/line-keys.ts';
import { StageServer } from '../../../simulation/stage/http/stage-server.ts';
import { LineAtHand } from '../../../simulation/stage/line-at-hand.ts';
import { OtherFans } from '../../../simulation/stage/other-fans.ts';
import { keys } from '../../../simulation/stage/platform.ts';
import { RealTime } from '../../../simulation/stage/real-time.ts';
import { Stage } from '../../../simulation/stage/stage.ts';
import { theatrePlan } from './plans.ts';
import { openPretendStripe } from './pretend-stripe.ts';
import { onSaleOf, seasonOf } from './season.ts';
import { type HouseMember, type StaffOf, signInAway, staffOf } from './staff.ts';

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
  /** Seats of `lear-3` that are set aside for a partner, and nobody can have. */
  readonly setAside?: readonly string[];
  /** Pounds if left out. */
  readonly currency?: string;
  /** With a pretend Stripe. */
  readonly stripe?: boolean;
  /** A paid order stays paid: fans may give nothing back. */
  readonly isFinal?: boolean;
  /** Ways to pay in the settings for pages. */
  readonly payments?: readonly string[];
  /** Answers are as small on the wire as the CDN makes them. */
  readonly compress?: boolean;
  /** Where people of the house sign in, by the address of the site. */
  readonly signIn?: (base: string) => SignInOnPages;
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
  /** Somebody of the house with this role, signed in. */
  staffOf(role: StaffRole, of?: StaffOf): HouseMember;
  /** The faults on the way. */
  readonly faults: StageServer['faults'];
  /** Of the Friend of the tests, within the Friends' line. */
  readonly fan: string;
  /** The fan types a card for this order. */
  pay(order: string, card: string): Promise<void>;
  /** What the bank of a disputed order does. */
  answerBank(order: string, state: 'under_review' | 'won' | 'lost'): void;
  close(): Promise<void>;
}

const withoutReturns = ({ returnHours: _, ...onSale }: OnSaleDraft): OnSaleDraft => onSale;

/** The link in the last mail, once there is one. */
export async function linkIn({ stage, time }: Pick<Theatre, 'stage' | 'time'>): Promise<string> {
  while (stage.mailbox.length === 0) await time.wait(5);
  const link = /https?:\/\/\S+/.exec(stage.mailbox.at(-1)?.text ?? '')?.[0];
  if (link === undefined) throw new Error('There is no link in the last mail');
  return link;
}

/** The fan with this address, within the line of everybody. */
export const fanOfMail = (address: string) =>
  keys.line.fanKey('public', mailboxIdentity(keys.line.mailboxKey(address)));

export async function openTheatre(of: TheatreOf): Promise<Theatre> {
  const { site, opensIn = 10, plan = theatrePlan() } = of;
  const time = new RealTime();
  const stripe = of.stripe ? await openPretendStripe() : undefined;
  const stage = new Stage({ time, ...(stripe && { stripe: stripe.atHand }) });
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
  const season = seasonOf(
    of.isFinal ? onSales.map(withoutReturns) : onSales,
    firstNight,
    plan.id,
    of.setAside,
    of.currency,
  );
  await operators.publish(season, [plan]);
  await operators.enrol({ roster: 'friends', members: [friend] });
  await operators.openLinesOf(season);
  await operators.openHouses(season.shows.flatMap(({ performances }) => performances.map(({ id }) => id)));
  const config = { ...(of.payments && { payments: of.payments }), ...(stripe && { stripe: stripe.onPages.config }) };
  const server = new StageServer({
    stage,
    site,
    config,
    ...(of.compress && { compress: true }),
    ...(stripe && { payment: stripe.onPages }),
  });
  const base = await server.open();
  server.config = { ...server.config, signIn: of.signIn?.(base) ?? signInAway(base) };
  stripe?.tell(`${base}${api('POST payments/stripe').url}`);
  return {
    base,
    stage,
    time,
    server,
    faults: server.faults,
    season,
    plan,
    friends: new LineAtHand('friends', stage, time),
    public: new LineAtHand('public', stage, time),
    others: new OtherFans(stage),
    staffOf: (role, scope) => staffOf(stage, role, scope),
    fan: keys.line.fanKey('friends', memberIdentity(['friends'], friend.member)),
    pay: async (order, card) => {
      if (!stripe) throw new Error('This theatre has no Stripe');
      await stripe.pay(order, card);
    },
    answerBank: (order, state) => {
      if (!stripe) throw new Error('This theatre has no Stripe');
      stripe.answerBank(order, state);
    },
    close: async () => {
      time.stop();
      await server.close();
      await stripe?.stop();
    },
  };
}
