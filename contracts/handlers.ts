import type { StaffPermission } from './staff.ts';

/** Of whoever asks who somebody of the house is: the bucket with the book of the staff, and the owners by settings. */
const ofStaff = ['STAFF_BUCKET', 'STAFF_OWNERS'] as const;

/**
 * Long because it is one table. Every Lambda handler of the platform: the route that reaches it, and its variables. This is the one place where a
 * route is written: everyone else takes it from here, and one that is not here does not compile. Its requests
 * and answers are in `contracts/routes/`, by topic, so that a handler loads the schemas of its own topic alone.
 *
 * `needs` is what a caller must show; without it anyone may call. `countsAs` names the limit by address that the
 * firewall puts on a route, besides the one on all of them. `repeats` says that a request which was answered before is
 * answered again after its pass has ended: the edge lets a genuine pass through for `repeatHours` more, and the handler
 * begins nothing new with it.
 *
 * The CDK constructs supply exactly the keys of `env` and the handlers read exactly these keys, so
 * either side stops compiling when they disagree. A handler without a route is reached by a queue, a
 * schedule, or an operator with `lambda:InvokeFunction`; `by` says which.
 *
 * Names ending in `_ARN` are Secrets Manager ARNs, read at cold start; those ending in `_KEYS_ARN` hold rings of keys
 * (`lambdas/foundation/key-ring.ts`), which are read again while the function runs. `ORIGIN_SECRET_ARNS` are one or
 * two, with a comma between. `EDGE_KEYS_STORE` is the ARN of the key-value store at the edge. `BEACON` is JSON, `{"urls":[…],"chain":{…}}`, or `none`; so says every variable that a
 * stage may do without. `JOINS_A_SECOND` is how many joins come through. `WARM_FUNCTIONS` is JSON, as `WarmFunction` of `pace/warm-doors.ts`. `TRIAL_CANARY` is the name of a canary of Synthetics. `FALLBACK` is JSON, as `FallbackPlace` of `rules/run-up/fallback-reached.ts`. `WATCHED` is JSON, as `Watched` of `contracts/platform.ts`. `TWO_PEOPLE` names the levers that need two people, with a comma between, or is `none`. `STRIPE` is JSON, `{"secret":"arn"}`, and on the local cloud `"api"` with the address of a
 * stand-in.
 */
export const handlers = {
  'waiting-room/entry/join-line': {
    route: 'POST /api/lines/{onSale}/join',
    countsAs: 'join',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/entry/give-challenge': {
    route: 'GET /api/lines/{onSale}/challenge',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/entry/send-invite': {
    route: 'POST /api/lines/{onSale}/invite',
    countsAs: 'invite',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS', 'PUBLISHED_BUCKET', 'MAIL_SENDER', 'SITE_ADDRESS'],
  },
  'waiting-room/turn/claim-pass': {
    route: 'POST /api/lines/{onSale}/claim',
    needs: 'receipt',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'PASS_KEYS_ARN', 'VOUCHER_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/place/leave-line': {
    route: 'POST /api/lines/{onSale}/leave',
    needs: 'receipt',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/place/tend-devices': {
    route: 'POST /api/lines/{onSale}/devices',
    needs: 'receipt',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/place/take-over-place': {
    route: 'POST /api/lines/{onSale}/handover',
    countsAs: 'join',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/turn/extend-pass': {
    route: 'POST /api/lines/{onSale}/extend',
    needs: 'receipt',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'PASS_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/place/appeal-slower-lane': {
    route: 'POST /api/lines/{onSale}/appeal',
    needs: 'receipt',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/find/find-fan': {
    route: 'POST /api/staff/lines/{onSale}/fans',
    needs: { staff: 'find-fans' },
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/find/help-fan': {
    route: 'POST /api/staff/lines/{onSale}/fans/help',
    needs: { staff: 'help-fans' },
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/plain/list-plain-lines': { route: 'GET /plain', env: ['PUBLISHED_BUCKET', 'ORIGIN_SECRET_ARNS'] },
  'waiting-room/plain/show-plain-line': {
    route: 'GET /plain/{onSale}',
    env: ['PUBLISHED_BUCKET', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/plain/act-plain-line': {
    route: 'POST /plain/{onSale}',
    env: [
      'LINES_TABLE',
      'LINE_SECRET_ARN',
      'PASS_KEYS_ARN',
      'VOUCHER_KEYS_ARN',
      'PUBLISHED_BUCKET',
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'waiting-room/place/judge-place': { by: 'operator', env: ['LINES_TABLE'] },
  'waiting-room/place/list-appeals': { by: 'operator', env: ['LINES_TABLE'] },
  'waiting-room/levers/show-levers': {
    route: 'GET /api/staff/lines/{onSale}/levers',
    needs: { staff: 'see-readings' },
    env: ['LINES_TABLE', 'PUBLISHED_BUCKET', 'TWO_PEOPLE', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/levers/pull-lever': {
    route: 'POST /api/staff/lines/{onSale}/levers',
    needs: { staff: 'turn-dials' },
    env: ['LINES_TABLE', 'TWO_PEOPLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/levers/say-message': {
    route: 'POST /api/staff/lines/{onSale}/message',
    needs: { staff: 'message-fans' },
    env: ['LINES_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/levers/act-on-place': {
    route: 'POST /api/staff/lines/{onSale}/places',
    needs: { staff: 'judge-places' },
    env: ['LINES_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/levers/read-log': {
    route: 'GET /api/staff/lines/{onSale}/log',
    needs: { staff: 'see-readings' },
    env: ['LINES_TABLE', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/levers/write-note': {
    route: 'POST /api/staff/lines/{onSale}/log',
    needs: { staff: 'write-notes' },
    env: ['LINES_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/keys/keep-pass-keys': { by: 'schedule', env: ['PASS_KEYS_ARN', 'EDGE_KEYS_STORE'] },
  'waiting-room/pace/keep-pace': {
    by: 'schedule',
    env: [
      'LINES_TABLE',
      'LINE_SECRET_ARN',
      'PUBLISHED_BUCKET',
      'BEACON',
      'WITNESSES',
      'WARM_FUNCTIONS',
      'TRIAL_CANARY',
      'READINGS_BUCKET',
    ],
  },
  'waiting-room/opening/open-line': {
    by: 'operator',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'PUBLISHED_BUCKET', 'BEACON', 'WITNESSES', 'JOINS_A_SECOND'],
  },
  'waiting-room/opening/open-trial': {
    by: 'operator',
    env: ['LINES_TABLE', 'LINE_SECRET_ARN', 'PUBLISHED_BUCKET', 'BEACON'],
  },
  'waiting-room/entry/load-roster': { by: 'operator', env: ['LINES_TABLE', 'LINE_SECRET_ARN'] },
  'waiting-room/line/turn-dials': { by: 'operator', env: ['LINES_TABLE'] },
  'waiting-room/line/say-go': {
    route: 'POST /api/staff/lines/{onSale}/go',
    needs: { staff: 'say-go' },
    env: ['LINES_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'waiting-room/switch/show-switch': {
    route: 'GET /api/staff/switch',
    needs: { staff: 'see-readings' },
    env: [
      'SWITCH_BUCKET',
      'SWITCH_REGION',
      'DOMAIN_NAME',
      'FALLBACK_NAME',
      'TWO_PEOPLE',
      ...ofStaff,
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'waiting-room/switch/turn-switch': {
    route: 'POST /api/staff/switch',
    needs: { staff: 'turn-switch' },
    env: [
      'SWITCH_BUCKET',
      'SWITCH_REGION',
      'LINES_TABLE',
      'TWO_PEOPLE',
      ...ofStaff,
      'AUDIT_TABLE',
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'waiting-room/line/draw-unproved': { by: 'operator', env: ['LINES_TABLE'] },
  'seating/ask/hold-seats': {
    route: 'POST /api/performances/{performance}/holds',
    needs: 'pass',
    repeats: true,
    env: ['HOUSES_TABLE', 'HOUSE_QUEUE_URL', 'PUBLISHED_BUCKET', 'PASS_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/ask/show-hold': {
    route: 'GET /api/performances/{performance}/holds/{hold}',
    needs: 'pass',
    repeats: true,
    env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'PASS_KEYS_ARN', 'SLIP_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/ask/release-hold': {
    route: 'DELETE /api/performances/{performance}/holds/{hold}',
    needs: 'pass',
    repeats: true,
    env: ['HOUSES_TABLE', 'HOUSE_QUEUE_URL', 'PUBLISHED_BUCKET', 'PASS_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/ask/show-basket': {
    route: 'GET /api/basket',
    needs: 'pass',
    repeats: true,
    env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'PASS_KEYS_ARN', 'SLIP_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/ask/extend-basket': {
    route: 'POST /api/basket/extend',
    needs: 'pass',
    repeats: true,
    env: [
      'HOUSES_TABLE',
      'HOUSE_QUEUE_URL',
      'PUBLISHED_BUCKET',
      'PASS_KEYS_ARN',
      'SLIP_KEYS_ARN',
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'seating/ask/find-holds': {
    route: 'POST /api/staff/holds',
    needs: { staff: 'find-fans' },
    env: ['HOUSES_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/plain/show-plain-seats': {
    route: 'GET /plain/{onSale}/seats',
    env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'PASS_KEYS_ARN', 'SLIP_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/plain/act-plain-seats': {
    route: 'POST /plain/{onSale}/seats',
    env: [
      'HOUSES_TABLE',
      'HOUSE_QUEUE_URL',
      'PUBLISHED_BUCKET',
      'PASS_KEYS_ARN',
      'SLIP_KEYS_ARN',
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'seating/ask/show-availability': {
    route: 'GET /api/performances/{performance}/availability',
    env: ['HOUSES_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'seating/allocate/allocate-seats': { by: 'queue', env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'OUTCOMES_QUEUE_URL'] },
  'seating/allocate/end-lost-asks': { by: 'queue', env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET'] },
  'seating/stock/count-stock': { by: 'schedule', env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'READINGS_BUCKET'] },
  'seating/house/open-house': { by: 'operator', env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET'] },
  'seating/house/open-trial-house': { by: 'operator', env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET'] },
  'seating/levers/read-sale': {
    route: 'GET /api/staff/sale/{onSale}',
    needs: { staff: 'sell-levers' },
    env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'PAYMENT_METHODS', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'seating/levers/turn-sale': {
    route: 'POST /api/staff/sale/{onSale}',
    needs: { staff: 'sell-levers' },
    env: ['HOUSES_TABLE', 'PUBLISHED_BUCKET', 'PAYMENT_METHODS', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/buy/place-order': {
    route: 'POST /api/orders',
    needs: 'pass',
    repeats: true,
    env: [
      'ORDERS_TABLE',
      'HOUSE_QUEUE_URL',
      'PUBLISHED_BUCKET',
      'PASS_KEYS_ARN',
      'SLIP_KEYS_ARN',
      'VOUCHER_KEYS_ARN',
      'ORDERING_SECRET_ARN',
      'ORIGIN_SECRET_ARNS',
      'PAYMENT_METHODS',
      'VENUE_LANGUAGE',
      'STRIPE',
    ],
  },
  'ordering/buy/find-orders': {
    route: 'GET /api/lines/{onSale}/orders',
    needs: 'receipt',
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/plain/show-plain-orders': {
    route: 'GET /plain/{onSale}/orders',
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/plain/act-plain-orders': {
    route: 'POST /plain/{onSale}/orders',
    env: [
      'ORDERS_TABLE',
      'HOUSE_QUEUE_URL',
      'PUBLISHED_BUCKET',
      'PASS_KEYS_ARN',
      'SLIP_KEYS_ARN',
      'VOUCHER_KEYS_ARN',
      'ORDERING_SECRET_ARN',
      'ORIGIN_SECRET_ARNS',
      'PAYMENT_METHODS',
      'VENUE_LANGUAGE',
    ],
  },
  'ordering/buy/show-order': {
    route: 'GET /api/orders/{order}',
    needs: 'order-key',
    env: [
      'ORDERS_TABLE',
      'PUBLISHED_BUCKET',
      'SLIP_KEYS_ARN',
      'VOUCHER_KEYS_ARN',
      'ORDERING_SECRET_ARN',
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'ordering/change/cancel-order': {
    route: 'POST /api/orders/{order}/cancel',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'HOUSE_QUEUE_URL', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/change/exchange-seats': {
    route: 'POST /api/orders/{order}/exchange',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'HOUSE_QUEUE_URL', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/change/give-back-tickets': {
    route: 'POST /api/orders/{order}/give-back',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'HOUSE_QUEUE_URL', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/change/choose-date': {
    route: 'POST /api/orders/{order}/choose-date',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'HOUSE_QUEUE_URL', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/consent/take-back-news': {
    route: 'POST /api/orders/{order}/take-back-news',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/consent/list-consents': {
    route: 'GET /api/staff/consents',
    needs: { staff: 'export-consents' },
    env: ['ORDERS_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/personal/find-person': {
    route: 'POST /api/staff/personal-data',
    needs: { staff: 'keep-personal-data' },
    env: ['ORDERS_TABLE', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/book/list-orders': {
    route: 'GET /api/staff/orders',
    needs: { staff: 'read-orders' },
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/book/seek-orders': {
    route: 'POST /api/staff/orders',
    needs: { staff: 'find-fans' },
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/book/audit-order': {
    route: 'GET /api/staff/orders/{order}',
    needs: { staff: 'read-orders' },
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/book/change-order': {
    route: 'POST /api/staff/orders/{order}',
    needs: { staff: 'change-orders' },
    env: [
      'ORDERS_TABLE',
      'HOUSE_QUEUE_URL',
      'PUBLISHED_BUCKET',
      'ORDERING_SECRET_ARN',
      'ANNOUNCEMENTS_QUEUE_URL',
      ...ofStaff,
      'AUDIT_TABLE',
      'ORIGIN_SECRET_ARNS',
    ],
  },
  'ordering/buy/settle-order': {
    by: 'queue',
    env: ['ORDERS_TABLE', 'HOUSE_QUEUE_URL', 'ORDERING_SECRET_ARN', 'ANNOUNCEMENTS_QUEUE_URL', 'STRIPE'],
  },
  'ordering/buy/tend-orders': {
    by: 'schedule',
    env: [
      'ORDERS_TABLE',
      'HOUSE_QUEUE_URL',
      'ORDERING_SECRET_ARN',
      'ANNOUNCEMENTS_QUEUE_URL',
      'STRIPE',
      'KEEP_PERSONS_DAYS',
    ],
  },
  'ordering/readings/count-orders': { by: 'schedule', env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', 'READINGS_BUCKET'] },
  'ordering/follow/follow-acts': {
    by: 'schedule',
    env: [
      'ORDERS_TABLE',
      'HOUSE_QUEUE_URL',
      'PUBLISHED_BUCKET',
      'ORDERING_SECRET_ARN',
      'ANNOUNCEMENTS_QUEUE_URL',
      'STRIPE',
    ],
  },
  'ordering/follow/list-followed': { by: 'operator', env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET'] },
  'ordering/payment/hear-stripe': {
    route: 'POST /api/payments/stripe',
    needs: 'signature',
    countsAs: 'payment',
    env: ['ORDERS_TABLE', 'HOUSE_QUEUE_URL', 'STRIPE', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/ticket/give-tickets': {
    route: 'GET /api/orders/{order}/tickets.pdf',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/ticket/show-ticket-key': {
    route: 'GET /api/ticket-key',
    env: ['ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/ticket/give-calendar': {
    route: 'GET /api/orders/{order}/calendar.ics',
    needs: 'order-key',
    env: ['ORDERS_TABLE', 'ORDERING_SECRET_ARN', 'ORIGIN_SECRET_ARNS', 'SITE_ADDRESS'],
  },
  'ordering/mail/tell-buyer': {
    by: 'queue',
    env: ['ORDERS_TABLE', 'ORDERING_SECRET_ARN', 'PUBLISHED_BUCKET', 'MAIL_SENDER', 'SITE_ADDRESS'],
  },
  'ordering/door/admit-tickets': {
    route: 'POST /api/staff/door/{performance}',
    needs: 'door-right',
    env: [
      'ORDERS_TABLE',
      'PUBLISHED_BUCKET',
      'ORDERING_SECRET_ARN',
      'STEWARD_KEYS_ARN',
      'ORIGIN_SECRET_ARNS',
      'UNPAID_AT_DOOR',
    ],
  },
  'ordering/door/list-admissions': {
    route: 'GET /api/staff/door/{performance}',
    needs: 'door-right',
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', 'ORDERING_SECRET_ARN', 'STEWARD_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/door/list-guests': {
    route: 'GET /api/staff/door/{performance}/guests',
    needs: 'door-right',
    env: ['ORDERS_TABLE', 'STEWARD_KEYS_ARN', 'ORIGIN_SECRET_ARNS', 'UNPAID_AT_DOOR'],
  },
  'ordering/pairing/pair-device': {
    route: 'POST /api/pairings/{performance}',
    countsAs: 'invite',
    env: ['ORDERS_TABLE', 'STEWARD_KEYS_ARN', 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/pairing/list-devices': {
    route: 'GET /api/staff/door/{performance}/devices',
    needs: { staff: 'pair-devices' },
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'ordering/pairing/change-devices': {
    route: 'POST /api/staff/door/{performance}/devices',
    needs: { staff: 'pair-devices' },
    env: ['ORDERS_TABLE', 'PUBLISHED_BUCKET', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'staff/people/show-me': {
    route: 'GET /api/staff/me',
    needs: 'sign-in',
    env: ['SIGN_IN_ISSUER', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'staff/people/list-people': {
    route: 'GET /api/staff/people',
    needs: { staff: 'grant-roles' },
    env: [...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'staff/people/change-people': {
    route: 'POST /api/staff/people',
    needs: { staff: 'grant-roles' },
    env: [...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'staff/audit/read-audit': {
    route: 'GET /api/staff/audit',
    needs: { staff: 'read-audit' },
    env: [...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'control-room/readings/list-readings': {
    route: 'GET /api/staff/readings',
    needs: { staff: 'see-readings' },
    env: ['READINGS_BUCKET', 'PUBLISHED_BUCKET', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'control-room/readings/show-readings': {
    route: 'GET /api/staff/readings/{onSale}',
    needs: { staff: 'see-readings' },
    env: ['READINGS_BUCKET', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'control-room/readings/show-shared-readings': {
    route: 'GET /api/readings/{onSale}/{key}',
    env: ['READINGS_BUCKET', 'ORIGIN_SECRET_ARNS'],
  },
  'control-room/readings/show-history': {
    route: 'GET /api/staff/readings/{onSale}/history',
    needs: { staff: 'see-readings' },
    env: ['READINGS_BUCKET', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'control-room/platform/show-platform': {
    route: 'GET /api/staff/platform',
    needs: { staff: 'see-readings' },
    env: ['READINGS_BUCKET', 'WATCHED', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'run-up/plan/show-run-up': {
    route: 'GET /api/staff/run-up/{onSale}',
    needs: { staff: 'see-readings' },
    env: ['RUN_UP_BUCKET', 'PUBLISHED_BUCKET', ...ofStaff, 'ORIGIN_SECRET_ARNS'],
  },
  'run-up/plan/change-run-up': {
    route: 'POST /api/staff/run-up/{onSale}',
    needs: { staff: 'keep-plan' },
    env: ['RUN_UP_BUCKET', 'PUBLISHED_BUCKET', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'run-up/freeze/turn-freeze': {
    route: 'POST /api/staff/run-up/{onSale}/freeze',
    needs: { staff: 'keep-plan' },
    env: ['RUN_UP_BUCKET', 'PUBLISHED_BUCKET', ...ofStaff, 'AUDIT_TABLE', 'ORIGIN_SECRET_ARNS'],
  },
  'run-up/checks/report-checks': { by: 'operator', env: ['RUN_UP_BUCKET'] },
  // By the clock too, every hour.
  'run-up/checks/reach-fallback': { by: 'operator', env: ['RUN_UP_BUCKET', 'FALLBACK'] },
  'catalogue/import-plan': { by: 'operator', env: ['PUBLISHED_BUCKET'] },
  'catalogue/publish-season': { by: 'operator', env: ['PUBLISHED_BUCKET', 'PAYMENT_METHODS', 'SITE_ADDRESS'] },
  'catalogue/cancel-performance': { by: 'operator', env: ['PUBLISHED_BUCKET', 'SITE_ADDRESS'] },
  'catalogue/move-performance': { by: 'operator', env: ['PUBLISHED_BUCKET', 'SITE_ADDRESS'] },
  'foundation/answer-unknown': { route: '$default', env: ['ORIGIN_SECRET_ARNS'] },
} as const satisfies Record<string, Handler>;

interface Handler {
  readonly route?: string;
  readonly needs?: Needs;
  readonly repeats?: true;
  readonly countsAs?: 'join' | 'invite' | 'payment';
  readonly by?: 'schedule' | 'operator' | 'queue';
  readonly env: readonly string[];
}

/**
 * How long after its end a pass still fetches the answer to what was asked with it. A laptop that was closed in the
 * moment of paying is open again the next day. After that a fan finds the order by the receipt.
 */
export const repeatHours = 24;

/**
 * The receipt of a place; the pass, which the edge asks for already; the key of one order; a payment provider's
 * signature; the right of a steward's device, for one performance (contracts/pairing.ts); the access token of somebody
 * who signed in, which the API checks; or the token of somebody whose roles allow this (rules/permissions.ts).
 */
export type Needs =
  | 'receipt'
  | 'pass'
  | 'order-key'
  | 'signature'
  | 'door-right'
  | 'sign-in'
  | { readonly staff: StaffPermission };

/** Whether the API lets in nobody who has not signed in. */
export const needsSignIn = (needs: Needs | undefined): boolean => needs === 'sign-in' || typeof needs === 'object';

/** The name of a handler, which is also its file: `lambdas/<name>.lambda.ts`. */
export type HandlerName = keyof typeof handlers;

/** The variables of one handler. */
export type HandlerEnv<Name extends HandlerName> = Readonly<Record<(typeof handlers)[Name]['env'][number], string>>;

/** The handlers that a route of the API reaches. */
export type ApiHandlerName = {
  [Name in HandlerName]: (typeof handlers)[Name] extends { readonly route: `${string} /api/${string}` } ? Name : never;
}[HandlerName];
