import { openingSecond, requestsWanted } from '../lib/sizing.ts';
import { type AccountCheck, whole } from './check.ts';
import { ready, todo, unanswered } from './check-outcome.ts';

/** Service Quotas: API Gateway, throttle rate (Amazon API Gateway quotas). */
const apiRate = { ServiceCode: 'apigateway', QuotaCode: 'L-8A5B8E43' };

export const quotaChecks: readonly AccountCheck[] = [
  {
    name: 'lambda',
    looksAt: 'how many Lambda instances the account may run at once',
    ifNot: 'ask for more in Service Quotas (Lambda, *Concurrent executions*), then raise `quotas.accountConcurrency`',
    async run({ ask, needs, settings }) {
      const answer = await ask({ service: 'lambda', operation: 'GetAccountSettings', region: needs.home });
      if (!answer.ok) return unanswered(answer);
      const may: number = answer.value.AccountLimit.ConcurrentExecutions;
      const { accountConcurrency } = settings.quotas;
      if (may < accountConcurrency)
        return todo(
          `The account may run ${whole(may)} instances at once, and the stage’s file says ${whole(accountConcurrency)}: its deployment would be refused.`,
          `Ask for ${whole(Math.max(needs.lambdaInstances, accountConcurrency))}, or set quotas.accountConcurrency to ${whole(may)}.`,
        );
      return may < needs.lambdaInstances
        ? todo(
            `The account may run ${whole(may)} instances at once; this audience needs ${whole(needs.lambdaInstances)}. With fewer it comes in over more seconds.`,
            `Ask for ${whole(needs.lambdaInstances)}, then raise quotas.accountConcurrency to it.`,
          )
        : ready(
            `The account may run ${whole(may)} instances at once; this audience needs ${whole(needs.lambdaInstances)}.`,
          );
    },
  },
  {
    name: 'api-gateway',
    looksAt: 'how many requests a second API Gateway takes for the account',
    ifNot: 'ask for more in Service Quotas (API Gateway, *Throttle rate*), then raise `quotas.apiRequestsPerSecond`',
    async run({ ask, needs, settings }) {
      const region = needs.home;
      const own = await ask({ service: 'api-quotas', operation: 'GetServiceQuota', region, input: apiRate });
      // An account that was never given another value has only AWS's own.
      const answer =
        own.ok || own.fault !== 'NoSuchResourceException'
          ? own
          : await ask({ service: 'api-quotas', operation: 'GetAWSDefaultServiceQuota', region, input: apiRate });
      if (!answer.ok) return unanswered(answer);
      const may: number = answer.value.Quota.Value;
      const wanted = requestsWanted(settings.audienceSize);
      const joins = openingSecond(settings.audienceSize, Math.min(may, needs.apiRequestsPerSecond)).joins;
      const served = `${whole(joins)} joins a second come through, with a challenge before each`;
      return may < needs.apiRequestsPerSecond
        ? todo(
            `API Gateway takes ${whole(may)} requests a second here, so ${served}; the stage’s file wants ${whole(needs.apiRequestsPerSecond)}.`,
            `Ask for ${whole(needs.apiRequestsPerSecond)}. The burst follows by itself: AWS takes no wishes for it.`,
          )
        : ready(
            `API Gateway takes ${whole(may)} requests a second; the stage’s file wants ${whole(needs.apiRequestsPerSecond)}, so ${served}. ` +
              `This audience needs ${whole(wanted)} to come in within ten seconds.`,
          );
    },
  },
  {
    name: 'dynamodb',
    looksAt: 'to how many units a second one table may be warmed',
    ifNot:
      'ask for more in Service Quotas (DynamoDB, *Table-level read* and *write throughput*), then raise `quotas.tableUnitsPerSecond`',
    async run({ ask, needs }) {
      const answer = await ask({ service: 'dynamodb', operation: 'DescribeLimits', region: needs.home });
      if (!answer.ok) return unanswered(answer);
      const may = Math.min(answer.value.TableMaxReadCapacityUnits, answer.value.TableMaxWriteCapacityUnits);
      const most = Math.max(
        ...Object.values(needs.tables).flatMap(({ readUnitsPerSecond, writeUnitsPerSecond }) => [
          readUnitsPerSecond,
          writeUnitsPerSecond,
        ]),
      );
      return may < most
        ? todo(
            `A table may have ${whole(may)} units a second; the fullest needs ${whole(most)}.`,
            `Ask for ${whole(most)}.`,
          )
        : ready(`A table may have ${whole(may)} units a second; the fullest needs ${whole(most)}.`);
    },
  },
];
