import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/** The sources that a payment provider's form needs. */
export interface PaymentSources {
  readonly script: readonly string[];
  readonly frame: readonly string[];
  readonly connect: readonly string[];
}

/**
 * What the site's pages may do: nothing but run and show our own files, and speak to our own two addresses; and where
 * a payment provider's form is shown, run its script.
 */
const contentSecurityPolicy = (live: string, { script, frame, connect }: PaymentSources): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': ["'self'", ...script].join(' '),
    ...(frame.length > 0 && { 'frame-src': frame.join(' ') }),
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': ["'self'", live, ...connect].join(' '),
    'form-action': "'self'",
    'base-uri': "'none'",
    'manifest-src': "'self'",
    'frame-ancestors': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** What pages do not need, so that nothing injected into one can have it either. A payment provider's form asks wallets. */
const permissionsPolicy = ({ frame }: PaymentSources, allowed: readonly string[] = []): string =>
  ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']
    .map((feature) =>
      feature === 'payment' && frame.length > 0
        ? `payment=(self ${frame.map((source) => `"${source}"`).join(' ')})`
        : `${feature}=(${allowed.includes(feature) ? 'self' : ''})`,
    )
    .join(', ');

const security = (policy: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  // Order keys are in the fragment, never in the path; other sites need not even see the path.
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
}

const noPayment: PaymentSources = { script: [], frame: [], connect: [] };

/** The headers that the CDN adds to every answer: to pages, to published files, to the API's. */
export class AnswerHeaders extends Construct {
  readonly pages: ResponseHeadersPolicy;
  /** Of an order's page: it alone shows a payment provider's form, if there is a provider. */
  readonly order: ResponseHeadersPolicy;
  /** Of the page that reads tickets at the door: it alone has the camera, and a worker of its own scope. */
  readonly door: ResponseHeadersPolicy;
  readonly files: ResponseHeadersPolicy;
  readonly api: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { stage, live, payment }: AnswerHeadersProps) {
    super(scope, id);
    const name = (kind: string) => `Stampede-${stage}-${kind}`;
    const nothing = "default-src 'none'; frame-ancestors 'none'";
    const page = (kind: string, policy: string, permissions: string) =>
      new ResponseHeadersPolicy(this, kind, {
        responseHeadersPolicyName: name(kind),
        securityHeadersBehavior: security(policy),
        customHeadersBehavior: {
          customHeaders: [
            { header: 'permissions-policy', value: permissions, override: true },
            { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          ],
        },
      });
    const ours = contentSecurityPolicy(live, noPayment);
    this.pages = page('Pages', ours, permissionsPolicy(noPayment));
    // An account has twenty of these policies: none is made that says nothing new.
    this.order = payment ? page('Order', contentSecurityPolicy(live, payment), permissionsPolicy(payment)) : this.pages;
    this.door = page('Door', `${ours}; worker-src 'self'`, permissionsPolicy(noPayment, ['camera']));
    this.files = new ResponseHeadersPolicy(this, 'Files', {
      responseHeadersPolicyName: name('Files'),
      securityHeadersBehavior: security(nothing),
      // Anyone may recompute a draw, also in a page of their own. `age` and `date` let a page tell how old a board is.
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlExposeHeaders: ['age', 'date', 'etag'],
        accessControlAllowCredentials: false,
        accessControlMaxAge: Duration.days(1),
        originOverride: true,
      },
    });
    this.api = new ResponseHeadersPolicy(this, 'Api', {
      responseHeadersPolicyName: name('Api'),
      securityHeadersBehavior: security(nothing),
    });
  }
}
