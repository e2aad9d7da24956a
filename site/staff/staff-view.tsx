import type { SignedIn } from '../../contracts/sign-in.ts';
import { siteWords } from '../../words/en/site.ts';
import { staffWords as words } from '../../words/en/staff.ts';
import { timeOfDay } from '../../words/en/written.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import type { SignInTrouble } from '../sign-in/issuer.ts';
import type { StaffState } from './staff.tsx';

export interface StaffActs {
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
  readonly onAgain: () => void;
}

/** The way in for people of the house, and who is in. */
export function StaffPage({ state, ...acts }: StaffActs & { readonly state: StaffState }) {
  return (
    <Frame>
      <h1>{words.title}</h1>
      <Scene state={state} {...acts} />
    </Frame>
  );
}

function Scene({ state, ...acts }: StaffActs & { readonly state: StaffState }) {
  const { at, going, me } = state;
  if (at === 'unset') {
    return (
      <Notice title={words.unset} role="status">
        <p>{words.unsetDetail}</p>
      </Notice>
    );
  }
  if (at === 'going') {
    return (
      <p class="lead" role="status">
        {going === 'out' ? words.leaving : words.signingIn}
      </p>
    );
  }
  return at === 'in' && me ? <Inside me={me} {...acts} /> : <Outside state={state} {...acts} />;
}

function Outside({ state, onSignIn, onAgain }: StaffActs & { readonly state: StaffState }) {
  const { signInTrouble, trouble, wasOut } = state;
  return (
    <div class="staff-door">
      {signInTrouble && <SignInNotice trouble={signInTrouble} />}
      {trouble && (
        <TroubleNotice trouble={trouble}>
          <p>
            <button type="button" class="button" onClick={onAgain}>
              {siteWords.tryAgain}
            </button>
          </p>
        </TroubleNotice>
      )}
      {wasOut && (
        <Notice title={words.signedOut} tone="good" role="status">
          <p>{words.signedOutDetail}</p>
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      {!trouble && (
        <p>
          <button type="button" class="button" onClick={onSignIn}>
            {signInTrouble ? words.signInAgain : words.signIn}
          </button>
        </p>
      )}
    </div>
  );
}

/** Why nobody is signed in. Other pages for staff show it too. */
export function SignInNotice({ trouble }: { readonly trouble: SignInTrouble }) {
  const tone = trouble === 'over' ? 'calm' : 'trouble';
  return (
    <Notice title={words[trouble]} tone={tone} role="alert">
      <p>{words[`${trouble}Detail`]}</p>
    </Notice>
  );
}

function Inside({ me, onSignOut }: StaffActs & { readonly me: SignedIn }) {
  return (
    <>
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
      <nav class="staff-tools" aria-label={words.tools}>
        <h2>{words.tools}</h2>
        <ul>
          <li>
            <a href="/order-book">{words.orderBook}</a>
          </li>
          <li>
            <a href="/door">{words.door}</a>
          </li>
        </ul>
        <p class="hint">{words.stillWithKey}</p>
      </nav>
    </>
  );
}
