import { Names } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { apiPrefix } from '../../../contracts/api.ts';
import { type ApiRoute, apiRoutes, pathPattern } from '../../../contracts/api-paths.ts';
import { busyAddressProblem, busyAddressSeconds } from '../../../contracts/refusals.ts';
import type { Settings } from '../../settings.ts';

export interface AddressGuardProps {
  readonly joinsPer5Min: number;
  readonly invitesPer5Min: number;
  readonly requestsPer5Min: number;
  /** Whether joins are judged by Amazon's knowledge of programs, and what becomes of one that a program sent. */
  readonly bots: Settings['bots'];
}

/** Two messages an order: a house of 40,000 seats sold out in five minutes, were all of them from one address. */
const mostMessages = 80_000;

/** The paths of the routes that the table counts as this. */
const counting = (as: ApiRoute['countsAs']) => pathPattern(apiRoutes.filter(({ countsAs }) => countsAs === as));

/**
 * Limits by address, and Amazon's common rules, before the CDN does anything. WAF for CloudFront lives in
 * us-east-1, whatever the home region. Rates are of five minutes; WAF reacts within about 30 s.
 */
export class AddressGuard extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AddressGuardProps) {
    super(scope, id);
    const { joinsPer5Min, invitesPer5Min, requestsPer5Min, bots } = props;
    const busy = 'busy-address';
    const retry = { name: 'retry-after', value: `${busyAddressSeconds}` };
    const answer = { responseCode: 429, customResponseBodyKey: busy, responseHeaders: [retry] };
    const block = { block: { customResponse: answer } };
    const seen = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples hold addresses and paths; nothing personal is kept (invariant O3).
      sampledRequestsEnabled: false,
    });
    const at = (path: string): CfnWebACL.StatementProperty => ({
      regexMatchStatement: {
        regexString: path,
        fieldToMatch: { uriPath: {} },
        // Another way of writing the path must not be a way round the limit.
        textTransformations: [
          { priority: 0, type: 'URL_DECODE' },
          { priority: 1, type: 'NORMALIZE_PATH' },
          { priority: 2, type: 'LOWERCASE' },
        ],
      },
    });
    const rate = (
      name: string,
      priority: number,
      limit: number,
      scopeDownStatement: CfnWebACL.StatementProperty,
    ): CfnWebACL.RuleProperty => ({
      name,
      priority,
      action: block,
      visibilityConfig: seen(name),
      statement: {
        rateBasedStatement: {
          aggregateKeyType: 'IP',
          evaluationWindowSec: 300,
          limit,
          scopeDownStatement,
        },
      },
    });
    // A payment provider's messages: all of a sale from a dozen addresses. Each is signed, and read only if it is.
    const told = at(`^${counting('payment')}$`);
    const joins = at(`^${counting('join')}`);
    // The dearest rule there is, so it looks at joins alone. Search engines never join.
    const judged: CfnWebACL.RuleProperty = {
      name: 'bots',
      priority: 5,
      overrideAction: bots === 'block' ? { none: {} } : { count: {} },
      visibilityConfig: seen('bots'),
      statement: {
        managedRuleGroupStatement: {
          vendorName: 'AWS',
          name: 'AWSManagedRulesBotControlRuleSet',
          managedRuleGroupConfigs: [{ awsManagedRulesBotControlRuleSet: { inspectionLevel: 'COMMON' } }],
          scopeDownStatement: joins,
        },
      },
    };
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      name: Names.uniqueResourceName(this, { maxLength: 100 }),
      defaultAction: { allow: {} },
      visibilityConfig: seen('all'),
      customResponseBodies: {
        // The firewall takes no other name for JSON; pages know the document by what is in it.
        [busy]: { contentType: 'APPLICATION_JSON', content: JSON.stringify(busyAddressProblem) },
      },
      rules: [
        rate('joins-by-address', 0, joinsPer5Min, joins),
        rate('api-by-address', 1, requestsPer5Min, {
          andStatement: { statements: [at(`^(?:${apiPrefix}|/plain)`), { notStatement: { statement: told } }] },
        }),
        // What may become an e-mail, or opens a door.
        rate('invites-by-address', 2, invitesPer5Min, at(`^${counting('invite')}`)),
        rate('payments-by-address', 3, mostMessages, told),
        {
          name: 'common',
          priority: 4,
          overrideAction: { none: {} },
          visibilityConfig: seen('common'),
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesCommonRuleSet',
              // It refuses bodies above 8 KB, which an order of many slips may exceed; the API has its own limit.
              ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
              // The rules take addresses in a body for an attack, and a provider's message is full of them.
              scopeDownStatement: { notStatement: { statement: told } },
            },
          },
        },
        ...(bots === undefined ? [] : [judged]),
      ],
    });
    this.arn = acl.attrArn;
  }
}
