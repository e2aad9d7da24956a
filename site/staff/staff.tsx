import { staffPage } from '../../contracts/sign-in.ts';
import { readSeason } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { type AuditState, tendAudit } from './audit.ts';
import { type ConsentsState, tendConsents } from './consents.ts';
import { type PeopleState, tendPeople } from './people.ts';
import { readScopes, type Scopes } from './scopes.ts';
import { StaffPage } from './staff-view.tsx';

export interface StaffState {
  readonly who: WhoIsIn;
  /** By the fragment of the address; the first page if none. */
  readonly part: StaffPart | undefined;
  /** The names of what grants are for. */
  readonly scopes?: Scopes | undefined;
  readonly people?: PeopleState | undefined;
  readonly audit?: AuditState | undefined;
  readonly consents?: ConsentsState | undefined;
}

export type StaffPart = 'people' | 'audit' | 'consents';

const partOfAddress = (): StaffPart | undefined =>
  (['people', 'audit', 'consents'] as const).find((part) => location.hash === `#${part}`);

const page = openWhenWhole<StaffState>(
  { who: nobodyYet, part: partOfAddress() },
  (state) => (
    <StaffPage
      state={state}
      onSignIn={() => void house.signIn()}
      onSignOut={() => void house.signOut()}
      onAgain={() => void house.look()}
      peopleActs={peopleActs}
      auditActs={auditActs}
      consentsActs={consentsActs}
    />
  ),
  ({ who }) => who.at !== 'looking',
);

const house = openSignedIn({
  page: staffPage,
  who: () => page.state().who,
  turn: (who) => {
    const { who: before } = page.state();
    page.turn({ who, ...(!who.me && { people: undefined, audit: undefined, consents: undefined }) });
    if (before.at !== 'in' && who.at === 'in') void arrive();
  },
});

const peopleActs = tendPeople({
  ask: house.ask,
  state: () => page.state().people,
  turn: (people) => page.turn({ people }),
  scopes: () => page.state().scopes,
  /** Somebody who changed their own roles sees at once what they may now. */
  onChanged: (email) => {
    if (email === page.state().who.me?.email) void house.look();
  },
});

const auditActs = tendAudit({
  ask: house.ask,
  state: () => page.state().audit,
  turn: (audit) => page.turn({ audit }),
});

const consentsActs = tendConsents({ ask: house.ask, turn: (consents) => page.turn({ consents }) });

async function arrive(): Promise<void> {
  const { who, scopes } = page.state();
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOfAddress() });
  open();
  if (scopes || who.me?.grants.length === 0) return;
  page.turn({ scopes: await readScopes() });
}

/** Reads what the part of the page is about. */
function open(): void {
  const { who, part, people, audit } = page.state();
  const may = who.me?.permissions ?? [];
  if (part === 'people' && !people && may.includes('grant-roles')) peopleActs.read();
  if (part === 'audit' && !audit && may.includes('read-audit')) auditActs.read();
}

followPresses();
void house.look();
// The name of the house over the door.
void readSeason().then(() => page.turn({}));
window.addEventListener('hashchange', () => {
  const { part: before } = page.state();
  page.turn({ part: partOfAddress() });
  open();
  window.scrollTo(0, 0);
  const heading = page.state().part
    ? document.querySelector<HTMLElement>('h1')
    : document.getElementById(`to-${before}`);
  heading?.focus({ preventScroll: true });
});
