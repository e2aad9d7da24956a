import { parseArgs } from 'node:util';

/** The options of `npm run rehearse`. Durations in milliseconds. */
export interface RehearsalOptions {
  /** Folder under `examples/`. */
  readonly world: string;
  readonly fans: number;
  readonly seed: number;
  /** The first on-sale of the season if left out. */
  readonly onSale?: string;
  /** From the start of a cloud of our own to the opening of the doors; ISO 8601 as given. */
  readonly doorsIn: string;
  readonly state: string;
  /** How many times as fast as in real life fans think and shop. */
  readonly pace: number;
  /** From the doors until everyone goes home. */
  readonly atMost: number;
  /** Turn the dial to this first. A cloud of our own is set to 1, so that claims can come late within minutes. */
  readonly claimMinutes?: number;
  /** Of a cloud of our own: whether a call that IAM would refuse is refused, only noted, or not looked at. */
  readonly iam: 'enforce' | 'observe' | 'off';
  readonly json: boolean;
  /** People sit at the control room and the box office meanwhile, and troubles come over them. */
  readonly withPeople: boolean;
  /** The stage whose run-up is told of it: the file of its outputs, or its folder on this machine. */
  readonly report?: string;
  /** Of a stage on AWS that is told. */
  readonly region?: string;
}

export const usage = `npm run rehearse -- [options]
  --world festival    folder under examples/ (also tells the members of its roster)
  --fans 1000         how many come
  --seed 1            the same seed, the same audience
  --on-sale friends   the on-sale; the season's first if left out
  --doors-in PT25S    when a cloud is started for this: from then until the doors open
  --state .stampede   where a running cloud is looked for
  --pace 20           how many times as fast as in real life fans think and shop
  --at-most PT15M     from the doors until everyone goes home
  --claim-minutes 1   turn this dial first, so that late fans come late
  --iam enforce       of a cloud that is started for this: refuse what IAM would refuse; observe notes it, off does neither
  --with-people       for people at the control room and the order book: fans come as slowly as in life, troubles come
                      unannounced, and a sheet says afterwards what was seen and done
  --report where      say the outcome to the run-up of a stage: the file that npm run deploy -- --outputs-file wrote, or the
                      folder of a stage that runs on this machine
  --region eu-west-2  of that stage, if it is on AWS; AWS_REGION if left out
  --json              the result as JSON on stdout, all else on stderr`;

const usual = { fans: '1000', 'doors-in': 'PT25S', pace: '20', 'at-most': 'PT15M' } as const;
/** People need time to find their seats, and fans that are as slow as people. */
const usualWithPeople = { fans: '300', 'doors-in': 'PT3M', pace: '2', 'at-most': 'PT30M' } as const;

/** Options as typed, or a sentence on what is wrong with them. */
export function readOptions(args: readonly string[]): RehearsalOptions | string {
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        world: { type: 'string', default: 'festival' },
        fans: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'on-sale': { type: 'string' },
        'doors-in': { type: 'string' },
        state: { type: 'string', default: '.stampede' },
        pace: { type: 'string' },
        'at-most': { type: 'string' },
        'claim-minutes': { type: 'string' },
        iam: { type: 'string', default: 'enforce' },
        json: { type: 'boolean', default: false },
        'with-people': { type: 'boolean', default: false },
        report: { type: 'string' },
        region: { type: 'string' },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const withPeople = values['with-people'] === true;
  values = { ...(withPeople ? usualWithPeople : usual), ...values };
  const number = (name: string, least: number, most: number): number | string => {
    const value = Number(values[name]);
    const good = Number.isFinite(value) && value >= least && value <= most;
    return good ? value : `--${name} must be a number from ${least} to ${most}, not ${values[name]}`;
  };
  const numbers = {
    fans: number('fans', 1, 100_000),
    seed: number('seed', 0, 2 ** 31),
    pace: number('pace', 0.1, 1000),
    claimMinutes: values['claim-minutes'] === undefined ? 0 : number('claim-minutes', 1, 60),
  };
  for (const value of Object.values(numbers)) if (typeof value === 'string') return value;
  const { fans, seed, pace, claimMinutes } = numbers as Record<keyof typeof numbers, number>;
  const atMost = milliseconds(`${values['at-most']}`);
  if (atMost === undefined || milliseconds(`${values['doors-in']}`) === undefined) {
    return `--${atMost === undefined ? 'at-most' : 'doors-in'} must be a duration such as PT30S or PT2M`;
  }
  const { iam } = values;
  if (iam !== 'enforce' && iam !== 'observe' && iam !== 'off')
    return `--iam must be enforce, observe or off, not ${iam}`;
  return {
    world: `${values.world}`,
    fans: Math.floor(fans),
    seed: Math.floor(seed),
    ...(values['on-sale'] !== undefined && { onSale: `${values['on-sale']}` }),
    doorsIn: `${values['doors-in']}`,
    state: `${values.state}`,
    pace,
    atMost,
    ...(claimMinutes > 0 && { claimMinutes }),
    iam,
    json: values.json === true,
    withPeople,
    ...(values.report !== undefined && { report: `${values.report}` }),
    ...(values.region !== undefined && { region: `${values.region}` }),
  };
}

/** An ISO 8601 duration of hours, minutes and seconds. */
export function milliseconds(duration: string): number | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  if (!match || duration === 'PT') return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}
