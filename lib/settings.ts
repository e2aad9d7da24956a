import { z } from 'zod';
import { unpaidAtDoor } from '../contracts/door.ts';
import { languages } from '../contracts/languages.ts';
import { twoPeopleActs } from '../contracts/levers.ts';
import { failOver } from '../contracts/switch.ts';
import { beaconSetting, missing } from './beacon.ts';
import { restoredFaults, restoredSetting } from './restored.ts';
import { signInSetting } from './sign-in.ts';
import { witnessesSetting } from './witnesses.ts';

/** Acts that may need two people. */
const ofTwo = [...twoPeopleActs, failOver] as const;

/**
 * A stage's settings: the one file a venue writes, `stages/<stage>.json`. Everything that differs between two
 * deployments is here, and nothing else is. Code derives the rest from it (capacities, names). A wrong file is refused
 * as a whole, with one line a field that says what to do.
 */

const hostName = z.string().regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, {
  error: 'must be a host name in lower case such as tickets.example.org, without https:// and without a path',
  // A value that is no name at all is not compared with the others.
  abort: true,
});

const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as eu-west-2');

const whole = (least: number, most: number, what: string) =>
  z
    .number(`must be a number: ${what}`)
    .int(`must be a whole number: ${what}`)
    .min(least, `must be at least ${least.toLocaleString('en')}: ${what}`)
    .max(most, `must be at most ${most.toLocaleString('en')}: ${what}`);

const fields = z.strictObject({
  /** Names every stack: `Stampede-<stage>-WaitingRoom`. The same as the file's name. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be 1 to 20 small letters, digits and hyphens, beginning with a letter'),
  /** The AWS account to deploy into. Left out: the one whose credentials run `cdk deploy`. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be the 12 digits of an AWS account, in quotes, or be left out')
    .optional(),
  regions: z.strictObject({
    /** The region in which everything runs. */
    home: region,
    /** The region that keeps the failover switch. The switch must still work when `home` does not. */
    standby: region,
  }),
  /** The name fans type. */
  domainName: hostName,
  hostedZone: z.strictObject({
    id: z
      .string()
      .regex(/^Z[A-Z0-9]{5,31}$/, 'must be the id of a Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ'),
    name: hostName,
  }),
  /** The destination of fans when the switch is on: the old ticketing site, or a static page outside CloudFront. */
  fallback: z.strictObject({ hostName }),
  /** Fans expected at the largest on-sale. Sizes follow from it: `lib/sizing.ts` has the sums. */
  audienceSize: whole(1, 10_000_000, 'how many fans the largest on-sale may bring'),
  limits: z.strictObject({
    /** A school, an office or a telephone network may share one address: err on the high side. */
    joinsPerAddressPer5Min: whole(10, 2_000_000_000, 'joins that one address may send in five minutes'),
    apiRequestsPerAddressPer5Min: whole(10, 2_000_000_000, 'API requests that one address may send in five minutes'),
    /** Each may become an e-mail, or pairs a device of the door. */
    invitesPerAddressPer5Min: whole(
      10,
      2_000_000_000,
      'links by e-mail and pairings that one address may ask for in five minutes',
    ).default(100),
    /** Of the whole API. AWS allows an account 10,000 unless asked for more. */
    apiRequestsPerSecond: whole(1, 1_000_000, 'API requests a second, of all fans together'),
    apiBurst: whole(1, 1_000_000, 'API requests at one instant, of all fans together'),
  }),
  /**
   * AWS WAF Bot Control looks at joins: `watch` counts those that a program sent, `block` refuses them. Left out: nobody
   * but the line itself judges them.
   */
  bots: z.enum(['watch', 'block']).optional(),
  /** What AWS has granted this account in its home region, where that is not what every account has. */
  quotas: z
    .strictObject({
      /** Lambda's concurrent executions; of an account with several stages, this one's part. */
      accountConcurrency: whole(200, 1_000_000, 'Lambda instances that this stage may use at once').default(1_000),
      /** API Gateway's throttle rate. Left out: what every account has in the region. */
      apiRequestsPerSecond: whole(100, 1_000_000, 'API requests a second that the account may have').optional(),
      /** DynamoDB's table-level throughput, the smaller one of reads and writes. */
      tableUnitsPerSecond: whole(12_000, 10_000_000, 'units a second that one table may be warmed to').default(40_000),
    })
    .prefault({}),
  /** Ids of what the CDN shows to the API. It shows the first, and any is let in; docs/deploy.md says how to rotate. */
  originSecrets: z
    .array(z.string().regex(/^[a-z0-9-]{1,32}$/, 'must be 1 to 32 small letters, digits and hyphens'))
    .min(1, 'must name at least one secret, such as "a"')
    .max(2, 'must name at most 2 secrets: the one that is shown, and the one before or after it')
    .default(['a']),
  payment: z.strictObject({
    methods: z
      .array(z.enum(['box-office', 'stripe', 'sandbox-card'], 'must be "box-office", "stripe" or "sandbox-card"'))
      .min(1, 'must name at least one way to pay'),
    /**
     * A ticket that is not paid yet, at the door: `refuse` sends its owner to the box office, `amber` tells the steward
     * how much is owed, and lets the steward decide.
     */
    unpaidAtDoor: z
      .enum(unpaidAtDoor, 'must be "amber" or "refuse", or be left out: then it is "amber"')
      .default('amber'),
    /** The venue's account at Stripe; docs/deploy.md says where its secret keys go. */
    stripe: z
      .strictObject({
        publishableKey: z
          .string()
          .regex(/^pk_(?:test|live)_\w+$/, 'must be the publishable key, which begins with pk_live_ or pk_test_'),
        /** A stand-in for Stripe on this machine, for `npm start -- --stripe`. */
        apiHost: z
          .string()
          .regex(
            /^http:\/\/(?:127\.0\.0\.1|localhost):\d{2,5}$/,
            'must be an address on this machine such as http://127.0.0.1:12111, or be left out: then it is Stripe itself',
          )
          .optional(),
      })
      .optional(),
  }),
  /**
   * The public beacon of randomness that decides the draws: another chain than drand's quicknet, or `"none"`.
   * docs/deploy.md says what a line without one proves.
   */
  beacon: beaconSetting,
  /** Others who cosign what the boards of lines show, and are asked to. Left out: nobody is. */
  witnesses: witnessesSetting,
  /**
   * Hosts of other sites whose pages may show pictures, fonts and scripts of this one, such as the venue's own. Left out:
   * none may. A link to a page is always welcome.
   */
  linkedFrom: z
    .union([
      z.literal('anywhere'),
      z
        .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/, 'must be a host such as www.example.org'))
        .max(20, 'must be 20 at most'),
    ])
    .default([]),
  /** Sends links to those who join by e-mail. Left out: nobody can. */
  mail: z
    .strictObject({
      /** The address that messages come from, in the hosted zone or below it. */
      sender: z.email({ error: 'must be an e-mail address such as tickets@example.org', abort: true }),
      /**
       * Whether SES still has this account in its sandbox. Then it writes to verified addresses alone, and IAM must allow
       * the recipient's identity too.
       */
      sandbox: z
        .boolean('must be true or false, or be left out: whether SES has the account in its sandbox')
        .default(false),
    })
    .optional(),
  /** The issuer that the people of the house sign in with. Left out: a user pool of the stage's own. */
  signIn: signInSetting,
  /** Who own everything from the first day on, by the addresses that they sign in with. Everybody else is granted it by them. */
  owners: z
    .array(
      z
        .email('must be an e-mail address such as owner@example.org')
        .regex(/^[^,]+$/, 'must be an address without a comma')
        .transform((email) => email.toLowerCase()),
      'must name the people who own this stage, by their e-mail addresses',
    )
    .min(1, 'must name at least one person who owns this stage')
    .max(20, 'must name at most 20 people: others are granted it on the page'),
  /** The control room. */
  control: z
    .strictObject({
      /** What one person asks for and another confirms. An owner decides alone. */
      twoPeople: z
        .array(z.enum(ofTwo, `must be ${ofTwo.map((act) => `"${act}"`).join(', ')}`))
        .default(['end', failOver]),
    })
    .prefault({}),
  /** The buyer of an order that names no language is written to in this one. Pages send theirs along. */
  language: z
    .enum(languages, `must be one of ${languages.join(', ')}, or be left out: then it is ${languages[0]}`)
    .default(languages[0]),
  /** Receives the alarms. Left out: alarms are seen in CloudWatch only. */
  alarmEmail: z.email('must be an e-mail address such as ops@example.org, or be left out').optional(),
  /** Dollars that the account may cost in a month: an alarm tells of four fifths spent, and of a month that will exceed it. */
  monthlyBudget: whole(1, 10_000_000, 'dollars that the account may cost in a month').default(300),
  /** Days after the last performance of an order for which its buyer is kept. Left out: until somebody erases them. */
  keepPersonsDays: whole(30, 36_500, 'days after the last performance for which buyers are kept').optional(),
  logRetentionDays: z
    .literal(
      [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365],
      'must be 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365: the spans CloudWatch keeps logs for',
    )
    .default(30),
  /**
   * True: a part of the invocations tries a new version for five minutes, and alarms take it back. False: a deployment
   * changes all at once, as on a stage that nobody visits.
   */
  canary: z
    .boolean('must be true or false: whether new versions are tried before they get all invocations')
    .default(true),
  /** True: tables, buckets and secrets outlive the stacks and tables refuse deletion. */
  retainData: z.boolean('must be true or false: whether data outlives the stacks'),
  /** Names of tables that were restored, each in the place of the stack's own: docs/restore.md. Left out: none. */
  restored: restoredSetting,
});

export type Settings = z.infer<typeof fields>;

/** The rules between fields. */
const settings = fields.superRefine((given, { addIssue }) => {
  const refuse = (path: string, message: string) => addIssue({ code: 'custom', path: path.split('.'), message });
  const { domainName, hostedZone, fallback, regions, originSecrets, limits, payment } = given;
  if (domainName === hostedZone.name) {
    // The failover pair points at names (CNAME), which DNS forbids at a zone's apex.
    refuse('domainName', `must lie below the zone's apex, such as tickets.${hostedZone.name}`);
  } else if (!domainName.endsWith(`.${hostedZone.name}`)) {
    refuse('domainName', `must end with .${hostedZone.name}, the hosted zone's name`);
  }
  if (fallback.hostName === domainName || fallback.hostName.endsWith(`.${domainName}`)) {
    refuse('fallback.hostName', `must be a site that does not depend on ${domainName}`);
  }
  if (regions.home === regions.standby) {
    refuse('regions.standby', `must differ from regions.home (${regions.home}): the switch must outlive it`);
  }
  const mailDomain = given.mail?.sender.replace(/^.*@/, '').toLowerCase();
  if (mailDomain !== undefined && mailDomain !== hostedZone.name && !mailDomain.endsWith(`.${hostedZone.name}`)) {
    refuse('mail.sender', `must be an address at ${hostedZone.name}, the hosted zone's name, or below it`);
  }
  if (payment.methods.includes('stripe') && !payment.stripe) {
    refuse('payment.stripe', 'is missing: add it with the publishableKey, since payment.methods names "stripe"');
  }
  if (payment.stripe && !payment.methods.includes('stripe')) {
    refuse('payment.stripe', 'is of no use: name "stripe" in payment.methods, or take it out');
  }
  if (new Set(originSecrets).size < originSecrets.length) {
    refuse('originSecrets', 'must name every secret once');
  }
  for (const { role, says } of restoredFaults(given.stage, given.restored)) refuse(`restored.${role}`, says);
  if (limits.joinsPerAddressPer5Min > limits.apiRequestsPerAddressPer5Min) {
    refuse('limits.joinsPerAddressPer5Min', 'must not exceed limits.apiRequestsPerAddressPer5Min: a join is one');
  }
});

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  /** One line a fault: `<source>: <field>: <what to do>`. */
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * The settings in the text of a stage file.
 *
 * @param text JSON.
 * @param source Named in every fault, e.g. `stages/example.json`; the stage must be called as the file.
 */
export function readSettings(text: string, source: string): ReadSettings {
  const refused = (...faults: readonly string[]) =>
    ({ ok: false, faults: faults.map((at) => `${source}: ${at}`) }) as const;
  const json = parseJson(text);
  if (!json.ok) return refused(`is not JSON: ${json.why}`);
  const read = settings.safeParse(json.value, { error: missing });
  if (!read.success) return refused(...read.error.issues.flatMap(lines));
  const file = source.replace(/^.*\//, '').replace(/\.json$/, '');
  if (read.data.stage !== file) return refused(`stage: must be "${file}", the name of the file`);
  return { ok: true, settings: read.data };
}

function lines(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${[...issue.path, key].join('.')}: is not a setting: take it out, or check its spelling`,
    );
  }
  return [`${issue.path.join('.') || 'the file'}: ${issue.message}`];
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}
