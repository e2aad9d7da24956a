/* The stages that tests look at: what each changes of the example. One process synthesizes them all (synthesize.ts). */

/** A stage that differs from the example wherever it can. */
export const otherWayRound = {
  account: '123456789012',
  alarmEmail: 'ops@example.org',
  retainData: false,
  originSecrets: ['b', 'a'],
  restored: {
    lines: 'Stampede-example-restored-lines-2027-03-01',
    houses: 'Stampede-example-restored-houses-2027-03-01',
    orders: 'Stampede-example-restored-orders-2027-03-01',
    audit: 'Stampede-example-restored-audit-2027-03-01',
  },
  quotas: { accountConcurrency: 3_000, apiRequestsPerSecond: 30_000 },
  limits: {
    joinsPerAddressPer5Min: 300,
    apiRequestsPerAddressPer5Min: 3_000,
    apiRequestsPerSecond: 30_000,
    apiBurst: 15_000,
  },
};

export const forAMillion = { audienceSize: 1_000_000, retainData: false };

/** Where API Gateway gives a quarter of what it gives elsewhere. */
export const inMilan = { regions: { home: 'eu-south-1', standby: 'eu-west-1' }, audienceSize: 10_000 };

export const withMail = { mail: { sender: 'Tickets@mail.stampede.example.org' } };

export const inSesSandbox = { mail: { ...withMail.mail, sandbox: true } };

export const withoutMail = { mail: undefined };

/** Its orders' stack is made by this deployment: no setting, the stand-in for the app reads it. */
export const withoutCanary = { canary: false, firstTime: ['Stampede-example-Ordering'] };

/** Its first deployment. */
export const beforeItsDoors = { firstTime: ['Stampede-example-Foundation', 'Stampede-example-WaitingRoom'] };

export const withoutBeacon = { beacon: 'none' };

export const withStripe = (stripe: object) => ({ payment: { methods: ['box-office', 'stripe'], stripe } });

export const publishableKey = 'pk_test_theatre';

/** Has all that costs something at rest; and besides it, while it rotates, a second secret of the CDN's. */
export const withEverything = {
  ...otherWayRound,
  ...inSesSandbox,
  ...withStripe({ publishableKey }),
  originSecrets: ['a'],
};
export const rotating = { ...withEverything, originSecrets: ['b', 'a'] };

/** A venue that has an issuer already. */
export const withOwnIssuer = {
  signIn: {
    issuer: 'https://login.example.org/venue/',
    clientId: 'tickets',
    audience: 'https://tickets.example.org',
    scope: 'house.staff',
    alsoAt: ['https://tokens.example.org'],
  },
};

export const stagesOfTests: readonly object[] = [
  {},
  otherWayRound,
  forAMillion,
  withMail,
  inSesSandbox,
  withoutMail,
  withoutBeacon,
  withoutCanary,
  beforeItsDoors,
  withStripe({ publishableKey }),
  withEverything,
  rotating,
  inMilan,
  withOwnIssuer,
];
