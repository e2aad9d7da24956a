import type { SignedIn } from '../../contracts/sign-in.ts';
import type { GrantScope, StaffGrant, StaffPermission, StaffRole } from '../../contracts/staff.ts';
import { allowed } from '../../rules/permissions.ts';
import { staffWords as words } from '../../words/en/staff.ts';
import { shortMoment } from '../../words/en/written.ts';
import { theatreTime } from '../browser.gateway.ts';
import { type Scopes, scopeInWords } from './scopes.ts';

/** One sentence of what a role may do, by the table that servers refuse by. */
export function roleMay(role: StaffRole): string {
  const may = (Object.keys(allowed) as StaffPermission[]).filter((permission) => allowed[permission].includes(role));
  if (may.length === 0) return words.mayNothing;
  return words.mayDo(may.map((permission) => words.permissions[permission]).join(', '));
}

/** `Box office, Show: King Lear`. */
export function grantInWords(
  { role, scope }: { readonly role: StaffRole; readonly scope: GrantScope },
  scopes: Scopes | undefined,
): string {
  return `${words.roles[role]}, ${scopeInWords(scope, scopes)}`;
}

/** How long it is good, or since when it is not. */
export function endInWords({ until }: Pick<StaffGrant, 'until'>, timeZone: string | undefined): string {
  if (until === undefined) return words.forGood;
  const when = shortMoment(until, timeZone);
  return theatreTime() < until ? words.untilWhen(when) : words.ended(when);
}

export const isOver = ({ until }: Pick<StaffGrant, 'until'>): boolean => until !== undefined && theatreTime() >= until;

/** What the person may do: each role, for what, and until when. */
export function OwnGrants({ me, scopes }: { readonly me: SignedIn; readonly scopes: Scopes | undefined }) {
  return (
    <section class="own-grants" aria-labelledby="own-grants">
      <h2 id="own-grants">{words.may}</h2>
      <ul>
        {me.grants.map((grant) => (
          <li key={grant.id} class={isOver(grant) ? 'grant grant-over' : 'grant'}>
            <p>
              <b>{words.roles[grant.role]}</b> <span dir="auto">{scopeInWords(grant.scope, scopes)}</span>{' '}
              <small>{endInWords(grant, scopes?.timeZone)}</small>
            </p>
            <p class="hint">{roleMay(grant.role)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
