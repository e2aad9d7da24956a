import type { ComponentChildren } from 'preact';
import { staffPage } from '../../contracts/sign-in.ts';
import { siteWords } from '../../words/en/site.ts';
import { staffWords as words } from '../../words/en/staff.ts';
import { isolated } from '../../words/isolated.ts';
import { codeOf, type Trouble } from '../api.ts';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import type { SignInTrouble } from './issuer.ts';
import { signInOver } from './me-api.ts';
import type { WhoIsIn } from './signed-in.ts';

/** What every page with a sign-in shows of it. */
export interface SignInActs {
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
  /** Asks again who is in. */
  readonly onAgain: () => void;
}

/** The page of whom nobody knows yet, or who is not in: why, and the way in. `children`: why people sign in here. */
export function WayIn({
  who,
  onSignIn,
  onAgain,
  children,
}: Omit<SignInActs, 'onSignOut'> & { readonly who: WhoIsIn; readonly children: ComponentChildren }) {
  const { at, going, signInTrouble, trouble, wasOut } = who;
  if (at === 'unset')
    return (
      <Notice title={words.unset} role="status">
        <p>{words.unsetDetail}</p>
      </Notice>
    );
  if (at === 'going')
    return (
      <p class="lead" role="status">
        {going === 'out' ? words.leaving : words.signingIn}
      </p>
    );
  if (at === 'looking') return <p class="waiting-for-data" aria-busy="true" />;
  return (
    <div class="way-in">
      {signInTrouble && <SignInNotice trouble={signInTrouble} />}
      {trouble && (
        <StaffTrouble trouble={trouble}>
          <p>
            <button type="button" class="button" onClick={onAgain}>
              {siteWords.tryAgain}
            </button>
          </p>
        </StaffTrouble>
      )}
      {wasOut && (
        <Notice title={words.signedOut} tone="good" role="status">
          <p>{words.signedOutDetail}</p>
        </Notice>
      )}
      {children}
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

/** Over a page that stays as it is while its person must sign in again; nothing while they are in. */
export function SignInEnded({ who, onSignIn }: Pick<SignInActs, 'onSignIn'> & { readonly who: WhoIsIn }) {
  const { at, me, signInTrouble } = who;
  if (at !== 'out' || !me || !signInTrouble) return null;
  return (
    <div class="signed-in-ended">
      <SignInNotice trouble={signInTrouble}>
        <p>
          <button type="button" class="button" onClick={onSignIn}>
            {words.signInAgain}
          </button>
        </p>
      </SignInNotice>
    </div>
  );
}

/** Why nobody is signed in. */
function SignInNotice(props: { readonly trouble: SignInTrouble; readonly children?: ComponentChildren }) {
  const { trouble, children } = props;
  return (
    <Notice title={words[trouble]} tone={trouble === 'over' ? 'calm' : 'trouble'} role="alert">
      <p>{words[`${trouble}Detail`]}</p>
      {children}
    </Notice>
  );
}

/** Who is in, and the way out. */
export function SignedInAs({ who, onSignOut }: Pick<SignInActs, 'onSignOut'> & { readonly who: WhoIsIn }) {
  const { me } = who;
  if (!me) return null;
  return (
    <p class="signed-in-as">
      <a href={staffPage}>
        <span class="unseen">{words.you} </span>
        <bdi>{me.name ?? me.email ?? words.nameless}</bdi>
      </a>
      <button type="button" class="button button-quiet" onClick={onSignOut}>
        {words.signOut}
      </button>
    </p>
  );
}

/** Somebody without any role. */
export function NoRole({ who, children }: { readonly who: WhoIsIn; readonly children?: ComponentChildren }) {
  const { email } = who.me ?? {};
  return (
    <Notice title={words.noRole} role="status">
      <p>{email === undefined ? words.noRoleNoAddress : words.noRoleDetail(isolated(email))}</p>
      {children}
    </Notice>
  );
}

/** Somebody whose roles do not open this page. */
export function NotAllowed({ who, children }: { readonly who: WhoIsIn; readonly children?: ComponentChildren }) {
  if (who.me?.permissions.length === 0 && who.me.grants.length === 0) return <NoRole who={who}>{children}</NoRole>;
  return (
    <Notice title={words.notAllowed} role="status">
      <p>
        {words.notAllowedDetail} <a href={staffPage}>{words.yourRoles}</a>
      </p>
      {children}
    </Notice>
  );
}

/** The noes that people of the house alone meet, in the words of their page. */
const said: Readonly<Record<string, readonly [title: string, detail: string]>> = {
  'staff-unknown': [words.noRole, words.notAllowedDetail],
  'not-allowed': [words.notAllowed, words.notAllowedDetail],
  'sign-in-elsewhere': [words.elsewhere, words.elsewhereDetail],
  'owner-by-settings': [words.bySettings, words.bySettingsDetail],
};

/** A trouble of a page with a sign-in. That a sign-in has ended is said once, above. */
export function StaffTrouble({
  trouble,
  children,
}: {
  readonly trouble: Trouble;
  readonly children?: ComponentChildren;
}) {
  if (trouble === signInOver) return null;
  const [title, detail] = said[codeOf(trouble) ?? ''] ?? [];
  if (title === undefined) return <TroubleNotice trouble={trouble}>{children}</TroubleNotice>;
  return (
    <Notice title={title} tone="trouble" role="alert">
      <p>{detail}</p>
      {children}
    </Notice>
  );
}
