import type { RefusalCode } from '../../contracts/refusals.ts';

/** Every no that a fan's page can meet: all but those for programs and staff. */
type FanRefusal = Exclude<
  RefusalCode,
  | 'body-too-large'
  | 'not-json'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-for-other-sites'
  | 'not-through-the-edge'
  | 'idempotency-key-missing'
  | 'webhook-forged'
  | 'sign-in-missing'
  | 'sign-in-over'
  | 'sign-in-busy'
  | 'sign-in-elsewhere'
  | 'staff-unknown'
  | 'not-allowed'
  | 'turned-meanwhile'
  | 'lever-not-now'
  | 'lines-not-paused'
  | 'second-person-needed'
  | 'owner-by-settings'
  | 'sale-lever-moved'
  | 'run-up-moved'
  | 'freeze-begun'
  | 'not-frozen'
  | 'pairing-code-wrong'
  | 'pairing-code-used'
  | 'door-right-wrong'
  | 'door-right-elsewhere'
  | 'door-right-over'
  | 'door-right-ended'
  | 'door-device-unknown'
  | 'readings-elsewhere'
  | 'fan-unknown'
  | 'help-not-now'
>;

/** The problems that are no refusals: a fault of ours, the CDN's, and the firewall's. */
type FanProblem = FanRefusal | 'fault' | 'busy' | 'too-many-requests';

/** The title says what happened, and the detail says what to do. */
export interface Said {
  readonly title: string;
  readonly detail: string;
}

/** Why the platform said no, by code: the one place where a refusal is said in another language. */
export type RefusalWords = Readonly<Record<FanProblem, Said>>;

/** The fault in one field, by its name. */
export type FieldWords = Readonly<
  Record<'body.member' | 'body.postcode' | 'body.email' | 'body.code' | 'body.message', string>
>;

/**
 * The platform's own words are English, and fit the very request: here stands only what is said better to a fan than to
 * people who write programs.
 */
export const refusalWords: Partial<RefusalWords> = {
  'entry-wrong': {
    title: 'This on-sale is entered another way',
    detail: 'Please load this page again and use its form.',
  },
  'work-wrong': { title: 'The check did not succeed', detail: 'Please try again.' },
  'receipt-missing': {
    title: 'We do not see your place',
    detail: 'Your browser may refuse cookies: allow them, and join again.',
  },
  'receipt-forged': {
    title: 'This is not one of our places',
    detail: 'Join the line again: you get your own place back.',
  },
  'receipt-not-in-roll': {
    title: 'This place is not in the published roll',
    detail:
      'Your receipt bears our signature, and the roll does not have it: we made a mistake, or somebody made it up with our key. Keep it as proof, and tell the box office. Then join again: you get a place in the round that is open now.',
  },
  'slower-lane': {
    title: 'A little more patience',
    detail: 'You come in a few minutes after your number is called. Your place stays yours.',
  },
  fault: {
    title: 'Something went wrong on our side',
    detail: 'Nothing of yours is lost. Please try again in a few seconds.',
  },
  busy: {
    title: 'Very many ask at this moment',
    detail: 'Nothing of yours is lost. Please try again in a few seconds.',
  },
  'too-many-requests': {
    title: 'Very many requests came from your network',
    detail: 'If you have a place, it is kept. Try again in a minute, or from another connection, such as your phone’s.',
  },
};

export const fieldWords: FieldWords = {
  'body.member': 'Type your member number',
  'body.postcode': 'Type your postcode',
  'body.email': 'Type an e-mail address such as ada@example.org',
  'body.code': 'Type the code',
  'body.message': 'Say in a sentence why, in at most 500 characters',
};
