import { staffPage } from '../../contracts/sign-in.ts';
import type { StaffPermission } from '../../contracts/staff.ts';
import { staffWords as words } from '../../words/en/staff.ts';
import { timeOfDay } from '../../words/en/written.ts';
import { Frame } from '../elements/frame.tsx';
import { mayNow, type WhoIsIn } from '../sign-in/signed-in.ts';
import { NoRole, NotAllowed, type SignInActs, SignInEnded, WayIn } from '../sign-in/signed-in-view.tsx';
import type { AuditActs } from './audit.ts';
import { AuditView } from './audit-view.tsx';
import type { ConsentsActs } from './consents.ts';
import { ConsentsView } from './consents-view.tsx';
import { OwnGrants } from './grants-view.tsx';
import type { PeopleActs } from './people.ts';
import { PeopleView } from './people-view.tsx';
import type { StaffPart, StaffState } from './staff.tsx';

export interface StaffActs extends SignInActs {
  readonly peopleActs: PeopleActs;
  readonly auditActs: AuditActs;
  readonly consentsActs: ConsentsActs;
}

/** The way in for people of the house, who is in, and what they may. */
export function StaffPage({ state, ...acts }: StaffActs & { readonly state: StaffState }) {
  const { who, part } = state;
  if (who.me && part) return <Part state={state} part={part} {...acts} />;
  return (
    <Frame>
      <h1 tabIndex={-1}>{words.title}</h1>
      {who.me ? (
        <Inside state={state} {...acts} />
      ) : (
        <WayIn who={who} {...acts}>
          <p class="lead">{words.lead}</p>
        </WayIn>
      )}
    </Frame>
  );
}

const needed: Readonly<Record<StaffPart, StaffPermission>> = {
  people: 'grant-roles',
  audit: 'read-audit',
  consents: 'export-consents',
};

function Part({ state, part, ...acts }: StaffActs & { readonly state: StaffState; readonly part: StaffPart }) {
  const { who, scopes, people, audit, consents } = state;
  const isAllowed = mayNow(who, needed[part]);
  return (
    <Frame width={part === 'audit' ? 'wide' : 'narrow'}>
      <p class="staff-back">
        <a href="#home">← {words.back}</a>
      </p>
      <h1 tabIndex={-1}>{words[part]}</h1>
      <SignInEnded who={who} onSignIn={acts.onSignIn} />
      {!isAllowed && <NotAllowed who={who} />}
      {isAllowed && part === 'people' && (
        <PeopleView people={people} scopes={scopes} own={who.me?.email} acts={acts.peopleActs} />
      )}
      {isAllowed && part === 'audit' && <AuditView audit={audit} scopes={scopes} acts={acts.auditActs} />}
      {isAllowed && part === 'consents' && <ConsentsView consents={consents} acts={acts.consentsActs} />}
    </Frame>
  );
}

function Inside({ state, onSignIn, onSignOut }: StaffActs & { readonly state: StaffState }) {
  const { who, scopes } = state;
  const { me } = who;
  if (!me) return null;
  return (
    <>
      <SignInEnded who={who} onSignIn={onSignIn} />
      <section class="staff-card news" aria-labelledby="staff-name">
        <p class="eyebrow">{words.you}</p>
        <h2 id="staff-name" dir="auto">
          {me.name ?? me.email ?? words.nameless}
        </h2>
        {me.name !== undefined && me.email !== undefined && (
          <p class="staff-mail" dir="auto">
            {me.email}
          </p>
        )}
        <p class="hint">{words.until(timeOfDay(me.until))}</p>
        <button type="button" class="button button-quiet" onClick={onSignOut}>
          {words.signOut}
        </button>
        <p class="hint">{words.signOutHint}</p>
      </section>
      {me.grants.length === 0 ? <NoRole who={who} /> : <OwnGrants me={me} scopes={scopes} />}
      <Tools who={who} />
    </>
  );
}

const tools: readonly (readonly [
  address: string,
  name: 'controlRoom' | 'orderBook' | 'door' | StaffPart,
  opens: StaffPermission,
])[] = [
  ['/control-room', 'controlRoom', 'see-readings'],
  ['/order-book', 'orderBook', 'read-orders'],
  ['/door', 'door', 'pair-devices'],
  [`${staffPage}#consents`, 'consents', 'export-consents'],
  [`${staffPage}#people`, 'people', 'grant-roles'],
  [`${staffPage}#audit`, 'audit', 'read-audit'],
];

function Tools({ who }: { readonly who: WhoIsIn }) {
  const open = tools.filter(([, , permission]) => mayNow(who, permission));
  if (open.length === 0) return null;
  return (
    <nav class="staff-tools" aria-labelledby="tools">
      <h2 id="tools">{words.tools}</h2>
      <ul>
        {open.map(([address, name]) => (
          <li key={name}>
            <a href={address} id={`to-${name}`}>
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
