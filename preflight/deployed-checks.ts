import type { WarmThroughput } from '../lib/sizing.ts';
import { raiseOf, warmTableOf, warmthFor } from '../lib/warm-raise.ts';
import { type AccountCheck, whole } from './check.ts';
import { notDeployed, ready, todo, unanswered } from './check-outcome.ts';
import { edgeRegion } from './needs.ts';
import { secretChecks } from './secret-checks.ts';
import { rooms, stackNamed } from './stacks.ts';

const told = ({ writeUnitsPerSecond, readUnitsPerSecond }: WarmThroughput): string =>
  `${whole(writeUnitsPerSecond)} writes and ${whole(readUnitsPerSecond)} reads a second`;

export const deployedChecks: readonly AccountCheck[] = [
  {
    name: 'warm-tables',
    looksAt: 'that each table is warmed to the opening second',
    ifNot: '`npm run warm -- -c stage=<stage>`, at least an hour before the doors',
    async run(preflight) {
      const { ask, needs, settings } = preflight;
      const cold: string[] = [];
      for (const [output, wanted] of Object.entries(warmthFor(settings))) {
        const stack = await stackNamed(preflight, rooms[output as keyof typeof rooms]);
        if (stack.is === 'unknown') return unanswered(stack.answer);
        const name = stack.is === 'there' ? stack.outputs[output] : undefined;
        if (name === undefined) return notDeployed(`The stack with ${output}`);
        const answer = await ask({
          service: 'dynamodb',
          operation: 'DescribeTable',
          region: needs.home,
          input: { TableName: name },
        });
        if (!answer.ok) return unanswered(answer);
        const table = warmTableOf(name, answer.value.Table);
        const raise = raiseOf(table, wanted);
        if (!table.settled) cold.push(`${output} is being changed`);
        else if (raise?.warm) cold.push(`${output} has ${told(table.warm)} of ${told(wanted)}`);
        else if (raise) cold.push(`${output} lacks it in ${raise.indexes.map((index) => index.name).join(', ')}`);
      }
      return cold.length === 0
        ? ready('Each table is warmed to the opening second.')
        : todo(`Not warm: ${cold.join('; ')}.`, `npm run warm -- -c stage=${settings.stage}`);
    },
  },
  {
    name: 'certificate',
    looksAt: 'that the certificate of the site is issued, and lasts another month',
    ifNot: 'look in ACM in us-east-1 what it waits for; it renews itself while its DNS records stand',
    async run({ ask, settings, now }) {
      const answer = await ask({
        service: 'acm',
        operation: 'ListCertificates',
        region: edgeRegion,
        input: { MaxItems: 1000 },
      });
      if (!answer.ok) return unanswered(answer);
      const all: readonly { DomainName: string; Status: string; NotAfter?: string | Date }[] =
        answer.value.CertificateSummaryList ?? [];
      const own = all.filter(({ DomainName }) => DomainName === settings.domainName);
      if (own.length === 0) return notDeployed(`The certificate of ${settings.domainName}`);
      const issued = own.find(({ Status }) => Status === 'ISSUED');
      if (!issued)
        return todo(
          `The certificate of ${settings.domainName} is ${own[0]?.Status}.`,
          'Look in ACM in us-east-1 what it waits for.',
        );
      const days = issued.NotAfter
        ? (new Date(issued.NotAfter).getTime() - now) / 86_400_000
        : Number.POSITIVE_INFINITY;
      return days < 30
        ? todo(
            `The certificate of ${settings.domainName} ends in ${Math.floor(days)} days.`,
            'Look in ACM why it was not renewed.',
          )
        : ready(`The certificate of ${settings.domainName} is issued.`);
    },
  },
  ...secretChecks,
  {
    name: 'alarm-mail',
    looksAt: 'that somebody hears the alarms, in the home region and in us-east-1',
    ifNot: 'open the two mails from AWS Notifications, and confirm',
    async run({ ask, needs, settings }) {
      if (!settings.alarmEmail)
        return todo('Nobody is told of alarms.', `Put alarmEmail into stages/${settings.stage}.json, and deploy.`);
      const silent: string[] = [];
      for (const region of new Set([needs.home, edgeRegion])) {
        const answer = await ask({ service: 'sns', operation: 'ListSubscriptions', region });
        if (!answer.ok) return unanswered(answer);
        const all: readonly { Endpoint?: string; SubscriptionArn?: string; TopicArn?: string }[] =
          answer.value.Subscriptions ?? [];
        const heard = all.some(
          ({ Endpoint, SubscriptionArn, TopicArn }) =>
            Endpoint === settings.alarmEmail &&
            TopicArn?.includes(`:Stampede-${settings.stage}-`) &&
            SubscriptionArn?.startsWith('arn:'),
        );
        if (!heard) silent.push(region);
      }
      return silent.length === 0
        ? ready('The address of alarmEmail hears the alarms.')
        : todo(
            `The address of alarmEmail has not confirmed the alarms of ${silent.join(' and ')}.`,
            'Deploy, open the mail from AWS Notifications, and confirm.',
          );
    },
  },
];
