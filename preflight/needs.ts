import { neededConcurrency } from '../lib/concurrency.ts';
import { quotasOf } from '../lib/quotas.ts';
import type { Settings } from '../lib/settings.ts';
import { openingSecond, type WarmThroughput, warmTables } from '../lib/sizing.ts';

/** What the morning of this stage needs of AWS. */
export interface MorningNeeds {
  readonly account: string | undefined;
  readonly home: string;
  readonly standby: string;
  readonly lambdaInstances: number;
  readonly apiRequestsPerSecond: number;
  /** By the output that has the table's name. */
  readonly tables: Readonly<Record<string, WarmThroughput>>;
  readonly mailsADay: number;
  readonly mailsASecond: number;
  /** In the first second. */
  readonly joins: number;
  /** In the same second: an open entry asks for one before each join. */
  readonly challenges: number;
}

/** CloudFront's certificate and firewall, and its metrics, are there whatever the home region. */
export const edgeRegion = 'us-east-1';

/** What SES gives an account that left the sandbox; the platform sends 12 a second. */
const mailsASecond = 14;

export function needsOf(settings: Settings): MorningNeeds {
  const { audienceSize, limits, regions, account } = settings;
  // AWS is asked for what the stage's file wants, and not for what it would be cut down to.
  const second = openingSecond(audienceSize, limits.apiRequestsPerSecond);
  return {
    account,
    home: regions.home,
    standby: regions.standby,
    lambdaInstances: neededConcurrency(audienceSize, second),
    apiRequestsPerSecond: Math.max(limits.apiRequestsPerSecond, quotasOf(settings).apiRequestsPerSecond),
    tables: warmTables(second),
    // A link to join by, and the mail about an order: one of each for a fan at the most.
    mailsADay: audienceSize * 2,
    mailsASecond,
    joins: second.joins,
    challenges: second.challenges,
  };
}

export const regionsOf = ({ home, standby }: Pick<MorningNeeds, 'home' | 'standby'>): readonly string[] => [
  ...new Set([home, standby, edgeRegion]),
];
