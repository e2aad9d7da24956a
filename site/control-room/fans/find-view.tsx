import { fanWords as words } from '../../../words/en/control-room-fans.ts';
import { fieldMessage } from '../../api.ts';
import { Field } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { seatsInWords } from '../../seat-name.ts';
import { mayNow, type WhoIsIn } from '../../sign-in/signed-in.ts';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import type { Fans } from './fans.ts';
import type { Caller, FansState } from './fans-state.ts';
import { OpenFanView } from './open-fan-view.tsx';
import type { Kind } from './what-was-typed.ts';

export interface FindFanProps {
  readonly who: WhoIsIn;
  readonly state: FansState;
  readonly acts: Fans;
  readonly timeZone: string | undefined;
}

/** The part of the control room for whoever has a fan on the telephone. */
export function FindFan(props: FindFanProps) {
  const { state, acts } = props;
  const { open, matches, trouble } = state;
  const fieldTrouble = fieldOf(trouble);
  return (
    <section class="fans" aria-labelledby="find-fan">
      <h2 id="find-fan">{words.title}</h2>
      <Search state={state} acts={acts} error={state.missing ? words.empty : fieldTrouble} />
      {trouble && fieldTrouble === undefined && <StaffTrouble trouble={trouble} />}
      {open ? <OpenFanView {...props} open={open} /> : matches && <Matches {...props} matches={matches} />}
    </section>
  );
}

function Search({ state, acts, error }: Pick<FindFanProps, 'state' | 'acts'> & { readonly error: string | undefined }) {
  const { typed, kind, busy } = state;
  return (
    <form
      class="fans-search"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        acts.look();
      }}
    >
      <Field
        label={words.what}
        hint={words.whatHint}
        error={error}
        name="sought"
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(input) => acts.type((input.currentTarget as HTMLInputElement).value)}
      />
      <div class="field">
        <label for="kind">{words.kind}</label>
        <select id="kind" value={kind} onChange={(change) => acts.choose(change.currentTarget.value as Kind | 'auto')}>
          {Object.entries(words.kinds).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button" aria-disabled={busy}>
        {busy ? words.finding : words.find}
      </button>
      <p class="hint">{words.written}</p>
    </form>
  );
}

function Matches({ matches, ...props }: FindFanProps & { readonly matches: readonly Caller[] }) {
  const { state, acts } = props;
  const looked = state.looked ?? [];
  if (matches.length === 0) return <Nobody {...props} looked={looked} />;
  return (
    <>
      <Notice title={words.several(matches.length)} role="status">
        {state.more && <p>{words.tooMany}</p>}
      </Notice>
      <ul class="fans-matches">
        {matches.map((person) => (
          <li key={person.fan}>
            <button type="button" class="link" onClick={() => acts.open(person)}>
              {person.orders.length > 0 ? person.orders.map(({ reference }) => reference).join(', ') : words.toFan}
            </button>
            {person.orders.map((order) => (
              <p key={order.order}>
                <b dir="auto">{order.buyer.name}</b>{' '}
                <small>{order.items.map(({ title, seats }) => `${title}: ${seatsInWords(seats)}`).join('; ')}</small>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Nobody({ who, looked }: FindFanProps & { readonly looked: readonly Kind[] }) {
  const tries = ['onSale', 'member', 'receipt', 'reference', 'seat'] as const;
  return (
    <Notice title={words.nobody} role="status">
      {looked.map((kind) => (
        <p key={kind}>{words.nobodyBy[kind]}</p>
      ))}
      <h3>{words.tryElse}</h3>
      <ul class="fans-tries">
        {tries
          .filter((one) => !(looked as readonly string[]).includes(one))
          .map((one) => (
            <li key={one}>{words.tries[one]}</li>
          ))}
        {mayNow(who, 'read-orders') && (
          <li>
            {words.tries.book} <a href="/order-book">{words.toBook}</a>
          </li>
        )}
      </ul>
    </Notice>
  );
}

/** A field of what was sent, in a sentence at the one field that there is. */
function fieldOf(trouble: FansState['trouble']): string | undefined {
  const message = ['member', 'email', 'receipt', 'fan', 'reference', 'seat']
    .map((name) => fieldMessage(trouble, `body.${name}`))
    .find((said) => said !== undefined);
  return message && message.charAt(0).toUpperCase() + message.slice(1);
}
