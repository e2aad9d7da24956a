import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import {
  type AnswerKind,
  contentSecurityPolicy,
  filesForAll,
  openerPolicy,
  type PageKind,
  type PaymentSources,
  permissionsPolicy,
  security,
} from '../../../contracts/answer-headers.ts';
import { busyRetrySeconds } from '../../../contracts/problem-files.ts';

const securityOf = (policy: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(security.transportSecurityDays),
    includeSubdomains: true,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
});

export interface AnswerHeadersProps {
  /** Names the policies, which are unique in the account. */
  readonly stage: string;
  /** Origin of the live files, e.g. `https://live.tickets.example.org`. */
  readonly live: string;
  /**
   * The payment provider whose form pages show.
   * @default - none
   */
  readonly payment?: PaymentSources | undefined;
  /** What the staff's pages speak to for a sign-in. */
  readonly issuer: readonly string[];
}

/** The headers that the CDN adds to every answer (contracts/answer-headers.ts): to pages, to published files, to the API's. */
export class AnswerHeaders extends Construct implements Readonly<Record<AnswerKind, ResponseHeadersPolicy>> {
  readonly pages: ResponseHeadersPolicy;
  readonly order: ResponseHeadersPolicy;
  readonly door: ResponseHeadersPolicy;
  readonly staff: ResponseHeadersPolicy;
  readonly files: ResponseHeadersPolicy;
  readonly problems: ResponseHeadersPolicy;
  readonly api: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { stage, live, payment, issuer }: AnswerHeadersProps) {
    super(scope, id);
    const name = (kind: string) => `Stampede-${stage}-${kind}`;
    const sources = { live, payment, issuer };
    const page = (id: string, kind: PageKind) =>
      new ResponseHeadersPolicy(this, id, {
        responseHeadersPolicyName: name(id),
        securityHeadersBehavior: securityOf(contentSecurityPolicy(kind, sources)),
        customHeadersBehavior: {
          customHeaders: [
            { header: 'permissions-policy', value: permissionsPolicy(kind, sources), override: true },
            { header: 'cross-origin-opener-policy', value: openerPolicy, override: true },
          ],
        },
      });
    this.pages = page('Pages', 'pages');
    // An account has twenty of these policies, so none is made that would only repeat another.
    this.order = payment ? page('Order', 'order') : this.pages;
    this.door = page('Door', 'door');
    this.staff = page('Staff', 'staff');
    this.files = new ResponseHeadersPolicy(this, 'Files', {
      responseHeadersPolicyName: name('Files'),
      securityHeadersBehavior: securityOf(contentSecurityPolicy('files', sources)),
      corsBehavior: {
        accessControlAllowOrigins: [...filesForAll.origins],
        accessControlAllowMethods: [...filesForAll.methods],
        accessControlAllowHeaders: [...filesForAll.headers],
        accessControlExposeHeaders: [...filesForAll.exposed],
        accessControlAllowCredentials: false,
        accessControlMaxAge: Duration.days(filesForAll.maxAgeDays),
        originOverride: true,
      },
    });
    this.problems = new ResponseHeadersPolicy(this, 'Problems', {
      responseHeadersPolicyName: name('Problems'),
      securityHeadersBehavior: securityOf(contentSecurityPolicy('problems', sources)),
      customHeadersBehavior: {
        customHeaders: [{ header: 'retry-after', value: `${busyRetrySeconds}`, override: true }],
      },
    });
    this.api = new ResponseHeadersPolicy(this, 'Api', {
      responseHeadersPolicyName: name('Api'),
      securityHeadersBehavior: securityOf(contentSecurityPolicy('api', sources)),
    });
  }
}
