import type { StaffGrant, StaffPeopleAct, StaffPerson } from '../../contracts/staff.ts';
import { lookedIn, looksFor } from '../../rules/folded.ts';
import { staffWords } from '../../words/en/staff.ts';
import { peopleWords as words } from '../../words/en/staff-people.ts';
import { count, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Field } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import { GrantFormView } from './grant-form.tsx';
import { endInWords, grantInWords, isOver } from './grants-view.tsx';
import type { PeopleActs, PeopleState } from './people.ts';
import { type Scopes, scopeInWords, zoneOf } from './scopes.ts';

interface PeopleProps {
  readonly people: PeopleState;
  readonly scopes: Scopes | undefined;
  /** Address of who looks at it. */
  readonly own: string | undefined;
  readonly acts: PeopleActs;
}

/** The people of the house and their roles, for an owner. */
export function PeopleView({
  people,
  ...shown
}: Omit<PeopleProps, 'people'> & { readonly people: PeopleState | undefined }) {
  const { acts, scopes } = shown;
  const { list, busy = true, trouble, typed = '', form, wrong = {}, done } = people ?? {};
  const found = list?.filter((person) => looksFor(typed)(textOf(person, scopes))) ?? [];
  return (
    <section class="people" aria-busy={busy}>
      <p class="lead">{words.lead}</p>
      {done !== undefined && <Notice title={done} tone="good" role="status" />}
      {trouble && (
        <StaffTrouble trouble={trouble}>
          {!list && (
            <p>
              <button type="button" class="button" onClick={acts.read}>
                {words.readAgain}
              </button>
            </p>
          )}
        </StaffTrouble>
      )}
      {!list && !trouble && <p class="waiting-for-data" />}
      {people && list && (
        <>
          {form ? (
            <GrantFormView
              form={form}
              wrong={wrong}
              busy={busy}
              scopes={scopes}
              timeZone={zoneOf(scopes)}
              acts={acts}
            />
          ) : (
            <p>
              <button type="button" class="button" id="give" onClick={() => acts.openForm()}>
                {words.give}
              </button>
            </p>
          )}
          <Field
            label={words.search}
            hint={words.searchHint}
            name="search"
            type="search"
            autocomplete="off"
            defaultValue={typed}
            onInput={(input) => acts.type((input.currentTarget as HTMLInputElement).value)}
          />
          <p class="hint" role="status">
            {words.found(count(found.length))}
          </p>
          {list.length === 0 && (
            <Notice title={words.none}>
              <p>{words.noneDetail}</p>
            </Notice>
          )}
          {list.length > 0 && found.length === 0 && <Notice title={words.noMatch} />}
          <ul class="people-list">
            {found.map((person) => (
              <Person key={person.email} person={person} people={people} {...shown} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What a person is found by. */
function textOf({ email, name = '', grants }: StaffPerson, scopes: Scopes | undefined): string {
  return lookedIn([name, email, ...grants.map((grant) => grantInWords(grant, scopes))].join(' '));
}

function Person({ person, people, ...shown }: PeopleProps & { readonly person: StaffPerson }) {
  const { acts, own } = shown;
  const { email, name, hasSignedIn, grants } = person;
  const whom = isolated(name ?? email);
  const bySettings = grants.some(isBySettings);
  return (
    <li class="person">
      <div class="person-head">
        <h2>
          <bdi>{name ?? email}</bdi>
          {email === own && <small> ({words.thatIsYou})</small>}
        </h2>
        {name !== undefined && <p dir="auto">{email}</p>}
        <p class="hint">{hasSignedIn ? words.hasSignedIn : words.notYet}</p>
      </div>
      {grants.length === 0 && <p class="hint">{words.noGrants}</p>}
      <ul class="person-grants">
        {grants.map((grant) => (
          <Grant key={grant.id} grant={grant} whom={whom} email={email} people={people} {...shown} />
        ))}
      </ul>
      <p class="person-ways">
        <button
          type="button"
          class="button button-quiet"
          aria-label={words.anotherFor(whom)}
          onClick={() => acts.openForm(email)}
        >
          {words.another}
        </button>
        {!bySettings && (
          <button
            type="button"
            class="button button-quiet"
            aria-label={words.removeOne(whom)}
            onClick={() => acts.askSure({ act: 'remove', email })}
          >
            {words.remove}
          </button>
        )}
      </p>
      {people.sure?.act === 'remove' && people.sure.email === email && (
        <Sure
          act={people.sure}
          question={words.removeSure(whom)}
          yes={words.removeYes}
          isOwn={email === own}
          acts={acts}
        />
      )}
    </li>
  );
}

const isBySettings = ({ grantedBy }: Pick<StaffGrant, 'grantedBy'>) => grantedBy === 'settings';

function Grant(props: PeopleProps & { readonly grant: StaffGrant; readonly whom: string; readonly email: string }) {
  const { grant, whom, email, people, scopes, own, acts } = props;
  const { id, role, scope, grantedAt, grantedBy } = grant;
  const { timeZone } = scopes ?? {};
  const said = grantInWords(grant, scopes);
  const { sure } = people;
  return (
    <li class={isOver(grant) ? 'grant grant-over' : 'grant'}>
      <p>
        <b>{staffWords.roles[role]}</b> <span dir="auto">{scopeInWords(scope, scopes)}</span>{' '}
        <small>
          {endInWords(grant, timeZone)} ·{' '}
          {isBySettings(grant)
            ? staffWords.fromSettings
            : words.grantedBy(isolated(grantedBy), shortMoment(grantedAt, timeZone))}
        </small>
      </p>
      {!isBySettings(grant) && (
        <button
          type="button"
          class="button button-quiet"
          aria-label={words.revokeOne(said, whom)}
          onClick={() => acts.askSure({ act: 'revoke', email, grant: id })}
        >
          {words.revoke}
        </button>
      )}
      {sure?.act === 'revoke' && sure.grant === id && sure.email === email && (
        <Sure
          act={sure}
          question={words.revokeSure(said, whom)}
          yes={words.revokeYes}
          isOwn={email === own}
          acts={acts}
        />
      )}
    </li>
  );
}

function Sure(props: {
  readonly act: StaffPeopleAct;
  readonly question: string;
  readonly yes: string;
  readonly isOwn: boolean;
  readonly acts: PeopleActs;
}) {
  const { act, question, yes, isOwn, acts } = props;
  return (
    <div class="people-sure" role="alert">
      <p>
        <b>{question}</b> {isOwn && words.isYourself}
      </p>
      <p class="grant-ways">
        <button type="button" class="button" onClick={() => acts.act(act)}>
          {yes}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.askSure(undefined)}>
          {words.no}
        </button>
      </p>
    </div>
  );
}
