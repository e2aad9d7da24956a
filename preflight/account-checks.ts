import type { AccountCheck } from './check.ts';
import { ready, todo, unanswered, unknown } from './check-outcome.ts';
import { edgeRegion, regionsOf } from './needs.ts';
import { isUnknownRegion } from './question.ts';
import { stackOf } from './stacks.ts';

/** The version of the bootstrap stack that the templates and their assets ask for. */
export const bootstrapVersion = 8;

/** A signature is refused from 5 minutes on. Long before that, times that people read are wrong. */
const clockMayDifferMs = 2_000;

export const accountChecks: readonly AccountCheck[] = [
  {
    name: 'account',
    looksAt: 'that the credentials are those of the account that the stage may go to',
    ifNot: 'use the profile of that account (`AWS_PROFILE`)',
    async run({ ask, needs }) {
      const answer = await ask({ service: 'sts', operation: 'GetCallerIdentity', region: needs.home });
      if (isUnknownRegion(answer))
        return todo(
          `These credentials are not known in ${needs.home}.`,
          'Look whether the region is spelled right, and switched on in the account (Account → AWS Regions).',
        );
      if (!answer.ok) return unanswered(answer);
      const { Account: account } = answer.value;
      if (needs.account && account !== needs.account)
        return todo(
          `The credentials are of ${account}, and the stage may go to ${needs.account} only.`,
          'Use its profile.',
        );
      return ready(`The credentials are of ${account}.`);
    },
  },
  {
    name: 'clock',
    looksAt: 'that this machine’s clock is that of AWS, to two seconds',
    ifNot: 'set the clock by NTP',
    async run({ ask, needs, now }) {
      const answer = await ask({ service: 'sts', operation: 'Date', region: needs.home });
      if (!answer.ok) return unanswered(answer);
      const apart = Math.abs(now - Date.parse(answer.value.date));
      const seconds = (apart / 1000).toFixed(1);
      return apart <= clockMayDifferMs
        ? ready(`This machine’s clock is ${seconds} s from that of AWS.`)
        : todo(
            `This machine’s clock is ${seconds} s from that of AWS.`,
            'Set it by NTP before you read times from it.',
          );
    },
  },
  {
    name: 'bootstrap',
    looksAt: 'that the CDK’s own stack is in the home region, the standby region and us-east-1',
    ifNot: '`npx cdk bootstrap` for each of them, as above',
    async run({ ask, needs, settings }) {
      const regions = regionsOf(needs);
      const stacks = await Promise.all(regions.map((region) => stackOf(ask, 'CDKToolkit', region)));
      const off = regions.filter((_, at) => {
        const stack = stacks[at];
        return stack?.is === 'unknown' && isUnknownRegion(stack.answer);
      });
      if (off.length > 0)
        return todo(
          `The account does not know ${off.join(' and ')}.`,
          'Look whether it is spelled right, and switched on in the account (Account → AWS Regions).',
        );
      const fault = stacks.find((stack) => stack.is === 'unknown');
      if (fault) return unanswered(fault.answer);
      const missing = regions.filter((_, at) => {
        const stack = stacks[at];
        return !(stack?.is === 'there' && Number(stack.outputs.BootstrapVersion) >= bootstrapVersion);
      });
      const where = missing.map((region) => `aws://${needs.account ?? '<account>'}/${region}`).join(' ');
      return missing.length === 0
        ? ready(`${regions.join(', ')} are prepared for the CDK.`)
        : todo(
            `Not prepared for the CDK: ${missing.join(', ')}.`,
            `npx cdk bootstrap ${where} -c stage=${settings.stage}`,
          );
    },
  },
  {
    name: 'public-access',
    looksAt: 'that S3’s account-wide block lets one object be public: the failover switch, which health checkers read',
    ifNot: 'take `BlockPublicPolicy` and `RestrictPublicBuckets` off for the account; buckets keep their own blocks',
    async run({ ask, needs }) {
      const identity = await ask({ service: 'sts', operation: 'GetCallerIdentity', region: needs.home });
      if (!identity.ok) return unanswered(identity);
      const answer = await ask({
        service: 's3-control',
        operation: 'GetPublicAccessBlock',
        region: needs.standby,
        input: { AccountId: identity.value.Account },
      });
      if (!answer.ok && answer.fault !== 'NoSuchPublicAccessBlockConfiguration') return unanswered(answer);
      const block = answer.ok ? (answer.value.PublicAccessBlockConfiguration ?? {}) : {};
      return block.BlockPublicPolicy || block.RestrictPublicBuckets
        ? todo(
            'The account blocks all public access to S3, so the failover switch cannot be read, and its stack fails.',
            'S3 → Block Public Access settings for this account: switch off the two about policies. Each bucket here has its own.',
          )
        : ready('The account lets the one object of the failover switch be public.');
    },
  },
  {
    name: 'cloudfront',
    looksAt: 'whether CloudFront has verified the account: a new one may be refused its first distribution',
    ifNot: 'ask AWS Support to verify the account for CloudFront, in the case below',
    async run({ ask }) {
      const answer = await ask({
        service: 'cloudfront',
        operation: 'ListDistributions',
        region: edgeRegion,
        input: { MaxItems: 1 },
      });
      if (!answer.ok) return unanswered(answer);
      return (answer.value.DistributionList?.Quantity ?? 0) > 0
        ? ready('The account has a distribution already, so CloudFront has verified it.')
        : unknown(
            'The account has no distribution yet, and nobody can ask whether CloudFront has verified it.',
            'Deploy well before the morning. If it is refused (“must be verified”), send the case below.',
          );
    },
  },
];
