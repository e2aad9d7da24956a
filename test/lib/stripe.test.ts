import { beforeAll, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { readSettings } from '../../lib/settings.ts';
import { stripeOnPages } from '../../lib/stripe-on-pages.ts';
import { publishableKey, withStripe } from './stages.ts';
import { type Resource, type Synthesized, stageFile, synthesize } from './synthesize.ts';

describe('a stage with Stripe', () => {
  let platform: Synthesized;
  beforeAll(async () => {
    platform = await synthesize(withStripe({ publishableKey }));
  });

  const all = (type: string): readonly Resource[] => platform.resources.filter(({ Type }) => Type === type);
  const secret = () => {
    const found = all('AWS::SecretsManager::Secret').find(({ Properties }) =>
      /Stripe account/.test(Properties.Description),
    );
    if (!found) throw new Error('no secret for Stripe');
    return found;
  };
  const functionOf = (name: string) =>
    all('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === name);

  test('has a secret to fill in, which outlives the stack and holds no key that would work', () => {
    expect(secret()).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { GenerateSecretString: { SecretStringTemplate: '{"webhooks":[]}', GenerateStringKey: 'key' } },
    });
    expect(JSON.stringify(platform.outputs.StripeSecretArn)).toContain(secret().id);
  });

  test('tells its address to those who speak to Stripe, and they alone may read it', () => {
    const told = all('AWS::Lambda::Function')
      .filter(({ Properties }) => JSON.stringify(Properties.Environment ?? {}).includes(secret().id))
      .map(({ Properties }) => Properties.Description);
    expect(told.sort()).toEqual([
      'ordering/buy/place-order',
      'ordering/buy/settle-order',
      'ordering/buy/tend-orders',
      'ordering/follow/follow-acts',
      'ordering/payment/hear-stripe',
    ]);
    const STRIPE = functionOf('ordering/payment/hear-stripe')?.Properties.Environment.Variables.STRIPE['Fn::Join'][1];
    expect(STRIPE.map((part: unknown) => (typeof part === 'string' ? part : 'arn')).join('')).toBe('{"secret":"arn"}');
    const readers = all('AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties.PolicyDocument).includes(secret().id),
    );
    expect(readers).toHaveLength(told.length);
  });

  test('lets the page of an order alone run Stripe’s script, show its frames and ask its API, and nothing else', () => {
    const policies = all('AWS::CloudFront::ResponseHeadersPolicy').map(
      ({ Properties }) => Properties.ResponseHeadersPolicyConfig,
    );
    const csp = policies.map(
      ({ SecurityHeadersConfig: { ContentSecurityPolicy: of } }) =>
        // The staff's has the names of a user pool in it, and is put together at deployment.
        (typeof of.ContentSecurityPolicy === 'string'
          ? of.ContentSecurityPolicy
          : JSON.stringify(of.ContentSecurityPolicy)) as string,
    );
    const order = csp.find((one) => one.includes('stripe')) ?? '';
    expect(order.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' https://js.stripe.com https://*.js.stripe.com",
      'frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self' https://live.tickets.stampede.example.org https://api.stripe.com",
      "form-action 'self'",
      "base-uri 'none'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
    ]);
    expect(csp.filter((one) => one.includes('stripe'))).toEqual([order]);
    const permitted = policies.filter((policy) => JSON.stringify(policy).includes('payment=(self'));
    expect(permitted.map(({ SecurityHeadersConfig: of }) => of.ContentSecurityPolicy.ContentSecurityPolicy)).toEqual([
      order,
    ]);
    const [site] = all('AWS::CloudFront::Distribution').filter(({ Properties }) =>
      Properties.DistributionConfig.Aliases?.includes('tickets.stampede.example.org'),
    );
    const { CacheBehaviors, DefaultCacheBehavior } = site?.Properties.DistributionConfig ?? {};
    const policyAt = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }) =>
      platform.resources.find(({ id }) => id === ResponseHeadersPolicyId.Ref)?.Properties.ResponseHeadersPolicyConfig;
    const behaviours: (Resource['Properties'] & { PathPattern?: string })[] = [DefaultCacheBehavior, ...CacheBehaviors];
    expect(behaviours.filter((at) => JSON.stringify(policyAt(at)).includes('js.stripe.com'))).toMatchObject([
      { PathPattern: '/order' },
    ]);
  });
});

describe('the settings for the pages', () => {
  test('nothing without Stripe', () => {
    expect(stripeOnPages(undefined)).toBeUndefined();
  });

  test('the script of the same release as the API that the SDK speaks', () => {
    const release = new Stripe('sk_test_x').getApiField('version').replace(/^.*\./, '');
    expect(stripeOnPages({ publishableKey })?.config).toEqual({
      publishableKey,
      js: `https://js.stripe.com/${release}/stripe.js`,
    });
  });

  test('the stand-in’s, and of Stripe nothing, on a laptop', () => {
    const apiHost = 'http://127.0.0.1:12111';
    expect(stripeOnPages({ publishableKey, apiHost })).toEqual({
      config: { publishableKey, js: `${apiHost}/v3/` },
      script: [apiHost],
      frame: [],
      connect: [apiHost],
    });
  });
});

describe('settings', () => {
  const faultsOf = (payment: object) => {
    const read = readSettings(JSON.stringify(stageFile({ payment })), 'stages/example.json');
    return read.ok ? [] : read.faults.map((fault) => fault.replace('stages/example.json: ', ''));
  };
  const onThisMachine =
    'must be an address on this machine such as http://127.0.0.1:12111, or be left out: then it is Stripe itself';

  test.each<[object, readonly string[]]>([
    [withStripe({ publishableKey }).payment, []],
    [withStripe({ publishableKey, apiHost: 'http://localhost:12111' }).payment, []],
    [
      { methods: ['stripe'] },
      ['payment.stripe: is missing: add it with the publishableKey, since payment.methods names "stripe"'],
    ],
    [
      { methods: ['box-office'], stripe: { publishableKey } },
      ['payment.stripe: is of no use: name "stripe" in payment.methods, or take it out'],
    ],
    [
      { methods: ['stripe'], stripe: { publishableKey: 'sk_live_oops' } },
      ['payment.stripe.publishableKey: must be the publishable key, which begins with pk_live_ or pk_test_'],
    ],
    [
      { methods: ['stripe'], stripe: { publishableKey, apiHost: 'http://stripe.example.org:80' } },
      [`payment.stripe.apiHost: ${onThisMachine}`],
    ],
    [
      { methods: ['stripe'], stripe: { publishableKey, secretKey: 'sk_live_oops' } },
      ['payment.stripe.secretKey: is not a setting: take it out, or check its spelling'],
    ],
  ])('%j', (payment, faults) => {
    expect(faultsOf(payment)).toEqual(faults);
  });
});
